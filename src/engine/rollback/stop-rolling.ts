import { revisionName } from '../../model/arn.ts';
import type { DeploymentView, ServiceView } from '../../model/service-views.ts';
import type { CurrentService } from '../../plan/service/revision-move.ts';
import { askForRollback } from '../rollout/ask-for-rollback.ts';
import { followAskedRollback } from '../rollout/asked-rollback.ts';
import { canRollBack } from '../rollout/can-roll-back.ts';
import type { Ending, RolloutRun } from '../rollout/context.ts';
import type { Watched } from '../rollout/follow-rollout.ts';
import { followedOf } from '../rollout/idle.ts';
import { watchRollout } from '../rollout/rollout-watch.ts';

/**
 * Has ECS roll a deployment back that is under way, whoever started it, and follows that to its end. undefined where it
 * succeeded before ECS took the request: then it is what there is to go back from.
 */
export async function stopRolling(
  run: RolloutRun,
  { service, taskDefinition }: CurrentService,
  rolling: DeploymentView,
): Promise<Ending | undefined> {
  const revision = revisionName(rolling.taskDefinition);
  const followed = followedOf(service, rolling);
  if (!(await canRollBack(run, followed))) return { outcome: nothingBefore(service, revision) };
  const watched: Watched = { followed, watch: watchRollout(run, followed), isOwn: true };
  const isAsked = await askForRollback(run, watched);
  return followAskedRollback(run, watched, { isAsked, definition: taskDefinition.definition });
}

function nothingBefore({ name }: ServiceView, revision: string): Ending['outcome'] {
  return {
    kind: 'blocked',
    summary: `The deployment of ${revision} is the first of ${name}: there is nothing to roll back to.`,
    evidence: [],
    nextStep: 'Deploy a revision that works; the run waits until this deployment has ended.',
  };
}
