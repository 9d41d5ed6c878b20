import { revisionName } from '../../model/arn.ts';
import type { JsonObject } from '../../model/json.ts';
import { remainingMs } from '../deadline.ts';
import { conclude } from './conclude.ts';
import type { Ending, RolloutRun } from './context.ts';
import { followRollout, isUndecided, type Watched } from './follow-rollout.ts';
import { stopLate } from './interrupt.ts';
import { observeTakenBack } from './serving.ts';
import { settled } from './settled.ts';

interface AskedRollback {
  /** Whether this run asked for it; otherwise ECS, or somebody else, came before. */
  readonly isAsked: boolean;
  /** What is being rolled back. */
  readonly definition: JsonObject;
}

/**
 * Follows a rollback that a person asked for to its end: that is what was to be done. undefined where the deployment
 * succeeded before ECS took the request.
 */
export async function followAskedRollback(
  run: RolloutRun,
  watched: Watched,
  { isAsked, definition }: AskedRollback,
): Promise<Ending | undefined> {
  const { id, taskDefinition } = watched.followed;
  try {
    const rollout = await followRollout(run, watched, { withinMs: remainingMs(run), signal: run.signal });
    const end = isUndecided(rollout) ? await stopLate(run, rollout) : rollout;
    switch (end.verdict.state) {
      case 'succeeded':
        return undefined;
      case 'rolled-back':
        await observeTakenBack(run, id);
        return { outcome: await settled(run, isAsked ? 'deployed' : 'unchanged', definition), deploymentId: id };
      case 'rolling':
      case 'paused':
      case 'rolling-back':
      case 'failed':
      case 'superseded':
      case 'redeployed-by-others':
      case 'service-deleted':
        return { outcome: await conclude(run, end, definition), deploymentId: id };
    }
  } catch (error) {
    if (!run.signal?.aborted || !isAsked) throw error;
    return { outcome: cancelled(revisionName(taskDefinition)), deploymentId: id };
  }
}

function cancelled(revision: string): Ending['outcome'] {
  return {
    kind: 'cancelled',
    summary: `Cancelled while ECS rolled ${revision} back, as this run had asked; ECS continues that.`,
    evidence: [],
    nextStep: "Look at the service's deployments to see how it ends.",
  };
}
