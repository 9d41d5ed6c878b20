import { revisionName } from '../../health/service-deployment.ts';
import type { DeploymentView, ServiceView } from '../../model/service-views.ts';
import type { CurrentService } from '../../plan/revision-move.ts';
import { askForRollback } from '../rollout/ask-for-rollback.ts';
import { conclude } from '../rollout/conclude.ts';
import { type Ending, settled } from '../rollout/ending.ts';
import { followRollout, type Watched } from '../rollout/follow-rollout.ts';
import { watchRollout } from '../rollout/rollout-watch.ts';
import { type RolloutRun, remainingMs } from '../rollout/run.ts';

/**
 * Has ECS roll a deployment back that is under way, whoever started it, and follows that to its end. undefined where it succeeded
 * before ECS took the request: then it is what there is to go back from.
 */
export async function stopRolling(
  run: RolloutRun,
  { service, taskDefinition }: CurrentService,
  rolling: DeploymentView,
): Promise<Ending | undefined> {
  const revision = revisionName(rolling.taskDefinition);
  if (service.deployments.length < 2) return { outcome: nothingBefore(service, revision) };
  const { id, createdAt, taskDefinition: arn } = rolling;
  const earlier = service.deployments.map((each) => each.id).filter((each) => each !== id);
  const followed = { id, createdAt, taskDefinition: arn, earlier };
  const watched: Watched = { followed, watch: watchRollout(run, followed) };
  const isAsked = await askForRollback(run, watched);
  try {
    const end = await followRollout(run, watched, { withinMs: remainingMs(run), signal: run.signal });
    switch (end.verdict.state) {
      case 'landed':
        return undefined;
      case 'rolled-back':
        return { outcome: await settled(run, isAsked ? 'deployed' : 'unchanged'), deploymentId: id };
      case 'rolling':
      case 'rolling-back':
      case 'failed':
      case 'superseded':
      case 'continued':
      case 'gone':
        return { outcome: await conclude(run, end, taskDefinition.definition), deploymentId: id };
    }
  } catch (error) {
    if (!run.signal?.aborted || !isAsked) throw error;
    return { outcome: cancelled(revision), deploymentId: id };
  }
}

function nothingBefore({ name }: ServiceView, revision: string): Ending['outcome'] {
  return {
    kind: 'blocked',
    summary: `The deployment of ${revision} is the first of ${name}: there is nothing to roll back to.`,
    evidence: [],
    nextStep: 'Deploy a revision that works; the run waits until this deployment has ended.',
  };
}

function cancelled(revision: string): Ending['outcome'] {
  return {
    kind: 'cancelled',
    summary: `Cancelled while ECS rolled ${revision} back, as this run asked; it goes on with it.`,
    evidence: [],
    nextStep: "Look at the service's deployments for how it ends.",
  };
}
