import type { CreateVpcResult, DescribeSecurityGroupsResult, DescribeVpcsResult, Vpc } from '../../../shapes/ec2.d.ts';
import type { JsonObject } from '../template/json.ts';
import { tagSpecifications, updateEc2Tags } from './ec2-tags.ts';
import { pick } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';

const ATTRIBUTES = ['EnableDnsSupport', 'EnableDnsHostnames'];

export const ec2Vpc: ResourceType = {
  type: 'AWS::EC2::VPC',
  service: 'Ec2',
  serves: ['CidrBlock', 'InstanceTenancy', 'Tags', ...ATTRIBUTES],
  latency: 'resource-default',
  create: async (properties, { call }) => {
    const { Vpc: vpc } = await call<CreateVpcResult>('ec2', 'CreateVpc', {
      ...pick(properties, ['CidrBlock', 'InstanceTenancy']),
      ...tagSpecifications('vpc', properties),
    });
    return vpc?.VpcId ?? '';
  },
  configure: (id, properties, context) => setAttributes(id, properties, context),
  isStable: async (id, _properties, context) => (await describe(id, context))?.State === 'available',
  update: async (id, change, context) => {
    await setAttributes(id, change.desired, context);
    await updateEc2Tags(id, change, context);
  },
  // Only a change from dedicated to default leaves the VPC as it is.
  needsReplacement: ({ desired }) => desired['InstanceTenancy'] !== 'default',
  remove: async (id, _properties, { call }) => {
    await call('ec2', 'DeleteVpc', { VpcId: id });
  },
  attributes: async (id, _properties, context) => {
    const vpc = await describe(id, context);
    const { SecurityGroups: groups = [] } = await context.call<DescribeSecurityGroupsResult>(
      'ec2',
      'DescribeSecurityGroups',
      {
        Filters: [
          { Name: 'vpc-id', Values: [id] },
          { Name: 'group-name', Values: ['default'] },
        ],
      },
    );
    return {
      VpcId: id,
      CidrBlock: vpc?.CidrBlock ?? '',
      CidrBlockAssociations: (vpc?.CidrBlockAssociationSet ?? []).map(({ AssociationId }) => AssociationId ?? ''),
      DefaultSecurityGroup: groups[0]?.GroupId ?? '',
      Ipv6CidrBlocks: [],
    };
  },
};

/** EC2 takes one attribute a call. */
async function setAttributes(id: string, properties: JsonObject, { call }: ResourceContext): Promise<void> {
  for (const [name, value] of Object.entries(pick(properties, ATTRIBUTES)))
    await call('ec2', 'ModifyVpcAttribute', { VpcId: id, [name]: { Value: value } });
}

async function describe(id: string, { call }: ResourceContext): Promise<Vpc | undefined> {
  const { Vpcs: vpcs = [] } = await call<DescribeVpcsResult>('ec2', 'DescribeVpcs', { VpcIds: [id] });
  return vpcs[0];
}
