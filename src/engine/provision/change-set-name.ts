import type { Clock } from '../../ports/clock.ts';
import { NAME_PREFIX, uniquePart } from '../observe/unique-name.ts';
import type { ProvisionRun } from './context.ts';

/** A plan deletes a change set as soon as it has read it; CloudFormation computes one in seconds. */
const PLAN_NEEDS_MS = 600_000;

/**
 * A name that no other run uses. It says until when its run may need the change set, so that any other run can tell.
 */
export function changeSetName({ mode, deadline, clock }: Pick<ProvisionRun, 'mode' | 'deadline' | 'clock'>): string {
  const until = mode === 'plan' ? Math.min(deadline, clock.now() + PLAN_NEEDS_MS) : deadline;
  return `${NAME_PREFIX}${Math.ceil(until).toString(36)}-${uniquePart(clock)}`;
}

/** Whether the run that made a change set of ours has ended, well or not. */
export function isLeftBehind(name: string, clock: Pick<Clock, 'now'>): boolean {
  const until = Number.parseInt(name.slice(NAME_PREFIX.length).split('-')[0] ?? '', 36);
  return !(until >= clock.now());
}
