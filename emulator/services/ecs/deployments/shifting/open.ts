import type { Ecs } from '../../context.ts';
import { STRATEGIES } from '../../scheduler/strategies.ts';
import { type Ending, fail, invalidNetworking } from '../endings.ts';
import { phasesOf } from './phases.ts';
import type { Route } from './record.ts';
import { findRoutes, greenGroups } from './routes.ts';
import { MINUTE_MS } from './steps.ts';

/** Begins to shift traffic for a deployment, or fails it where the listener rules do not allow that. */
export async function openShift(ecs: Ecs, ending: Ending): Promise<void> {
  const { service, deployment, record } = ending;
  const { configuration } = record;
  const routing = await findRoutes(ecs.world, deployment.revisioned.loadBalancers);
  if (service.currentServiceDeployment !== record.arn || record.status !== 'IN_PROGRESS') return;
  if (routing.kind === 'invalid') {
    fail(ecs, ending, invalidNetworking(routing.reason));
    return;
  }
  const { routes } = routing;
  deployment.targetGroups = greenGroups(routes);
  resolve(ecs, deployment.revisionArn, routes);
  const phases = phasesOf({
    reconciles: service.deployments.length > 2,
    steps: STRATEGIES[configuration.strategy].steps(configuration),
    bakeMs: configuration.bakeTimeInMinutes * MINUTE_MS,
  });
  const since = ecs.world.clock.now();
  const traffic = { test: 0, production: 0 };
  record.shift = { phases, position: 0, enteredAt: undefined, since, routes, traffic, hooks: [] };
}

/** DescribeServiceRevisions says which of its target groups a revision has got. */
function resolve({ state }: Ecs, revisionArn: string, routes: readonly Route[]): void {
  const revision = state.serviceRevisions.get(revisionArn);
  const loadBalancers = routes.map(({ green, productionListenerRule }) => ({
    targetGroupArn: green,
    productionListenerRule,
  }));
  if (revision) state.serviceRevisions.set(revisionArn, { ...revision, resolvedConfiguration: { loadBalancers } });
}
