import { policyRetains } from './cleanup.ts';
import { setStackStatus } from './events.ts';
import { exportConflict } from './outputs.ts';
import { removeResources } from './removal.ts';
import type { Run } from './run.ts';
import { failureText } from './run.ts';
import type { StackResource } from './stack.ts';

export interface Deletion {
  /** Logical ids to leave behind, from RetainResources. */
  readonly retain: ReadonlySet<string>;
  /** FORCE_DELETE_STACK: what cannot be deleted is left behind too. */
  readonly force: boolean;
  /** The end of a failed creation: the stack stays, to be looked at and deleted. */
  readonly rollback?: boolean;
}

/** Deletes all of a stack's resources; the stack's status must say so already. */
export async function deleteAll(run: Run, deletion: Deletion): Promise<void> {
  const { world, stack, store } = run;
  const { rollback = false } = deletion;
  stack.deletionTime = world.clock.now();
  await run.operation.control.sleep(world.latency('stack-step'));
  const conflict = exportConflict(store, stack, []);
  if (conflict !== undefined) {
    setStackStatus(world, stack, 'DELETE_FAILED', { reason: conflict, outcome: 'FAILED' });
    return;
  }
  await removeResources(run, {
    resources: [...stack.resources.values(), ...stack.displaced.values(), ...stack.garbage].filter(isThere),
    retains: ({ logicalId, deletionPolicy, fresh }) =>
      deletion.retain.has(logicalId) || policyRetains(deletionPolicy, fresh, stack.retainExceptOnCreate),
    deleted: () => {},
  });
  if (run.failures.length > 0 && !deletion.force) {
    const status = rollback ? 'ROLLBACK_FAILED' : 'DELETE_FAILED';
    setStackStatus(world, stack, status, { reason: failureText(run.failures), outcome: 'FAILED' });
    return;
  }
  stack.displaced.clear();
  stack.garbage = [];
  stack.exports = [];
  stack.imports = new Set();
  setStackStatus(world, stack, rollback ? 'ROLLBACK_COMPLETE' : 'DELETE_COMPLETE', { outcome: 'SUCCEEDED' });
}

function isThere({ status }: StackResource): boolean {
  return status !== 'DELETE_COMPLETE' && status !== 'DELETE_SKIPPED';
}
