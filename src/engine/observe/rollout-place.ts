import type { Capacity, Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { InstanceGroupView } from '../../model/instance-views.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ContainerInstanceView } from '../../model/service-views.ts';
import { capacityNames, isDistinct } from '../../plan/rollout/rollout-forecast.ts';
import type { Place } from '../../plan/rollout/rollout-room.ts';
import type { TaskInterfaces } from '../../plan/rollout/task-interfaces.ts';
import { desiredSettings, type StackOutputs } from '../../plan/service/service-desired.ts';
import { taskSubnets } from '../../plan/service/task-network.ts';
import type { Instances } from '../../ports/instances.ts';
import type { Services } from '../../ports/services.ts';
import type { TaskNetworks } from '../../ports/task-networks.ts';

export interface PlacePorts {
  readonly instances: Pick<Instances, 'containerInstances' | 'group'>;
  readonly services: Pick<Services, 'tasks'>;
  readonly taskNetworks: TaskNetworks;
}

export interface PlaceCluster {
  readonly name: string;
  /** Without config nothing says of which type instances to come are, nor whether the group grows. */
  readonly capacity?: Capacity | undefined;
}

/** A cluster's instances, read once for all of its services. */
export interface Pool {
  readonly containerInstances: readonly ContainerInstanceView[];
  readonly group: InstanceGroupView | undefined;
}

/** A role that may not look makes a forecast poorer; it fails nothing. */
export async function readPool(
  { name, capacity }: PlaceCluster,
  { instances }: Pick<PlacePorts, 'instances'>,
): Promise<Pool | ToolkitError> {
  return orRefusal(async () => {
    const [containerInstances, group] = await Promise.all([
      instances.containerInstances(name),
      capacity && instances.group(capacity.autoScalingGroupName),
    ]);
    return { containerInstances, group };
  });
}

interface PlacedService {
  readonly name: string;
  readonly settings: JsonObject;
  readonly isLive: boolean;
  /** Its tasks have network interfaces of their own. */
  readonly isAwsvpc: boolean;
}

/** Where the service's tasks go, with the room that is there. */
export async function observePlace(
  { name: cluster, capacity }: PlaceCluster,
  service: PlacedService,
  pool: Pool | ToolkitError,
  { services, taskNetworks }: PlacePorts,
): Promise<Place> {
  const names = capacityNames(service.settings);
  if (names.every((name) => name.startsWith('FARGATE'))) return { kind: 'fargate' };
  const others = names.filter((name) => capacity && name !== capacity.capacityProviderName && name !== 'EC2');
  if (others.length > 0) return { kind: 'unknown', why: `the capacity of ${others.join(', ')} is not checked` };
  if (pool instanceof ToolkitError)
    return { kind: 'unknown', why: `the instances could not be read (${reasonOf(pool)})` };
  const all = pool.containerInstances.filter(
    ({ capacityProvider }) => names.includes('EC2') || names.includes(capacityProvider ?? ''),
  );
  if (all.length === 0) return { kind: 'unknown', why: 'no instance has joined the cluster yet' };
  const distinct = isDistinct(service.settings);
  const tasks = await orRefusal(async () =>
    distinct && service.isLive ? services.tasks(cluster, service.name, 'RUNNING') : [],
  );
  if (tasks instanceof ToolkitError)
    return { kind: 'unknown', why: `its tasks could not be read (${reasonOf(tasks)})` };
  const grows = capacity?.instanceScaling === 'managed' && !names.includes('EC2');
  return {
    kind: 'instances',
    instances: { all, instanceType: capacity?.instanceType },
    placement: {
      isDistinct: distinct,
      occupied: tasks.flatMap(({ containerInstanceArn }) => containerInstanceArn ?? []),
    },
    growth: grows && pool.group ? { size: pool.group.desiredCapacity, maxSize: pool.group.maxSize } : undefined,
    interfaces: service.isAwsvpc
      ? await observeInterfaces(service.settings, all, capacity?.instanceType, taskNetworks)
      : undefined,
  };
}

/** What EC2 lets the tasks' own network interfaces have. */
async function observeInterfaces(
  settings: JsonObject,
  instances: readonly ContainerInstanceView[],
  newType: string | undefined,
  networks: TaskNetworks,
): Promise<TaskInterfaces> {
  const types = instances.flatMap(({ attributes }) => attributes['ecs.instance-type'] ?? []);
  const found = await orRefusal(() =>
    Promise.all([
      networks.freeAddresses(taskSubnets(settings)),
      networks.mostInterfaces([...new Set([...types, ...(newType === undefined ? [] : [newType])])]),
      networks.attachedInterfaces(instances.map(({ ec2InstanceId }) => ec2InstanceId)),
    ]),
  );
  if (found instanceof ToolkitError) return { kind: 'unknown', why: reasonOf(found) };
  const [freeAddresses, mostInterfaces, attached] = found;
  return { kind: 'known', freeAddresses, mostInterfaces, attached };
}

/**
 * CreateService's members as the service will have them, its own capacity provider under config's name where no stack
 * has it yet.
 */
export function settingsWithPlace(
  cluster: Cluster,
  service: Parameters<typeof desiredSettings>[0],
  outputs: StackOutputs,
): JsonObject {
  const capacityProvider = { CapacityProvider: cluster.capacity.capacityProviderName };
  return desiredSettings(service, { ...outputs, cluster: { ...capacityProvider, ...outputs.cluster } });
}

function reasonOf({ message }: ToolkitError): string {
  return message.replace(/\.$/, '');
}

export async function orRefusal<T>(read: () => Promise<T>): Promise<T | ToolkitError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ToolkitError) return error;
    throw error;
  }
}
