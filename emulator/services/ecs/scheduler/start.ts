import { nextProvider } from '../capacity/strategy.ts';
import type { Ecs } from '../context.ts';
import { findDefinition } from '../definitions/lookup.ts';
import { registeredWith } from '../deployments/shifting/routes.ts';
import { closest } from '../placement/place.ts';
import type { ClusterRecord } from '../state.ts';
import { mergeTags } from '../tags.ts';
import type { TaskOrder } from '../tasks/create.ts';
import { type Launch, launchTask } from '../tasks/launch.ts';
import { isOver } from '../tasks/record.ts';
import { addEvent, addRepeatableEvent } from './events.ts';
import * as messages from './messages.ts';
import type { DeploymentRecord, ServiceRecord } from './record.ts';

/** Starts tasks of a deployment, as many as find a place. */
export function startTasks(
  ecs: Ecs,
  { cluster, service }: { readonly cluster: ClusterRecord; readonly service: ServiceRecord },
  deployment: DeploymentRecord,
  { count, replacements }: { readonly count: number; readonly replacements: number },
): void {
  const started: string[] = [];
  while (started.length < count) {
    const launch = launchTask(ecs, orderOf(ecs, cluster, service, deployment));
    if (launch.kind !== 'launched') {
      explain(ecs, service, launch);
      break;
    }
    started.push(launch.task.id);
  }
  if (started.length > 0)
    addEvent(ecs, service, messages.started(service.name, started, Math.min(replacements, started.length)));
}

/** ECS's own placement of a service's tasks where none is configured [doc service scheduler]. */
const SPREAD_BY_DEFAULT = [
  { type: 'spread', field: 'attribute:ecs.availability-zone' },
  { type: 'spread', field: 'instanceId' },
] as const;

function orderOf(ecs: Ecs, cluster: ClusterRecord, service: ServiceRecord, deployment: DeploymentRecord): TaskOrder {
  const { revisioned } = deployment;
  const record = findDefinition(ecs.state, revisioned.taskDefinition);
  if (!record) throw new Error(`service ${service.name} runs ${revisioned.taskDefinition}, which does not exist`);
  return {
    cluster,
    taskDefinition: record.definition,
    group: `service:${service.name}`,
    startedBy: deployment.id,
    network: revisioned.network,
    service: { name: service.name, deploymentId: deployment.id, loadBalancers: registeredWith(deployment) },
    capacityProviderName: nextProvider(
      revisioned.capacityProviderStrategy ?? [],
      tasksPerProvider(cluster, deployment),
    ),
    constraints: service.placementConstraints,
    strategy: service.placementStrategy.length > 0 ? service.placementStrategy : SPREAD_BY_DEFAULT,
    overrides: {},
    enableExecuteCommand: service.enableExecuteCommand,
    tags: mergeTags(
      service.propagateTags === 'SERVICE' ? service.tags : [],
      service.propagateTags === 'TASK_DEFINITION' ? record.tags : [],
      service.enableECSManagedTags
        ? [
            { key: 'aws:ecs:clusterName', value: cluster.name },
            { key: 'aws:ecs:serviceName', value: service.name },
          ]
        : [],
    ),
  };
}

function tasksPerProvider(cluster: ClusterRecord, { id }: DeploymentRecord): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const task of cluster.tasks.values()) {
    if (task.deploymentId !== id || isOver(task) || task.desiredStatus === 'STOPPED') continue;
    const name = task.capacityProviderName ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function explain(ecs: Ecs, service: ServiceRecord, launch: Exclude<Launch, { readonly kind: 'launched' }>): void {
  const say = (message: string): void => addRepeatableEvent(ecs, service, message);
  switch (launch.kind) {
    case 'no-instances':
      say(
        messages.noInstances(
          service.name,
          service.revisioned.capacityProviderStrategy ? 'capacity provider' : 'cluster',
        ),
      );
      break;
    case 'provisioning-limit':
      say(messages.provisioningLimit(service.name));
      break;
    case 'no-fit': {
      const nearest = closest(launch.obstacles);
      if (nearest)
        say(messages.unplaced(service.name, { instanceId: nearest.candidate.id, obstacle: nearest.obstacle }));
    }
  }
}
