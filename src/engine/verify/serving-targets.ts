import { assessServing, type Serving } from '../../health/target/serving-targets.ts';
import { targetText } from '../../health/target/unhealthy-targets.ts';
import type { Outcome } from '../../model/outcome.ts';
import { remainingMs } from '../deadline.ts';
import { waitFor } from '../wait.ts';
import type { Behind, VerifyPorts } from './context.ts';
import type { Until } from './load-balancer.ts';

/**
 * Waits until every running task of the serving revision is a healthy target; returns why not, or undefined where it is
 * so.
 */
export async function waitForServingTargets(
  service: NonNullable<Behind['service']>,
  { deadline, signal }: Until,
  ports: VerifyPorts,
): Promise<Outcome | undefined> {
  const waited = await waitFor(
    {
      subject: `targets of ${service.name}`,
      observe: () => observeServing(service, ports),
      assess: assessServing,
      withinMs: remainingMs({ deadline, clock: ports.clock }),
      signal,
    },
    ports,
  );
  if (waited.kind === 'healthy') return undefined;
  return {
    kind: waited.kind,
    summary: `Service ${service.name} is not serving: ${waited.message}.`,
    evidence: waited.view.targets.filter(({ state }) => state !== 'healthy').map((target) => targetText(target)),
    nextStep: "The reason is given for each target; for more, look at the service's events and its containers' logs.",
  };
}

async function observeServing(
  { cluster, name, targetGroupArns }: NonNullable<Behind['service']>,
  { services, targets }: Pick<VerifyPorts, 'services' | 'targets'>,
): Promise<Serving> {
  const [[service], tasks, health] = await Promise.all([
    services.describe(cluster, [name]),
    services.tasks(cluster, name, 'RUNNING'),
    Promise.all(targetGroupArns.map((arn) => targets.health(arn))),
  ]);
  return { service, tasks, targets: health.flat() };
}
