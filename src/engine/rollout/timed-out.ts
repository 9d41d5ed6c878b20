import { revisionName } from '../../model/arn.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Outcome } from '../../model/outcome.ts';
import { diagnoseFailure } from '../diagnose/diagnose-failure.ts';
import type { RolloutRun } from './context.ts';
import type { FollowedRollout } from './follow-rollout.ts';
import { whatServes } from './serving.ts';

/** What it means that a deployment had not ended when the time was up. */
export async function concludeTimedOut(
  run: RolloutRun,
  rollout: FollowedRollout,
  definition: JsonObject,
): Promise<Outcome> {
  const { followed, watch, view, verdict, late } = rollout;
  const explanation = await diagnoseFailure(watch.evidence, watch.events(), definition, run);
  const revision = revisionName(followed.taskDefinition);
  return {
    kind: 'timed-out',
    summary: `The deployment of ${revision} did not finish in time: ${explanation.cause ?? late?.message ?? verdict.message}.`,
    evidence: [
      rollbackText(run, rollout),
      ...(view.service ? [] : ['ECS does not show the service.']),
      ...explanation.evidence,
      `Serving: ${await whatServes(run)}`,
    ],
    nextStep: explanation.cause
      ? explanation.nextStep
      : 'Find out what it waits for; raise timeout-seconds if it only needs more time.',
  };
}

function rollbackText({ settingsOwner }: RolloutRun, { isOwn, late, proof, verdict }: FollowedRollout): string {
  if (!isOwn) return 'It continues to roll out: this run did not start it.';
  const isAsked = late?.isAsked || proof !== undefined;
  if (!isAsked && verdict.state !== 'rolling-back')
    return `It continues to roll out: ${settingsOwner} does not enable rollback, or ECS did not accept the request.`;
  if (verdict.state === 'rolled-back') return 'ECS was asked to roll it back, and did.';
  return `${isAsked ? 'ECS was asked to roll it back' : 'ECS rolls it back by itself'}: ${verdict.message}.`;
}
