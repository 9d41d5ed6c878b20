import type { FollowedDeployment } from '../../health/service/service-deployment.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { remainingMs } from '../deadline.ts';
import { conclude } from './conclude.ts';
import type { Ending, RolloutRun } from './context.ts';
import { type FollowedRollout, followRollout, isUndecided, type Watched } from './follow-rollout.ts';
import { followedOf, rollingDeployment } from './idle.ts';
import { endAtCancel, stopLate } from './interrupt.ts';
import { watchRollout } from './rollout-watch.ts';
import { searchForProof } from './search-for-proof.ts';
import { settled } from './settled.ts';
import { stopEarly } from './stop-early.ts';

interface FollowDeployment {
  /** Only what this run has started for the first time is stopped early. */
  readonly mayStop?: boolean;
  /** Ids of hooks that this run has answered: ECS may still call them open for some seconds. */
  readonly answered?: readonly string[];
  /** As of `Watched`; it is unless said otherwise. */
  readonly isOwn?: boolean;
}

/** Follows a deployment to its outcome, or to where it waits for an answer; the outcome of a cancellation included. */
export async function follow(
  run: RolloutRun,
  started: FollowedDeployment,
  definition: JsonObject,
  { mayStop = false, answered = [], isOwn = true }: FollowDeployment = {},
): Promise<Ending> {
  let watched: Watched = { followed: started, watch: watchRollout(run, started), isOwn };
  let isLanded = false;
  const onContinued = (next: Watched): void => {
    watched = next;
  };
  try {
    const rollout = await followRollout(run, watched, {
      withinMs: remainingMs(run),
      signal: run.signal,
      search: mayStop ? searchForProof(run, watched, definition) : undefined,
      onContinued,
      endsAt: ({ id }) => !answered.includes(id),
    });
    const end = await stopped(run, rollout);
    watched = end;
    isLanded = end.verdict.state === 'succeeded';
    const outcome = await conclude(run, end, definition);
    return { outcome, deploymentId: end.followed.id, isLanded, isOwn: end.isOwn };
  } catch (error) {
    if (!run.signal?.aborted) throw error;
    return endAtCancel(run, watched, isLanded);
  }
}

/** What still rolls is stopped, where that is this run's to do. */
async function stopped(run: RolloutRun, rollout: FollowedRollout): Promise<FollowedRollout> {
  const end = rollout.proof ? await stopEarly(run, rollout) : rollout;
  return isUndecided(end) && !end.proof ? stopLate(run, end) : end;
}

/**
 * Nothing is to be changed: makes sure that what is wanted also serves, and follows its deployment where it still
 * rolls.
 */
export async function followUnderWay(
  run: RolloutRun,
  live: ServiceView | undefined,
  definition: JsonObject,
): Promise<Ending> {
  const rolling = live && rollingDeployment(live);
  if (!live || !rolling) return { outcome: await settled(run, 'unchanged', definition) };
  const ending = await follow(run, followedOf(live, rolling), definition, { isOwn: false });
  if (ending.outcome.kind !== 'deployed') return ending;
  const summary = `The deployment that was under way has succeeded: ${ending.outcome.summary}`;
  return { ...ending, outcome: { ...ending.outcome, kind: 'unchanged', summary } };
}
