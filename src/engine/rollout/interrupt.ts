import { revisionName } from '../../model/arn.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Outcome } from '../../model/outcome.ts';
import { diagnoseFailure } from '../diagnose/diagnose-failure.ts';
import { askForRollbackOrWarn, ROLLBACK_WITHIN_MS } from './ask-for-rollback.ts';
import { type FollowedRollout, followRollout, type Watched } from './follow-rollout.ts';
import { rollsBack } from './rolls-back.ts';
import type { RolloutRun } from './run.ts';
import { whatServes } from './serving.ts';

/** The time is up: where config has rollback on, ECS is asked for it, and it is followed to its end. */
export async function endAtTimeout(
  run: RolloutRun,
  rollout: FollowedRollout,
  definition: JsonObject,
): Promise<Outcome> {
  const { followed, view, verdict } = rollout;
  await rollout.watch.evidence.look();
  const asked =
    verdict.state === 'rolling-back' || (rollsBack(run.service) && (await askForRollbackOrWarn(run, rollout)));
  const end = asked ? await followRollout(run, rollout, { withinMs: ROLLBACK_WITHIN_MS, signal: run.signal }) : rollout;
  const { watch } = rollout;
  const explanation = await diagnoseFailure(watch.evidence, watch.events(), definition, run);
  const revision = revisionName(followed.taskDefinition);
  return {
    kind: 'timed-out',
    summary: `The deployment of ${revision} did not finish in time: ${explanation.cause ?? verdict.message}.`,
    evidence: [
      rollbackText(run, asked, end),
      ...(view.service ? [] : ['ECS does not show the service.']),
      ...explanation.evidence,
      `Serving: ${await whatServes(run)}`,
    ],
    nextStep: explanation.cause
      ? explanation.nextStep
      : 'Find out what it waits for; raise timeout-seconds if it only needs more time.',
  };
}

function rollbackText({ settingsOwner }: RolloutRun, asked: boolean, { verdict }: FollowedRollout): string {
  if (!asked)
    return `It continues to roll out: ${settingsOwner} does not enable rollback, or ECS did not accept the request.`;
  return verdict.state === 'rolled-back'
    ? 'ECS was asked to roll it back, and did.'
    : `ECS was asked to roll it back: ${verdict.message}.`;
}

/**
 * The run is cancelled: the runner leaves seconds, so ECS is asked for the rollback first and nothing is waited for. A
 * first deployment has nothing to go back to.
 */
export async function endAtCancel(run: RolloutRun, watched: Watched): Promise<Outcome> {
  const what = await cancelRollout(run, watched);
  return {
    kind: 'cancelled',
    summary: `Cancelled while ${revisionName(watched.followed.taskDefinition)} was rolling out; ${what}.`,
    evidence: [],
    nextStep: 'Run the job again to deploy; it waits for what is still under way.',
  };
}

async function cancelRollout(run: RolloutRun, watched: Watched): Promise<string> {
  if (run.onCancel === 'leave') return 'its deployment continues, as on-cancel says';
  if (watched.followed.earlier.length === 0) return 'its deployment continues: there is nothing to roll back to';
  return (await askForRollbackOrWarn(run, watched))
    ? 'ECS was asked to roll it back'
    : 'its deployment had ended, or ECS did not accept the request to roll it back';
}
