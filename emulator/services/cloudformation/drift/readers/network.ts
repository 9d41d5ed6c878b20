import type {
  DescribeInternetGatewaysResult,
  DescribeRouteTablesResult,
  DescribeSubnetsResult,
  DescribeVpcAttributeResult,
  DescribeVpcsResult,
  RouteTable,
} from '../../../../shapes/ec2.d.ts';
import type { ResourceContext } from '../../resources/resource-type.ts';
import type { LiveReader } from '../reader.ts';
import { plain } from '../reader.ts';

const vpc: LiveReader = {
  read: async (id, _expected, context) => {
    const { Vpcs: [found] = [] } = await context.call<DescribeVpcsResult>('ec2', 'DescribeVpcs', { VpcIds: [id] });
    if (!found) return undefined;
    const { CidrBlock, InstanceTenancy, Tags } = found;
    const EnableDnsSupport = await vpcAttribute(id, 'EnableDnsSupport', context);
    const EnableDnsHostnames = await vpcAttribute(id, 'EnableDnsHostnames', context);
    return plain({ CidrBlock, InstanceTenancy, Tags, EnableDnsSupport, EnableDnsHostnames });
  },
};

async function vpcAttribute(
  id: string,
  name: 'EnableDnsSupport' | 'EnableDnsHostnames',
  { call }: ResourceContext,
): Promise<boolean | undefined> {
  const answer = await call<DescribeVpcAttributeResult>('ec2', 'DescribeVpcAttribute', {
    VpcId: id,
    Attribute: name.charAt(0).toLowerCase() + name.slice(1),
  });
  return answer[name]?.Value;
}

const subnet: LiveReader = {
  read: async (id, _expected, { call }) => {
    const { Subnets: [found] = [] } = await call<DescribeSubnetsResult>('ec2', 'DescribeSubnets', { SubnetIds: [id] });
    if (!found) return undefined;
    const { VpcId, CidrBlock, AvailabilityZone, AvailabilityZoneId, MapPublicIpOnLaunch, Tags } = found;
    return plain({ VpcId, CidrBlock, AvailabilityZone, AvailabilityZoneId, MapPublicIpOnLaunch, Tags });
  },
};

const internetGateway: LiveReader = {
  read: async (id, _expected, { call }) => {
    const { InternetGateways: [found] = [] } = await call<DescribeInternetGatewaysResult>(
      'ec2',
      'DescribeInternetGateways',
      { InternetGatewayIds: [id] },
    );
    return found && plain({ Tags: found.Tags });
  },
};

const routeTable: LiveReader = {
  read: async (id, _expected, context) => {
    const found = await describeRouteTable(id, context);
    return found && plain({ VpcId: found.VpcId, Tags: found.Tags });
  },
};

const route: LiveReader = {
  read: async (_id, { RouteTableId: table, DestinationCidrBlock: destination }, context) => {
    const found = await describeRouteTable(String(table), context);
    const live = found?.Routes?.find(({ DestinationCidrBlock: block }) => block === destination);
    return live && { RouteTableId: table ?? '', ...plain(live) };
  },
};

async function describeRouteTable(id: string, { call }: ResourceContext): Promise<RouteTable | undefined> {
  const { RouteTables: [found] = [] } = await call<DescribeRouteTablesResult>('ec2', 'DescribeRouteTables', {
    RouteTableIds: [id],
  });
  return found;
}

const subnetRouteTableAssociation: LiveReader = {
  read: async (id, _expected, { call }) => {
    const Filters = [{ Name: 'association.route-table-association-id', Values: [id] }];
    const { RouteTables: [table] = [] } = await call<DescribeRouteTablesResult>('ec2', 'DescribeRouteTables', {
      Filters,
    });
    const found = table?.Associations?.find(({ RouteTableAssociationId: other }) => other === id);
    return found && plain({ RouteTableId: found.RouteTableId, SubnetId: found.SubnetId });
  },
};

const gatewayAttachment: LiveReader = {
  read: async (_id, { InternetGatewayId: id, VpcId }, { call }) => {
    const { InternetGateways: [gateway] = [] } = await call<DescribeInternetGatewaysResult>(
      'ec2',
      'DescribeInternetGateways',
      { InternetGatewayIds: [id] },
    );
    const isAttached = gateway?.Attachments?.some((attachment) => attachment.VpcId === VpcId);
    return isAttached ? { InternetGatewayId: id ?? '', VpcId: VpcId ?? '' } : undefined;
  },
};

export const NETWORK_READERS: Readonly<Record<string, LiveReader>> = {
  'AWS::EC2::InternetGateway': internetGateway,
  'AWS::EC2::Route': route,
  'AWS::EC2::RouteTable': routeTable,
  'AWS::EC2::Subnet': subnet,
  'AWS::EC2::SubnetRouteTableAssociation': subnetRouteTableAssociation,
  'AWS::EC2::VPC': vpc,
  'AWS::EC2::VPCGatewayAttachment': gatewayAttachment,
};
