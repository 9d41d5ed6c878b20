import type { Health } from '../../model/health.ts';
import type { StackEventView } from '../../model/stack-views.ts';

export type StackOperation = 'create' | 'update' | 'delete' | 'continue-rollback';

/**
 * How an operation on a stack ends. UPDATE_COMPLETE_CLEANUP_IN_PROGRESS is an end: everything new serves, what was
 * replaced is being deleted. A creation is always one that takes the stack with it when it fails.
 */
const ENDS: Readonly<Record<StackOperation, { readonly good: readonly string[]; readonly bad: readonly string[] }>> = {
  create: {
    good: ['CREATE_COMPLETE'],
    bad: ['DELETE_COMPLETE', 'DELETE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'],
  },
  update: {
    good: ['UPDATE_COMPLETE', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'],
    bad: ['UPDATE_ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_FAILED', 'UPDATE_FAILED'],
  },
  delete: { good: ['DELETE_COMPLETE'], bad: ['DELETE_FAILED'] },
  'continue-rollback': {
    good: ['UPDATE_ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS'],
    bad: ['UPDATE_ROLLBACK_FAILED'],
  },
};

/**
 * Judges an operation by its own events, oldest first: the status of the stack can still be that of the operation
 * before. `message` of an end is the stack's status.
 */
export function assessStackOperation(
  events: readonly StackEventView[],
  operation: StackOperation,
  stackId: string,
): Health {
  const own = events.filter(({ physicalId }) => physicalId === stackId);
  const { good, bad } = ENDS[operation];
  for (const { status } of own) {
    if (good.includes(status)) return { state: 'healthy', message: status };
    if (bad.includes(status)) return { state: 'failed', message: status };
  }
  const status = own.at(-1)?.status ?? 'accepted';
  const working = inProgress(events, stackId);
  return { state: 'pending', message: working.length > 0 ? `${status}: ${working.join(', ')}` : status };
}

function inProgress(events: readonly StackEventView[], stackId: string): readonly string[] {
  const latest = new Map(events.map(({ logicalId, physicalId, status }) => [logicalId, { physicalId, status }]));
  return [...latest]
    .filter(([, { physicalId, status }]) => physicalId !== stackId && status.endsWith('_IN_PROGRESS'))
    .map(([logicalId]) => logicalId);
}
