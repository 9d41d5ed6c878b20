import { awaitedHook, pauseText, trafficText } from '../../health/service/pause.ts';
import { revisionName } from '../../model/arn.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { LifecycleHookView, ServiceDeploymentView } from '../../model/service-views.ts';
import type { RolloutRun } from './context.ts';
import type { FollowedRollout } from './follow-rollout.ts';
import { whatServes } from './serving.ts';

/** A deployment that stands still, and the hook that it waits for. */
export interface PausedDeployment {
  readonly deployment: ServiceDeploymentView;
  readonly hook: LifecycleHookView;
}

/** The deployment of a service that waits for an answer; undefined where none does. */
export async function findPaused({
  cluster,
  service,
  services,
}: Pick<RolloutRun, 'services'> & {
  readonly cluster: { readonly name: string };
  readonly service: { readonly name: string };
}): Promise<PausedDeployment | undefined> {
  const rolling = await services.deployments(cluster.name, service.name, { statuses: ['IN_PROGRESS'] });
  return rolling
    .map((deployment) => ({ deployment, hook: awaitedHook(deployment) }))
    .find((each): each is PausedDeployment => each.hook !== undefined);
}

/** It goes as config says, and waits where config says: green, and not done. */
export async function concludePaused(
  run: RolloutRun,
  { followed, view }: FollowedRollout,
  hook: LifecycleHookView,
): Promise<Outcome> {
  const { deployment } = view;
  const traffic = deployment && trafficText(deployment);
  return {
    kind: 'paused',
    summary: `The deployment of ${revisionName(followed.taskDefinition)} is not done: ${deployment ? pauseText(deployment, hook) : 'it is paused'}.`,
    evidence: [
      `It waits for hook ${hook.id}.`,
      ...(traffic ? [`The new tasks have ${traffic}.`] : []),
      `Running: ${await whatServes(run)}`,
    ],
    nextStep: answerStep(run),
  };
}

/** How a pause is answered, with the inputs to give. */
export function answerStep({ cluster, service }: Pick<RolloutRun, 'cluster' | 'service'>): string {
  return `Run deploy-service with mode: continue, cluster: ${cluster.name} and service: ${service.name}, and config where there is one; with action: rollback, the deployment is rolled back instead.`;
}
