/** What can be done with a stack in a status. */
type StackState =
  /** There is nothing that could be updated: create it. */
  | 'absent'
  /** Made by a change set that was never executed: create it. */
  | 'never-executed'
  /** An operation runs: wait for its end. */
  | 'busy'
  | 'updatable'
  /** What a failed creation left: delete it, then create. */
  | 'failed-creation'
  /** An update failed, and so did its rollback: continue the rollback first. */
  | 'rollback-failed'
  /** Half deleted: only deleting it goes on from here. */
  | 'half-deleted';

export function stackState(status: string | undefined): StackState {
  if (status === undefined || status === 'DELETE_COMPLETE') return 'absent';
  if (status === 'REVIEW_IN_PROGRESS') return 'never-executed';
  if (status.endsWith('_IN_PROGRESS')) return 'busy';
  if (status === 'ROLLBACK_COMPLETE' || status === 'ROLLBACK_FAILED') return 'failed-creation';
  if (status === 'UPDATE_ROLLBACK_FAILED') return 'rollback-failed';
  if (status === 'DELETE_FAILED') return 'half-deleted';
  return 'updatable';
}
