import type { ResourceDiff } from '../changeset/diff.ts';
import { cleanUp } from './cleanup.ts';
import { deleteAll } from './delete.ts';
import { deploy } from './deploy.ts';
import { setStackStatus } from './events.ts';
import { beginRollback, isSuperseded } from './lifecycle.ts';
import type { Run } from './run.ts';
import type { Deployment } from './stack.ts';

export type OnFailure = 'DO_NOTHING' | 'ROLLBACK' | 'DELETE';

/** Provisions a new stack's resources, and deals with failure as the caller asked for. */
export async function runCreate(
  run: Run,
  target: Deployment,
  { onFailure, diffs }: { readonly onFailure: OnFailure; readonly diffs: readonly ResourceDiff[] | undefined },
): Promise<void> {
  const { world, stack } = run;
  const stopTimer = limitTime(run);
  const failure = await deploy(run, target, {
    previous: undefined,
    isRollback: false,
    skip: new Set(),
    skipFailures: false,
    diffs,
  });
  stopTimer();
  if (isSuperseded(run)) return;
  if (!failure) {
    await cleanUp(run, target);
    setStackStatus(world, stack, 'CREATE_COMPLETE', { outcome: 'SUCCEEDED' });
    return;
  }
  const reason = failure.reason.endsWith(' ') ? failure.reason : `${failure.reason} `;
  switch (onFailure) {
    case 'DO_NOTHING':
      setStackStatus(world, stack, 'CREATE_FAILED', { reason: failure.reason, outcome: 'FAILED' });
      return;
    case 'ROLLBACK':
      return runCreateRollback(beginRollback(run, failure.reason), `${reason}Rollback requested by user.`);
    case 'DELETE': {
      const deletion = beginRollback(run, failure.reason);
      setStackStatus(world, stack, 'DELETE_IN_PROGRESS', { reason: `${reason}Delete requested by user.` });
      return deleteAll(deletion, { retain: new Set(), force: false });
    }
  }
}

/** Deletes everything that a failed creation made. */
export async function runCreateRollback(run: Run, reason: string): Promise<void> {
  setStackStatus(run.world, run.stack, 'ROLLBACK_IN_PROGRESS', { reason });
  await deleteAll(run, { retain: new Set(), force: false, rollback: true });
}

/** TimeoutInMinutes of CreateStack. */
function limitTime({ world, stack, operation }: Run): () => void {
  if (stack.timeoutInMinutes === undefined) return () => {};
  return world.clock.after(stack.timeoutInMinutes * 60_000, () =>
    operation.control.cancel('Stack creation time exceeded the specified timeout.'),
  );
}
