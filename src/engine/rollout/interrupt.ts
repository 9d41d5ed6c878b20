import { assessRollout } from '../../health/service/service-deployment.ts';
import { revisionName } from '../../model/arn.ts';
import { askForRollbackOrWarn, ROLLBACK_WITHIN_MS } from './ask-for-rollback.ts';
import { canRollBack } from './can-roll-back.ts';
import type { Ending, RolloutRun } from './context.ts';
import { type FollowedRollout, followRollout, type Watched } from './follow-rollout.ts';
import { rollsBack } from './rolls-back.ts';

/**
 * The time is up: where this run started the deployment and config has rollback on, ECS is asked for it, before
 * anything else; then it is followed to its end. Where ECS does not take the request, the deployment may just have
 * ended.
 */
export async function stopLate(run: RolloutRun, rollout: FollowedRollout): Promise<FollowedRollout> {
  const { state, message } = rollout.verdict;
  const mayAsk = state !== 'rolling-back' && rollout.isOwn && rollsBack(run.service);
  const asking = mayAsk ? askForRollbackOrWarn(run, rollout) : Promise.resolve(false);
  // What shows why it did not end is gone after the rollback.
  const [isAsked] = await Promise.all([asking, rollout.watch.evidence.look()]);
  const withinMs = isAsked || state === 'rolling-back' ? ROLLBACK_WITHIN_MS : 0;
  const end = await followRollout(run, rollout, { withinMs, signal: run.signal });
  return { ...end, late: { isAsked, message } };
}

/**
 * The run is cancelled: the runner leaves seconds, so ECS is asked for the rollback first and nothing is waited for. A
 * first deployment has nothing to go back to.
 */
export async function endAtCancel(run: RolloutRun, watched: Watched, hasLanded: boolean): Promise<Ending> {
  const { followed, isOwn } = watched;
  const end = hasLanded ? LANDED : await cancelRollout(run, watched);
  return {
    outcome: {
      kind: 'cancelled',
      summary: `Cancelled while ${revisionName(followed.taskDefinition)} was rolling out; ${end.what}.`,
      evidence: [],
      nextStep: 'Run the job again to deploy; it waits for what is still under way.',
    },
    deploymentId: followed.id,
    isLanded: end.isLanded,
    isOwn,
  };
}

interface Cancelled {
  readonly what: string;
  readonly isLanded: boolean;
}

const LANDED: Cancelled = { what: 'its deployment had succeeded already', isLanded: true };

async function cancelRollout(run: RolloutRun, watched: Watched): Promise<Cancelled> {
  const rolling = (what: string): Cancelled => ({ what, isLanded: false });
  if (!watched.isOwn) return rolling('its deployment continues: this run did not start it');
  if (run.onCancel === 'leave') return rolling('its deployment continues, as on-cancel says');
  // Where that cannot be looked up, ECS decides.
  if (!(await canRollBack(run, watched.followed).catch(() => true)))
    return rolling('its deployment continues: there is nothing to roll back to');
  if (await askForRollbackOrWarn(run, watched)) return rolling('ECS was asked to roll it back');
  return (await isLandedNow(watched))
    ? LANDED
    : rolling('its deployment had ended, or ECS did not accept the request to roll it back');
}

/** Best effort: the run has seconds left. */
async function isLandedNow({ followed, watch }: Watched): Promise<boolean> {
  const view = await watch.observe().catch(() => undefined);
  return view !== undefined && assessRollout(view, followed).state === 'succeeded';
}
