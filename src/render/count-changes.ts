import type { Change } from '../model/plan.ts';

/**
 * How many changes of this apply have this action. A resource that leaves its stack and stays counts as changed, not as
 * removed.
 */
export function countChanges(changes: readonly Change[], action: Change['action']): number {
  return changes.filter((change) => !change.isLater && countedAs(change) === action).length;
}

function countedAs({ action, isKept }: Change): Change['action'] {
  return action === 'remove' && isKept ? 'modify' : action;
}
