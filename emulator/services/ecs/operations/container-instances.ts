import type { World } from '../../../core/world.ts';
import type { DescribeInstanceTypesResult } from '../../../shapes/ec2.d.ts';
import type {
  Attribute,
  DeregisterContainerInstanceRequest,
  DeregisterContainerInstanceResponse,
  RegisterContainerInstanceRequest,
  RegisterContainerInstanceResponse,
  UpdateContainerInstancesStateRequest,
  UpdateContainerInstancesStateResponse,
} from '../../../shapes/ecs.d.ts';
import type { InstanceRecord } from '../agent/record.ts';
import { removeInstance } from '../agent/removal.ts';
import { containerInstanceArn, lastPart } from '../arns.ts';
import { groupOfInstance } from '../capacity/group.ts';
import type { Ecs } from '../context.ts';
import { activeCluster } from '../lookups.ts';
import { tasksOn } from '../placement/candidate.ts';
import { clientError, invalidParameter } from '../refusals.ts';
import type { ClusterRecord } from '../state.ts';
import { checkTags } from '../tags.ts';
import { viewInstance } from './container-instance-view.ts';

/** The agent's own default of ECS_CONTAINER_STOP_TIMEOUT [agent README]. */
const DEFAULT_STOP_TIMEOUT_MS = 30_000;

export function containerInstanceOperations(ecs: Ecs) {
  const { world, state } = ecs;

  /** The agent's own operation: AWS means nobody else to call it. */
  const RegisterContainerInstance = async (
    input: RegisterContainerInstanceRequest,
  ): Promise<RegisterContainerInstanceResponse> => {
    const cluster = activeCluster(state, input.cluster);
    const ec2InstanceId = instanceIdIn(input.instanceIdentityDocument);
    const autoScalingGroupName = await groupOfInstance(ecs, ec2InstanceId);
    const id = world.random.hex(32);
    const resource = (name: string) => input.totalResources?.find((one) => one.name === name);
    const instance: InstanceRecord = {
      id,
      arn: containerInstanceArn(world, cluster.name, id),
      clusterName: cluster.name,
      ec2InstanceId,
      autoScalingGroupName,
      status: 'ACTIVE',
      agentConnected: true,
      registered: {
        cpu: resource('CPU')?.integerValue ?? 0,
        memory: resource('MEMORY')?.integerValue ?? 0,
        reservedPorts: (resource('PORTS')?.stringSetValue ?? []).map(Number),
        interfaces: await interfacesForTasks(world, input.attributes ?? []),
      },
      attributes: input.attributes ?? [],
      versionInfo: input.versionInfo ?? {},
      registeredAt: world.clock.now(),
      tags: checkTags(input.tags),
      version: 1,
      stopTimeoutMs: DEFAULT_STOP_TIMEOUT_MS,
      images: new Set(),
      nextPort: 0,
    };
    cluster.instances.set(id, instance);
    return { containerInstance: viewInstance(state, cluster, instance, true) };
  };

  const DeregisterContainerInstance = (
    input: DeregisterContainerInstanceRequest,
  ): DeregisterContainerInstanceResponse => {
    const cluster = activeCluster(state, input.cluster);
    const instance = known(cluster, input.containerInstance);
    if (!instance) throw clientError('Referenced container instance was not found.');
    if (!input.force && tasksOn(cluster, instance).length > 0)
      throw invalidParameter('Found running tasks on the instance.');
    const view = viewInstance(state, cluster, instance, true);
    removeInstance(ecs, cluster, instance, 'deregistered');
    return { containerInstance: { ...view, status: 'INACTIVE', agentConnected: false } };
  };

  const UpdateContainerInstancesState = (
    input: UpdateContainerInstancesStateRequest,
  ): UpdateContainerInstancesStateResponse => {
    const cluster = activeCluster(state, input.cluster);
    if (input.containerInstances.length > 10) throw invalidParameter('instanceIds can have at most 10 items.');
    const { status } = input;
    if (status !== 'ACTIVE' && status !== 'DRAINING')
      throw invalidParameter('Container instance status should be one of [ACTIVE, DRAINING].');
    const containerInstances = [];
    const failures = [];
    for (const reference of input.containerInstances) {
      const instance = known(cluster, reference);
      if (!instance) {
        failures.push({ arn: containerInstanceArn(world, cluster.name, lastPart(reference)), reason: 'MISSING' });
        continue;
      }
      if (instance.status !== status) instance.version++;
      instance.status = status;
      containerInstances.push(viewInstance(state, cluster, instance, false));
    }
    return { containerInstances, failures };
  };

  const known = (cluster: ClusterRecord, reference: string): InstanceRecord | undefined =>
    cluster.instances.get(lastPart(reference));

  return { RegisterContainerInstance, DeregisterContainerInstance, UpdateContainerInstancesState };
}

/** What the agent does not say; for a type that nobody knows nothing limits it. */
async function interfacesForTasks(world: World, attributes: readonly Attribute[]): Promise<number> {
  const type = attributes.find(({ name }) => name === 'ecs.instance-type')?.value;
  if (type === undefined) return Number.POSITIVE_INFINITY;
  const { InstanceTypes } = await world.call<DescribeInstanceTypesResult>('ec2', 'DescribeInstanceTypes', {
    InstanceTypes: [type],
  });
  return (InstanceTypes?.[0]?.NetworkInfo?.MaximumNetworkInterfaces ?? Number.POSITIVE_INFINITY) - 1;
}

function instanceIdIn(document: string | undefined): string {
  const parsed: unknown = JSON.parse(document ?? 'null');
  if (typeof parsed === 'object' && parsed !== null && 'instanceId' in parsed) return String(parsed.instanceId);
  throw clientError('The instance identity document is invalid.');
}
