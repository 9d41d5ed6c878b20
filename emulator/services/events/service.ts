import type { Service, World } from '../../core/world.ts';
import { ruleOperations } from './rules.ts';
import type { Events } from './state.ts';
import { tagOperations } from './tags.ts';
import { targetOperations } from './targets.ts';

/** Scheduled rules of EventBridge whose targets are tasks of ECS. */
export function createService(world: World): Service {
  const events: Events = { world, rules: new Map() };
  return { operations: { ...ruleOperations(events), ...targetOperations(events), ...tagOperations(events) } };
}
