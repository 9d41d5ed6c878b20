import type { InstanceRecord } from '../agent/record.ts';
import { needsOf } from '../definitions/needs.ts';
import { providerOfGroup } from '../lookups.ts';
import type { ClusterRecord, EcsState } from '../state.ts';
import { isOver, type TaskRecord } from '../tasks/record.ts';

/** A container instance as placement sees it. */
export interface Candidate {
  readonly id: string;
  readonly ec2InstanceId: string;
  readonly agentConnected: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly remaining: Remaining;
  /** How many tasks of each group (`service:…`, `family:…`) it runs. */
  readonly groups: ReadonlyMap<string, number>;
}

export interface Remaining {
  readonly cpu: number;
  readonly memory: number;
  readonly usedPorts: ReadonlySet<number>;
  readonly interfaces: number;
}

/** The ACTIVE instances of a cluster, or of one of its capacity providers. */
export function candidatesOf(
  state: EcsState,
  cluster: ClusterRecord,
  capacityProvider: string | undefined,
): Candidate[] {
  return [...cluster.instances.values()]
    .filter(
      ({ status, autoScalingGroupName }) =>
        status === 'ACTIVE' &&
        (capacityProvider === undefined ||
          providerOfGroup(state, cluster, autoScalingGroupName)?.name === capacityProvider),
    )
    .map((instance) => candidateOf(instance, tasksOn(cluster, instance)));
}

export const tasksOn = (cluster: ClusterRecord, instance: InstanceRecord): TaskRecord[] =>
  [...cluster.tasks.values()].filter((task) => task.instanceId === instance.id && !isOver(task));

export function candidateOf(instance: InstanceRecord, tasks: readonly TaskRecord[]): Candidate {
  const groups = new Map<string, number>();
  for (const { group, desiredStatus } of tasks)
    if (desiredStatus === 'RUNNING') groups.set(group, (groups.get(group) ?? 0) + 1);
  return {
    id: instance.id,
    ec2InstanceId: instance.ec2InstanceId,
    agentConnected: instance.agentConnected,
    attributes: new Map(instance.attributes.map(({ name, value }) => [name, value ?? ''])),
    remaining: remainingOf(instance, tasks),
    groups,
  };
}

/** A task holds what it needs from its placement until it has STOPPED. */
export function remainingOf({ registered }: InstanceRecord, tasks: readonly TaskRecord[]): Remaining {
  const needs = tasks.map((task) => needsOf(task.taskDefinition, task.overrides));
  return {
    cpu: needs.reduce((left, { cpu }) => left - cpu, registered.cpu),
    memory: needs.reduce((left, { memory }) => left - memory, registered.memory),
    usedPorts: new Set([...registered.reservedPorts, ...tasks.flatMap(hostPorts)]),
    interfaces: needs.reduce((left, { interfaces }) => left - interfaces, registered.interfaces),
  };
}

/** Static host ports from placement on, dynamic ones once the agent has bound them. */
function hostPorts({ taskDefinition, containers }: TaskRecord): number[] {
  const bound = containers.flatMap(({ networkBindings }) => networkBindings.flatMap(({ hostPort }) => hostPort ?? []));
  return [...needsOf(taskDefinition).ports, ...bound];
}
