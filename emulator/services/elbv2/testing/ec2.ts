import { AwsError } from '../../../core/errors.ts';
import type { Service } from '../../../core/world.ts';
import type {
  DescribeInstancesRequest,
  DescribeInternetGatewaysRequest,
  DescribeSecurityGroupsRequest,
  DescribeSubnetsRequest,
  DescribeVpcsRequest,
} from '../../../shapes/ec2.d.ts';

export const VPC = 'vpc-1';
export const SUBNETS = { 'subnet-a': 'ap-northeast-1a', 'subnet-c': 'ap-northeast-1c', 'subnet-d': 'ap-northeast-1d' };
const BLOCKS = { 'subnet-a': '10.0.0.0/24', 'subnet-c': '10.0.1.0/24', 'subnet-d': '10.0.2.0/24' };
/** Instances by id: the zone of each. */
export const INSTANCES = {
  'i-0000000a': 'ap-northeast-1a',
  'i-0000000c': 'ap-northeast-1c',
  'i-0000000d': 'ap-northeast-1d',
};

const open = (port: number) => [
  { IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
];

/**
 * EC2 as far as the load balancer asks it. Only vpc-1 has an internet gateway; i-0000000f is stopping; sg-closed opens
 * nothing to clients, all other groups open port 80.
 */
/** `onAsked` is told of each question about security groups. */
export const createEc2 = (onAsked: () => void): Service => ({
  operations: {
    DescribeSubnets: ({ Filters, SubnetIds = Filters ? Object.keys(BLOCKS) : [] }: DescribeSubnetsRequest) => ({
      Subnets: SubnetIds.map((id) => {
        if (id === 'subnet-x' || id === 'subnet-y')
          return {
            SubnetId: id,
            VpcId: 'vpc-2',
            AvailabilityZone: id === 'subnet-x' ? 'ap-northeast-1a' : 'ap-northeast-1c',
          };
        const zone = SUBNETS[id as keyof typeof SUBNETS];
        if (!zone && id !== 'subnet-a2') throw new AwsError('InvalidSubnetID.NotFound', `${id} does not exist`);
        const CidrBlock = BLOCKS[id as keyof typeof BLOCKS];
        return { SubnetId: id, VpcId: VPC, AvailabilityZone: zone ?? 'ap-northeast-1a', CidrBlock };
      }),
    }),
    DescribeSecurityGroups: ({ GroupIds, Filters }: DescribeSecurityGroupsRequest) => {
      onAsked();
      if (Filters) return { SecurityGroups: [{ GroupId: 'sg-default', VpcId: VPC }] };
      if (GroupIds?.includes('sg-none')) throw new AwsError('InvalidGroup.NotFound', 'sg-none does not exist');
      return {
        SecurityGroups: GroupIds?.map((GroupId) => ({
          GroupId,
          VpcId: VPC,
          IpPermissions: open(GroupId === 'sg-closed' ? 443 : 80),
        })),
      };
    },
    DescribeInternetGateways: ({ Filters }: DescribeInternetGatewaysRequest) => ({
      InternetGateways: Filters?.[0]?.Values?.includes(VPC) ? [{ InternetGatewayId: 'igw-1' }] : [],
    }),
    DescribeVpcs: ({ VpcIds = [] }: DescribeVpcsRequest) => {
      if (!VpcIds.includes(VPC)) throw new AwsError('InvalidVpcID.NotFound', `${VpcIds[0]} does not exist`);
      return { Vpcs: [{ VpcId: VPC }] };
    },
    DescribeInstances: ({ InstanceIds: [id = ''] = [] }: DescribeInstancesRequest) => {
      const zone = { ...INSTANCES, 'i-0000000f': 'ap-northeast-1a' }[id];
      if (!zone) throw new AwsError('InvalidInstanceID.NotFound', `${id} does not exist`);
      const Instance = {
        InstanceId: id,
        State: { Name: id === 'i-0000000f' ? 'stopping' : 'running' },
        Placement: { AvailabilityZone: zone },
        VpcId: VPC,
        PrivateIpAddress: '10.0.0.10',
      };
      return { Reservations: [{ Instances: [Instance] }] };
    },
  },
});
