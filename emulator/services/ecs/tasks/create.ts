import type {
  CapacityProviderStrategyItem,
  LoadBalancer,
  PlacementConstraint,
  PlacementStrategy,
  Tag,
  TaskOverride,
} from '../../../shapes/ecs.d.ts';
import { containerArn, taskArn } from '../arns.ts';
import type { Ecs } from '../context.ts';
import type { TaskNetwork } from '../network/record.ts';
import { plannedInterface } from '../network/task-interface.ts';
import type { ClusterRecord, TaskDefinitionRecord } from '../state.ts';
import type { ContainerRecord, TaskRecord } from './record.ts';

/** What somebody wants to be run once. */
export interface TaskOrder {
  readonly cluster: ClusterRecord;
  readonly taskDefinition: TaskDefinitionRecord['definition'];
  readonly group: string;
  readonly startedBy: string | undefined;
  readonly service:
    | { readonly name: string; readonly deploymentId: string; readonly loadBalancers: readonly LoadBalancer[] }
    | undefined;
  readonly network: TaskNetwork | undefined;
  readonly capacityProviderName: CapacityProviderStrategyItem['capacityProvider'] | undefined;
  readonly constraints: readonly PlacementConstraint[];
  readonly strategy: readonly PlacementStrategy[];
  readonly overrides: TaskOverride;
  readonly enableExecuteCommand: boolean;
  readonly tags: readonly Tag[];
}

/** The task in its first state, not yet anywhere. */
export function createTask(ecs: Ecs, order: TaskOrder): TaskRecord {
  const { world } = ecs;
  const { cluster, taskDefinition, service } = order;
  const id = world.random.hex(32);
  const task: TaskRecord = {
    id,
    arn: taskArn(world, cluster.name, id),
    clusterName: cluster.name,
    clusterArn: cluster.arn,
    taskDefinition,
    group: order.group,
    startedBy: order.startedBy,
    serviceName: service?.name,
    deploymentId: service?.deploymentId,
    capacityProviderName: order.capacityProviderName,
    constraints: constraintsOf(order),
    strategy: order.strategy,
    overrides: order.overrides,
    enableExecuteCommand: order.enableExecuteCommand,
    tags: order.tags,
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    instanceId: undefined,
    ec2InstanceId: undefined,
    availabilityZone: undefined,
    containers: taskDefinition.containerDefinitions.map(
      (definition): ContainerRecord => ({
        definition: { ...definition, name: definition.name ?? '', image: definition.image ?? '' },
        arn: containerArn(world, cluster.name, id, world.random.uuid()),
        runtimeId: world.random.hex(64),
        lastStatus: 'PENDING',
        healthStatus: 'UNKNOWN',
        exitCode: undefined,
        reason: undefined,
        networkBindings: [],
      }),
    ),
    createdAt: world.clock.now(),
    pullStartedAt: undefined,
    pullStoppedAt: undefined,
    startedAt: undefined,
    stoppingAt: undefined,
    stoppedAt: undefined,
    executionStoppedAt: undefined,
    connectivityAt: undefined,
    stopCode: undefined,
    stoppedReason: undefined,
    version: 1,
    loadBalancers: service?.loadBalancers ?? [],
    network: order.network,
    networkInterface: order.network && plannedInterface(ecs),
    targets: [],
    outcome: 'open',
    registrationDelayMs: world.latency('target-registration'),
  };
  cluster.tasks.set(id, task);
  return task;
}

/** Those of the task definition hold as well as those of the service or of RunTask. */
export const constraintsOf = ({ taskDefinition, constraints }: TaskOrder): PlacementConstraint[] => [
  ...(taskDefinition.placementConstraints ?? []).map(({ expression }) => ({ type: 'memberOf' as const, expression })),
  ...constraints,
];
