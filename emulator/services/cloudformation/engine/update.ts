import type { ResourceDiff } from '../changeset/diff.ts';
import { cleanUp } from './cleanup.ts';
import { deploy } from './deploy.ts';
import { setStackStatus } from './events.ts';
import { beginRollback } from './lifecycle.ts';
import { forgetDrift } from './predrift.ts';
import type { Run } from './run.ts';
import type { Deployment } from './stack.ts';

/** Takes a stack from one deployment to another, and back again where that fails. */
export async function runUpdate(
  run: Run,
  target: Deployment,
  options: { readonly rollsBack: boolean; readonly diffs: readonly ResourceDiff[] | undefined },
): Promise<void> {
  const { world, stack } = run;
  const previous = stack.deployment;
  stack.deployment = target;
  const failure = await deploy(run, target, {
    previous,
    isRollback: false,
    skip: new Set(),
    skipFailures: false,
    diffs: options.diffs,
  });
  if (!failure) {
    stack.predrift.clear();
    setStackStatus(world, stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
    await run.operation.control.sleep(world.latency('stack-step'));
    const end = await cleanUp(run, target);
    const reason = end === 'clean' ? undefined : 'Update successful. One or more resources could not be deleted.';
    setStackStatus(world, stack, 'UPDATE_COMPLETE', { reason, outcome: 'SUCCEEDED' });
    return;
  }
  // A creation that was left failed is nothing to return to.
  if (options.rollsBack && stack.stable) return runUpdateRollback(beginRollback(run, failure.reason), failure.reason);
  setStackStatus(world, stack, 'UPDATE_FAILED', { reason: failure.reason, outcome: 'FAILED' });
}

/** Returns to the last deployment that went through as a whole. */
export async function runUpdateRollback(
  run: Run,
  reason: string,
  skipped: { readonly skip: ReadonlySet<string>; readonly skipFailures: boolean } = {
    skip: new Set(),
    skipFailures: false,
  },
): Promise<void> {
  const { world, stack } = run;
  const target = stack.stable;
  if (!target) throw new Error(`${stack.name} has nothing to roll back to`);
  setStackStatus(world, stack, 'UPDATE_ROLLBACK_IN_PROGRESS', { reason });
  const previous = stack.deployment;
  const failure = await deploy(run, target, { previous, isRollback: true, ...skipped, diffs: undefined });
  if (failure) {
    setStackStatus(world, stack, 'UPDATE_ROLLBACK_FAILED', { reason: failure.reason, outcome: 'FAILED' });
    return;
  }
  forgetDrift(stack);
  setStackStatus(world, stack, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  await run.operation.control.sleep(world.latency('stack-step'));
  const end = await cleanUp(run, target);
  const left = end === 'clean' ? undefined : 'One or more resources could not be deleted.';
  setStackStatus(world, stack, 'UPDATE_ROLLBACK_COMPLETE', { reason: left, outcome: 'SUCCEEDED' });
}
