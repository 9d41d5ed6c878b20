import type { World } from '../../../core/world.ts';
import type {
  DescribeImagesResult,
  DescribeInstancesResult,
  DescribeInstanceTypesResult,
  DescribeRouteTablesResult,
  Instance,
  InstanceAttribute,
} from '../../../shapes/ec2.d.ts';

/** An EC2 instance as its agent finds it, asked of EC2's public operations. */
export async function findHost(world: World, instanceId: string): Promise<Instance | undefined> {
  const { Reservations } = await world.call<DescribeInstancesResult>('ec2', 'DescribeInstances', {
    InstanceIds: [instanceId],
  });
  return Reservations?.[0]?.Instances?.[0];
}

export async function userDataOf(world: World, instanceId: string): Promise<string | undefined> {
  const { UserData } = await world.call<InstanceAttribute>('ec2', 'DescribeInstanceAttribute', {
    InstanceId: instanceId,
    Attribute: 'userData',
  });
  return UserData?.Value;
}

/** Only ECS-optimised images bring an agent along. */
export async function bringsAgent(world: World, { ImageId }: Instance): Promise<boolean> {
  const { Images } = await world.call<DescribeImagesResult>('ec2', 'DescribeImages', { ImageIds: [ImageId] });
  return /(^|[^a-z])ecs([^a-z]|$)/i.test(Images?.[0]?.Name ?? '');
}

/** Whether the agent has a way to ECS: by a public address and an internet gateway, or by a NAT gateway. */
export async function reachesEcs(world: World, instance: Instance): Promise<boolean> {
  if (world.sabotage.has('no-way-out')) return true;
  const { RouteTables = [] } = await world.call<DescribeRouteTablesResult>('ec2', 'DescribeRouteTables', {
    Filters: [{ Name: 'vpc-id', Values: [instance.VpcId ?? ''] }],
  });
  const own = RouteTables.find(({ Associations }) =>
    Associations?.some(({ SubnetId }) => SubnetId !== undefined && SubnetId === instance.SubnetId),
  );
  const table = own ?? RouteTables.find(({ Associations }) => Associations?.some(({ Main }) => Main));
  const way = table?.Routes?.find(({ DestinationCidrBlock, State }) => {
    return DestinationCidrBlock === '0.0.0.0/0' && State !== 'blackhole';
  });
  if (way?.NatGatewayId !== undefined) return true;
  return way?.GatewayId?.startsWith('igw-') === true && instance.PublicIpAddress !== undefined;
}

export interface HostSize {
  readonly cpu: number;
  readonly memory: number;
}

/**
 * What the agent offers: 1,024 CPU units a vCPU, and the memory that Linux has left for it (3,915 MiB of a t2.medium's
 * 4,096 on Amazon Linux 2023: the kernel takes a part in proportion and a fixed part).
 */
export async function sizeOf(world: World, { InstanceType }: Instance): Promise<HostSize> {
  const { InstanceTypes } = await world.call<DescribeInstanceTypesResult>('ec2', 'DescribeInstanceTypes', {
    InstanceTypes: [InstanceType],
  });
  const vCpus = InstanceTypes?.[0]?.VCpuInfo?.DefaultVCpus ?? 0;
  const memory = InstanceTypes?.[0]?.MemoryInfo?.SizeInMiB ?? 0;
  return { cpu: vCpus * 1024, memory: Math.max(0, Math.floor(memory * 0.964 - 33)) };
}
