import { AwsError } from '../../../core/errors.ts';
import type { World } from '../../../core/world.ts';
import type { AttachNetworkInterfaceResult, CreateNetworkInterfaceResult } from '../../../shapes/ec2.d.ts';
import type { InstanceRecord } from '../agent/record.ts';
import type { Ecs } from '../context.ts';
import { tasksOn } from '../placement/candidate.ts';
import { tolerate } from '../refusals.ts';
import type { TaskRecord } from '../tasks/record.ts';
import type { CreatedInterface, TaskInterface, TaskNetwork } from './record.ts';

/** Its service-linked role does it; EC2 takes the interfaces for ECS's own. */
const ECS = { arn: 'ecs.amazonaws.com' };
/** How often ECS tries to delete an interface that is being detached. */
const RETRY_MS = 1_000;

/** Before the task has a place there is only an attachment to come. */
export const plannedInterface = ({ world }: Ecs): TaskInterface => ({
  attachmentId: world.random.uuid(),
  status: 'PRECREATED',
  subnetId: undefined,
  deviceIndex: undefined,
  created: undefined,
});

/** Of several subnets in the instance's zone, any. */
export function chooseSubnet({ world }: Ecs, { subnets }: TaskNetwork, zone: string | undefined): string | undefined {
  const near = subnets.filter((subnet) => subnet.zone === zone);
  return near[Math.floor(world.random.next() * near.length)]?.id;
}

/**
 * Creates the task's interface, attaches it to the instance and waits until the agent has found it. Rejects with EC2's
 * refusal.
 */
export async function attachInterface(ecs: Ecs, instance: InstanceRecord, task: TaskRecord): Promise<void> {
  const { world } = ecs;
  const { network, networkInterface: own } = task;
  if (!network || !own) return;
  own.deviceIndex = freeDeviceIndex(ecs, instance);
  own.created = await createInterface(world, network, own);
  const { AttachmentId } = await world.call<AttachNetworkInterfaceResult>(
    'ec2',
    'AttachNetworkInterface',
    { NetworkInterfaceId: own.created.id, InstanceId: instance.ec2InstanceId, DeviceIndex: own.deviceIndex },
    ECS,
  );
  own.created.ec2AttachmentId = AttachmentId;
  own.status = 'ATTACHING';
  task.version++;
  await world.clock.sleep(world.latency('interface-attached') + world.latency('interface-acknowledged'));
  if (own.status === 'ATTACHING') own.status = 'ATTACHED';
  task.version++;
}

async function createInterface(
  world: World,
  { vpcId, securityGroups }: TaskNetwork,
  { attachmentId, subnetId }: TaskInterface,
): Promise<CreatedInterface> {
  const { NetworkInterface: made = {} } = await world.call<CreateNetworkInterfaceResult>(
    'ec2',
    'CreateNetworkInterface',
    {
      SubnetId: subnetId,
      Groups: [...securityGroups],
      Description: `arn:aws:ecs:${world.region}:${world.account}:attachment/${attachmentId}`,
    },
    ECS,
  );
  return {
    id: made.NetworkInterfaceId ?? '',
    vpcId,
    macAddress: made.MacAddress ?? '',
    privateIp: made.PrivateIpAddress ?? '',
    privateName: made.PrivateDnsName ?? '',
    ec2AttachmentId: undefined,
  };
}

/** Of the interfaces of an instance, its primary one is at 0. */
function freeDeviceIndex({ state }: Ecs, instance: InstanceRecord): number {
  const cluster = state.clusters.get(instance.clusterName);
  const taken = (cluster ? tasksOn(cluster, instance) : []).map(
    ({ networkInterface }) => networkInterface?.deviceIndex,
  );
  let index = 1;
  while (taken.includes(index)) index++;
  return index;
}

/** Detaches and deletes the interface of a task that is over, once. */
export async function releaseInterface({ world }: Ecs, { networkInterface: own }: TaskRecord): Promise<void> {
  if (!own || own.status === 'DETACHING' || own.status === 'DELETED') return;
  own.status = 'DETACHING';
  const { created } = own;
  if (created) {
    if (created.ec2AttachmentId !== undefined) await detach(world, created.ec2AttachmentId);
    while (!(await isDeleted(world, created.id))) await world.clock.sleep(RETRY_MS);
  }
  own.status = 'DELETED';
}

/** An instance that is terminated has let go of it already. */
async function detach({ call }: World, AttachmentId: string): Promise<void> {
  await call('ec2', 'DetachNetworkInterface', { AttachmentId }, ECS).catch(tolerate);
}

/** False while EC2 has it in use. */
async function isDeleted({ call }: World, NetworkInterfaceId: string): Promise<boolean> {
  try {
    await call('ec2', 'DeleteNetworkInterface', { NetworkInterfaceId }, ECS);
    return true;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return /NotFound/.test(error.code);
  }
}
