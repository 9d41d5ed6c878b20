import type { CreateSubnetResult, DescribeSubnetsResult, Subnet } from '../../../shapes/ec2.d.ts';
import type { JsonObject } from '../template/json.ts';
import { tagSpecifications, updateEc2Tags } from './ec2-tags.ts';
import { pick } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';

export const ec2Subnet: ResourceType = {
  type: 'AWS::EC2::Subnet',
  service: 'Ec2',
  serves: ['AvailabilityZone', 'AvailabilityZoneId', 'CidrBlock', 'MapPublicIpOnLaunch', 'Tags', 'VpcId'],
  latency: 'resource-default',
  create: async (properties, { call }) => {
    const { Subnet: subnet } = await call<CreateSubnetResult>('ec2', 'CreateSubnet', {
      ...pick(properties, ['VpcId', 'CidrBlock', 'AvailabilityZone', 'AvailabilityZoneId']),
      ...tagSpecifications('subnet', properties),
    });
    return subnet?.SubnetId ?? '';
  },
  configure: (id, properties, context) => setPublicIp(id, properties, context),
  isStable: async (id, _properties, context) => (await describe(id, context))?.State === 'available',
  update: async (id, change, context) => {
    await setPublicIp(id, { MapPublicIpOnLaunch: false, ...change.desired }, context);
    await updateEc2Tags(id, change, context);
  },
  remove: async (id, _properties, { call }) => {
    await call('ec2', 'DeleteSubnet', { SubnetId: id });
  },
  attributes: async (id, _properties, context) => {
    const subnet = await describe(id, context);
    return {
      SubnetId: id,
      VpcId: subnet?.VpcId ?? '',
      AvailabilityZone: subnet?.AvailabilityZone ?? '',
      AvailabilityZoneId: subnet?.AvailabilityZoneId ?? '',
      CidrBlock: subnet?.CidrBlock ?? '',
      Ipv6CidrBlocks: [],
    };
  },
};

async function setPublicIp(id: string, properties: JsonObject, { call }: ResourceContext): Promise<void> {
  const { MapPublicIpOnLaunch: value } = properties;
  if (value !== undefined)
    await call('ec2', 'ModifySubnetAttribute', { SubnetId: id, MapPublicIpOnLaunch: { Value: value } });
}

async function describe(id: string, { call }: ResourceContext): Promise<Subnet | undefined> {
  const { Subnets: subnets = [] } = await call<DescribeSubnetsResult>('ec2', 'DescribeSubnets', { SubnetIds: [id] });
  return subnets[0];
}
