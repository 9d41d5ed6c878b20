import type { LifecycleHookView, ServiceDeploymentView } from '../../model/service-views.ts';

/** The hook for whose answer a deployment stands still. */
export function awaitedHook({ status, hooks = [] }: ServiceDeploymentView): LifecycleHookView | undefined {
  return status === 'IN_PROGRESS' ? hooks.find((hook) => hook.status === 'AWAITING_ACTION') : undefined;
}

/** Says, as part of a sentence, at which stage a deployment is paused and until when. */
export function pauseText(
  { lifecycleStage }: ServiceDeploymentView,
  { expiresAt, timeoutAction }: LifecycleHookView,
): string {
  const until = expiresAt === undefined ? '' : ` until ${new Date(expiresAt).toISOString()}`;
  const then = timeoutAction ? `, after which ECS decides on ${timeoutAction}` : '';
  return `it waits for an answer at ${lifecycleStage ?? 'a stage that ECS does not name'}${until}${then}`;
}

/** What of the traffic goes to the new tasks, where ECS says it. */
export function trafficText({
  productionTrafficPercent,
  testTrafficPercent,
}: ServiceDeploymentView): string | undefined {
  const shares = [
    ...(productionTrafficPercent === undefined ? [] : [`${productionTrafficPercent} % of production traffic`]),
    ...(testTrafficPercent ? [`${testTrafficPercent} % of test traffic`] : []),
  ];
  return shares.length > 0 ? shares.join(', ') : undefined;
}
