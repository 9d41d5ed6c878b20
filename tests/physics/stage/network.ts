import type { CreateSecurityGroupResult, DescribeSubnetsResult, IpPermission } from '../../../emulator/shapes/ec2.d.ts';
import type { Account } from '../account.ts';

export interface Network {
  readonly vpcId: string;
  /** One public subnet in each zone. */
  readonly subnetIds: readonly [string, string, string];
  readonly balancerGroupId: string;
  readonly instanceGroupId: string;
}

export interface NetworkOptions {
  /** Whether instances admit the load balancer to the ports that tasks get by chance; true by default. */
  readonly ephemeralPorts?: boolean;
}

/** The default VPC, with a security group for a load balancer and one for instances. */
export async function findNetwork(account: Account, { ephemeralPorts = true }: NetworkOptions = {}): Promise<Network> {
  const { Subnets = [] } = await account.aws<DescribeSubnetsResult>('ec2', 'DescribeSubnets');
  const [a = '', b = '', c = ''] = Subnets.flatMap(({ SubnetId }) => SubnetId ?? []);
  const vpcId = Subnets[0]?.VpcId ?? '';
  const anyone = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
  const balancerGroupId = await createGroup(account, vpcId, 'alb', [tcp(80, 80, anyone)]);
  const fromBalancer = { UserIdGroupPairs: [{ GroupId: balancerGroupId }] };
  const instanceGroupId = await createGroup(
    account,
    vpcId,
    'instances',
    ephemeralPorts ? [tcp(32_768, 65_535, fromBalancer)] : [tcp(80, 80, fromBalancer)],
  );
  return { vpcId, subnetIds: [a, b, c], balancerGroupId, instanceGroupId };
}

const tcp = (FromPort: number, ToPort: number, peer: IpPermission): IpPermission => ({
  IpProtocol: 'tcp',
  FromPort,
  ToPort,
  ...peer,
});

async function createGroup(
  { aws }: Account,
  VpcId: string,
  GroupName: string,
  IpPermissions: readonly IpPermission[],
): Promise<string> {
  const input = { VpcId, GroupName, Description: GroupName };
  const { GroupId = '' } = await aws<CreateSecurityGroupResult>('ec2', 'CreateSecurityGroup', input);
  await aws('ec2', 'AuthorizeSecurityGroupIngress', { GroupId, IpPermissions });
  return GroupId;
}
