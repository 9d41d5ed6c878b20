import type { StackEventView } from '../../model/stack-views.ts';

/**
 * The event that made an operation fail: the earliest failed resource that was not merely cancelled because of another
 * one; where there is none, the stack's own. `events` are those of the operation, oldest first.
 */
export function rootCause(events: readonly StackEventView[], stackId: string): StackEventView | undefined {
  const failed = events.filter(({ status, reason = '' }) => status.endsWith('_FAILED') && !CANCELLED.test(reason));
  return failed.find(({ physicalId }) => physicalId !== stackId) ?? failed[0] ?? lastWithReason(events, stackId);
}

const CANCELLED = /Resource (creation|update|deletion) cancelled/i;

/** E.g. ROLLBACK_IN_PROGRESS with `Resource creation cancelled. … Rollback requested by user.` */
function lastWithReason(events: readonly StackEventView[], stackId: string): StackEventView | undefined {
  return events.findLast(
    ({ physicalId, status, reason }) => physicalId === stackId && status.includes('ROLLBACK') && reason !== undefined,
  );
}

/** Whether a resource could not be made because its name belongs to something outside of the stack. */
export function isNameTaken(reason: string): boolean {
  return /already exists|with the same name .* exists/i.test(reason);
}
