import { AwsError } from '../../core/errors.ts';
import { find, unserved } from './errors.ts';
import type { LaunchRequest } from './launch-request.ts';
import { groupNamed } from './security-groups.ts';
import type { Ec2, Subnet } from './state.ts';

/** Where in the network a launch puts its instances. */
export interface Placing {
  readonly subnet: Subnet;
  readonly groupIds: readonly string[];
  readonly publicAddress: boolean;
}

/** The subnet that a launch names, or a default subnet; its groups, or the VPC's default group. */
export function placing(ec2: Ec2, request: LaunchRequest): Placing {
  const [primary] = request.NetworkInterfaces ?? [];
  if (primary?.NetworkInterfaceId !== undefined) throw unserved('launches onto an existing network interface');
  if (request.Placement?.Tenancy !== undefined && request.Placement.Tenancy !== 'default')
    throw unserved('dedicated tenancy');
  if (request.Placement?.GroupName) throw unserved('placement groups');
  const subnetId = primary?.SubnetId ?? request.SubnetId;
  const subnet =
    subnetId === undefined
      ? defaultSubnet(ec2, request.Placement?.AvailabilityZone)
      : find(ec2.subnets, 'subnet', subnetId);
  return {
    subnet,
    groupIds: groupsOf(ec2, request, subnet),
    publicAddress: primary?.AssociatePublicIpAddress ?? subnet.mapPublicIp,
  };
}

function defaultSubnet(ec2: Ec2, zoneName: string | undefined): Subnet {
  const vpc = [...ec2.vpcs.values()].find(({ isDefault }) => isDefault);
  if (!vpc)
    throw new AwsError(
      'VPCIdNotSpecified',
      'No default VPC for this user. GroupName is only supported for EC2-Classic and default VPC.',
    );
  const subnets = [...ec2.subnets.values()].filter(
    ({ vpcId, defaultForZone, zone }) =>
      vpcId === vpc.id && defaultForZone && (zoneName === undefined || zone.name === zoneName),
  );
  const subnet = subnets[Math.floor(ec2.world.random.next() * subnets.length)];
  if (!subnet)
    throw new AwsError('MissingInput', `No subnets found for the default VPC '${vpc.id}'. Please specify a subnet.`);
  return subnet;
}

function groupsOf(ec2: Ec2, request: LaunchRequest, { id: subnetId, vpcId }: Subnet): string[] {
  const ids = request.NetworkInterfaces?.[0]?.Groups ?? request.SecurityGroupIds ?? [];
  const groups = [
    ...ids.map((id) => find(ec2.groups, 'securityGroup', id)),
    ...(request.SecurityGroups ?? []).map((name) => groupNamed(ec2, name, vpcId)),
  ];
  const stranger = groups.find((group) => group.vpcId !== vpcId);
  if (stranger)
    throw new AwsError(
      'InvalidParameter',
      `Security group ${stranger.id} and subnet ${subnetId} belong to different networks.`,
    );
  return groups.length > 0 ? [...new Set(groups.map(({ id }) => id))] : [groupNamed(ec2, 'default', vpcId).id];
}
