import type { Ecs } from '../context.ts';
import { currentRecord, hasDeploymentUnderWay } from '../deployments/follow.ts';
import { isOver, type TaskRecord } from '../tasks/record.ts';
import { addEvent } from './events.ts';
import type { TaskHealth } from './health.ts';
import * as messages from './messages.ts';
import type { DeploymentRecord, ServiceRecord } from './record.ts';
import { standSideBySide } from './revisions.ts';

/** While nothing changes, "has reached a steady state" is repeated every six hours. */
const STEADY_AGAIN_MS = 6 * 60 * 60_000;

/**
 * What follows from where things stand after a round: counts, deployments that are over, a steady or a deleted service.
 */
export function settleService(
  ecs: Ecs,
  service: ServiceRecord,
  { tasks, health }: { readonly tasks: readonly TaskRecord[]; readonly health: (task: TaskRecord) => TaskHealth },
): void {
  const [primary] = service.deployments;
  const remaining = tasks.filter((task) => !isOver(task));
  const sideBySide = standSideBySide(service, currentRecord(ecs, service));
  service.deployments = service.deployments.filter(
    (deployment) =>
      deployment === primary ||
      (sideBySide && deployment === service.loop.lastCompleted) ||
      remaining.some(({ deploymentId }) => deploymentId === deployment.id),
  );
  for (const deployment of service.deployments) updateCount(ecs, service, deployment, remaining);
  if (service.status === 'DRAINING') {
    if (remaining.length > 0) return;
    service.status = 'INACTIVE';
    service.deployments = [];
    service.loop.lastCompleted = undefined;
    forgetHistory(ecs, service);
    return;
  }
  noteSteadiness(ecs, service, isSteady(ecs, service, { remaining, health }));
}

/** "When you delete a service, Amazon ECS deletes the corresponding service deployments" [doc service-deployment]. */
function forgetHistory({ state }: Ecs, service: ServiceRecord): void {
  for (const [arn, { serviceArn }] of state.serviceDeployments)
    if (serviceArn === service.arn) state.serviceDeployments.delete(arn);
  for (const [arn, { serviceArn }] of state.serviceRevisions)
    if (serviceArn === service.arn) state.serviceRevisions.delete(arn);
}

/** The primary deployment wants the desired count; of the others as many are wanted as have not been told to stop. */
function updateCount(
  { world }: Ecs,
  service: ServiceRecord,
  deployment: DeploymentRecord,
  remaining: readonly TaskRecord[],
): void {
  const wanted =
    deployment.status === 'PRIMARY'
      ? service.desiredCount
      : remaining.filter((task) => task.deploymentId === deployment.id && task.desiredStatus === 'RUNNING').length;
  if (wanted === deployment.desiredCount) return;
  deployment.desiredCount = wanted;
  deployment.updatedAt = world.clock.now();
}

function isSteady(
  ecs: Ecs,
  service: ServiceRecord,
  {
    remaining,
    health,
  }: { readonly remaining: readonly TaskRecord[]; readonly health: (task: TaskRecord) => TaskHealth },
): boolean {
  return (
    !hasDeploymentUnderWay(ecs, service) &&
    service.deployments.length === 1 &&
    service.deployments[0]?.rolloutState === 'COMPLETED' &&
    remaining.length === service.desiredCount &&
    remaining.every((task) => task.desiredStatus === 'RUNNING' && health(task).kind === 'healthy')
  );
}

function noteSteadiness(ecs: Ecs, service: ServiceRecord, steady: boolean): void {
  const { loop } = service;
  const now = ecs.world.clock.now();
  if (steady && (!loop.steady || now - loop.steadySince >= STEADY_AGAIN_MS)) {
    addEvent(ecs, service, messages.steady(service.name));
    loop.steadySince = now;
  }
  loop.steady = steady;
}
