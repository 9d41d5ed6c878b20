import type { ScriptItem } from '../step.ts';
import { capacity } from './capacity.ts';
import { logs } from './logs.ts';
import { network } from './network.ts';
import { preconditions } from './preconditions.ts';
import { scaling } from './scaling.ts';
import { schedules } from './schedules.ts';
import { removal, service } from './service.ts';
import { stacks } from './stacks.ts';
import { standaloneTasks } from './standalone-tasks.ts';

/**
 * The calls that every witness makes, in this order. Variables from the start: `region`, and `run`, a name of one's
 * own.
 */
export const SCRIPT: readonly ScriptItem[] = [
  ...network,
  ...capacity,
  ...service,
  ...standaloneTasks,
  ...scaling,
  ...logs,
  ...preconditions,
  ...schedules,
  ...stacks,
  ...removal,
];
