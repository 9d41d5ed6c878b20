import { BlockList } from 'node:net';
import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';
import type {
  DescribeInstancesResult,
  DescribeInternetGatewaysResult,
  DescribeSecurityGroupsResult,
  DescribeSubnetsResult,
  DescribeVpcsResult,
} from '../../shapes/ec2.d.ts';

/**
 * What the load balancer asks EC2, by public operations; EC2's "not found" becomes Elastic Load Balancing's refusal.
 */
async function ask<Output>(world: World, operation: string, input: object, unknown: () => AwsError): Promise<Output> {
  try {
    return await world.call<Output>('ec2', operation, input);
  } catch (error) {
    if (error instanceof AwsError && /NotFound|Malformed/.test(error.code)) throw unknown();
    throw error;
  }
}

export interface SubnetFacts {
  readonly subnetId: string;
  readonly vpcId: string;
  readonly zone: string;
}

/** In the order of `ids`. */
export async function describeSubnets(world: World, ids: readonly string[]): Promise<SubnetFacts[]> {
  return Promise.all(
    ids.map(async (subnetId) => {
      const unknown = () => new AwsError('SubnetNotFound', `The subnet ID '${subnetId}' does not exist`);
      const input = { SubnetIds: [subnetId] };
      const { Subnets } = await ask<DescribeSubnetsResult>(world, 'DescribeSubnets', input, unknown);
      const subnet = Subnets?.[0];
      if (!subnet) throw unknown();
      return { subnetId, vpcId: subnet.VpcId ?? '', zone: subnet.AvailabilityZone ?? '' };
    }),
  );
}

/** Throws InvalidConfigurationRequest where one of the groups does not exist or is in another VPC. */
export async function checkSecurityGroups(world: World, vpcId: string, ids: readonly string[]): Promise<void> {
  const unknown = () => new AwsError('InvalidConfigurationRequest', 'One or more security groups are invalid');
  const input = { GroupIds: [...ids] };
  const { SecurityGroups = [] } = await ask<DescribeSecurityGroupsResult>(
    world,
    'DescribeSecurityGroups',
    input,
    unknown,
  );
  if (SecurityGroups.length < new Set(ids).size || SecurityGroups.some((group) => group.VpcId !== vpcId))
    throw unknown();
}

export async function defaultSecurityGroup(world: World, vpcId: string): Promise<string[]> {
  const Filters = [
    { Name: 'vpc-id', Values: [vpcId] },
    { Name: 'group-name', Values: ['default'] },
  ];
  const { SecurityGroups = [] } = await world.call<DescribeSecurityGroupsResult>('ec2', 'DescribeSecurityGroups', {
    Filters,
  });
  return SecurityGroups.flatMap(({ GroupId = [] }) => GroupId);
}

/**
 * Whether some rule of the groups opens the TCP port to addresses: whoever the client stands for is taken to be among
 * them.
 */
export async function opensToClients(world: World, ids: readonly string[], port: number): Promise<boolean> {
  const unknown = () => new AwsError('InvalidConfigurationRequest', 'One or more security groups are invalid');
  const input = { GroupIds: [...ids] };
  const { SecurityGroups = [] } = await ask<DescribeSecurityGroupsResult>(
    world,
    'DescribeSecurityGroups',
    input,
    unknown,
  );
  return SecurityGroups.flatMap(({ IpPermissions = [] }) => IpPermissions).some(
    ({ IpProtocol, FromPort = 0, ToPort = 65_535, IpRanges = [], Ipv6Ranges = [], PrefixListIds = [] }) =>
      (IpProtocol === '-1' || (IpProtocol === 'tcp' && FromPort <= port && port <= ToPort)) &&
      IpRanges.length + Ipv6Ranges.length + PrefixListIds.length > 0,
  );
}

export async function checkInternetGateway(world: World, vpcId: string): Promise<void> {
  const Filters = [{ Name: 'attachment.vpc-id', Values: [vpcId] }];
  const { InternetGateways = [] } = await world.call<DescribeInternetGatewaysResult>(
    'ec2',
    'DescribeInternetGateways',
    { Filters },
  );
  if (InternetGateways.length === 0) throw new AwsError('InvalidSubnet', `VPC ${vpcId} has no internet gateway`);
}

export async function checkVpc(world: World, vpcId: string): Promise<void> {
  const unknown = () => new AwsError('ValidationError', `The VPC ID '${vpcId}' is not found`);
  const { Vpcs = [] } = await ask<DescribeVpcsResult>(world, 'DescribeVpcs', { VpcIds: [vpcId] }, unknown);
  if (Vpcs.length === 0) throw unknown();
}

/** The subnet whose addresses hold this one. Throws the refusal of an address outside of the VPC's subnets. */
export async function subnetOfAddress(world: World, vpcId: string, address: string): Promise<SubnetFacts> {
  const { Subnets = [] } = await world.call<DescribeSubnetsResult>('ec2', 'DescribeSubnets', {
    Filters: [{ Name: 'vpc-id', Values: [vpcId] }],
  });
  const subnet = Subnets.find(({ CidrBlock = '' }) => holds(CidrBlock, address));
  if (!subnet)
    throw new AwsError(
      'ValidationError',
      `The Availability Zone is required for IP address '${address}' because it is not in the VPC`,
    );
  return { subnetId: subnet.SubnetId ?? '', vpcId, zone: subnet.AvailabilityZone ?? '' };
}

function holds(cidr: string, address: string): boolean {
  const [network = '', prefix = '32'] = cidr.split('/');
  const block = new BlockList();
  block.addSubnet(network, Number(prefix));
  return block.check(address);
}

export interface InstanceFacts {
  readonly id: string;
  readonly state: string;
  readonly zone: string;
  readonly vpcId: string;
  readonly privateIp: string;
}

export async function describeInstance(world: World, id: string): Promise<InstanceFacts> {
  const unknown = () => new AwsError('InvalidTarget', `The following instances do not exist: '${id}'`);
  const input = { InstanceIds: [id] };
  const { Reservations } = await ask<DescribeInstancesResult>(world, 'DescribeInstances', input, unknown);
  const instance = Reservations?.[0]?.Instances?.[0];
  if (!instance) throw unknown();
  return {
    id,
    state: instance.State?.Name ?? 'pending',
    zone: instance.Placement?.AvailabilityZone ?? '',
    vpcId: instance.VpcId ?? '',
    privateIp: instance.PrivateIpAddress ?? '',
  };
}
