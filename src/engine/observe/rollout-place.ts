import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ContainerInstanceView } from '../../model/service-views.ts';
import { capacityNames, isDistinct } from '../../plan/rollout-forecast.ts';
import type { Place } from '../../plan/rollout-room.ts';
import { desiredSettings, type StackOutputs } from '../../plan/service-desired.ts';
import type { InstanceGroupView, Instances } from '../../ports/instances.ts';
import type { Services } from '../../ports/services.ts';

export interface PlacePorts {
  readonly instances: Pick<Instances, 'containerInstances' | 'group'>;
  readonly services: Pick<Services, 'tasks'>;
}

/** A cluster's instances, read once for all of its services. */
export interface Pool {
  readonly containerInstances: readonly ContainerInstanceView[];
  readonly group: InstanceGroupView | undefined;
}

/** A role that may not look makes a forecast poorer; it fails nothing. */
export async function readPool(cluster: Cluster, { instances }: PlacePorts): Promise<Pool | ToolkitError> {
  return orRefusal(async () => {
    const [containerInstances, group] = await Promise.all([
      instances.containerInstances(cluster.name),
      instances.group(cluster.capacity.autoScalingGroupName),
    ]);
    return { containerInstances, group };
  });
}

/** Where the service's tasks go, with the room that is there. */
export async function observePlace(
  cluster: Cluster,
  service: { readonly name: string; readonly settings: JsonObject; readonly isLive: boolean },
  pool: Pool | ToolkitError,
  { services }: PlacePorts,
): Promise<Place> {
  const { capacity } = cluster;
  const names = capacityNames(service.settings);
  if (names.every((name) => name.startsWith('FARGATE'))) return { kind: 'fargate' };
  const others = names.filter((name) => name !== capacity.capacityProviderName && name !== 'EC2');
  if (others.length > 0) return { kind: 'unknown', why: `the capacity of ${others.join(', ')} is not looked at` };
  if (pool instanceof ToolkitError)
    return { kind: 'unknown', why: `the instances could not be read (${pool.message})` };
  if (pool.containerInstances.length === 0) return { kind: 'unknown', why: 'no instance has joined the cluster yet' };
  const distinct = isDistinct(service.settings);
  const tasks = await orRefusal(async () =>
    distinct && service.isLive ? services.tasks(cluster.name, service.name, 'RUNNING') : [],
  );
  if (tasks instanceof ToolkitError) return { kind: 'unknown', why: `its tasks could not be read (${tasks.message})` };
  const grows = capacity.instanceScaling === 'managed' && !names.includes('EC2');
  return {
    kind: 'instances',
    instances: { all: pool.containerInstances, instanceType: capacity.instanceType },
    placement: {
      isDistinct: distinct,
      occupied: tasks.flatMap(({ containerInstanceArn }) => containerInstanceArn ?? []),
    },
    growth: grows && pool.group ? { size: pool.group.desiredCapacity, maxSize: pool.group.maxSize } : undefined,
  };
}

/** CreateService's members as the service will have them, its own capacity provider under config's name where no stack has it yet. */
export function settingsWithPlace(
  cluster: Cluster,
  service: Parameters<typeof desiredSettings>[0],
  outputs: StackOutputs,
): JsonObject {
  const capacityProvider = { CapacityProvider: cluster.capacity.capacityProviderName };
  return desiredSettings(service, { ...outputs, cluster: { ...capacityProvider, ...outputs.cluster } });
}

export async function orRefusal<T>(read: () => Promise<T>): Promise<T | ToolkitError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ToolkitError) return error;
    throw error;
  }
}
