import type {
  DescribeInternetGatewaysResult,
  DescribeLaunchTemplatesResult,
  DescribeRouteTablesResult,
  DescribeSecurityGroupRulesResult,
  DescribeSecurityGroupsResult,
  DescribeSubnetsResult,
  DescribeVpcAttributeResult,
  DescribeVpcsResult,
  IpPermission,
} from '../../../../shapes/ec2.d.ts';
import type { ResourceContext } from '../../resources/resource-type.ts';
import type { Json, JsonObject } from '../../template/json.ts';
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

async function describeRouteTable(id: string, { call }: ResourceContext) {
  const { RouteTables: [found] = [] } = await call<DescribeRouteTablesResult>('ec2', 'DescribeRouteTables', {
    RouteTableIds: [id],
  });
  return found;
}

const securityGroup: LiveReader = {
  exact: ['SecurityGroupIngress', 'SecurityGroupEgress'],
  read: async (id, _expected, { call }) => {
    const { SecurityGroups: [found] = [] } = await call<DescribeSecurityGroupsResult>('ec2', 'DescribeSecurityGroups', {
      GroupIds: [id],
    });
    return (
      found && {
        ...plain({ GroupName: found.GroupName, VpcId: found.VpcId, Tags: found.Tags }),
        GroupDescription: found.Description ?? '',
        SecurityGroupIngress: rulesOf(found.IpPermissions, 'Source'),
        SecurityGroupEgress: rulesOf(found.IpPermissionsEgress, 'Destination'),
      }
    );
  },
};

/** One rule for each peer, as templates have them. */
function rulesOf(permissions: readonly IpPermission[] = [], side: 'Source' | 'Destination'): readonly Json[] {
  return permissions.flatMap(({ IpProtocol, FromPort, ToPort, IpRanges, Ipv6Ranges, UserIdGroupPairs }) => {
    const rule = (peer: object): JsonObject => plain({ IpProtocol, FromPort, ToPort, ...peer });
    return [
      ...(IpRanges ?? []).map(({ CidrIp, Description }) => rule({ CidrIp, Description })),
      ...(Ipv6Ranges ?? []).map(({ CidrIpv6, Description }) => rule({ CidrIpv6, Description })),
      ...(UserIdGroupPairs ?? []).map(({ GroupId, Description }) =>
        rule({ [`${side}SecurityGroupId`]: GroupId, Description }),
      ),
    ];
  });
}

function securityGroupRule(side: 'Source' | 'Destination'): LiveReader {
  return {
    read: async (id, _expected, { call }) => {
      const { SecurityGroupRules: [found] = [] } = await call<DescribeSecurityGroupRulesResult>(
        'ec2',
        'DescribeSecurityGroupRules',
        { SecurityGroupRuleIds: [id] },
      );
      if (!found) return undefined;
      const { GroupId, IpProtocol, FromPort, ToPort, CidrIpv4: CidrIp, CidrIpv6, Description } = found;
      const peer = { [`${side}SecurityGroupId`]: found.ReferencedGroupInfo?.GroupId };
      return plain({ GroupId, IpProtocol, FromPort, ToPort, CidrIp, CidrIpv6, Description, ...peer });
    },
  };
}

/** All that matters of a launch template is write-only, so that only its deletion shows. */
const launchTemplate: LiveReader = {
  writeOnly: ['LaunchTemplateData', 'TagSpecifications', 'VersionDescription'],
  read: async (id, _expected, { call }) => {
    const { LaunchTemplates: [found] = [] } = await call<DescribeLaunchTemplatesResult>(
      'ec2',
      'DescribeLaunchTemplates',
      { LaunchTemplateIds: [id] },
    );
    return found && plain({ LaunchTemplateName: found.LaunchTemplateName });
  },
};

export const EC2_READERS: Readonly<Record<string, LiveReader>> = {
  'AWS::EC2::InternetGateway': internetGateway,
  'AWS::EC2::LaunchTemplate': launchTemplate,
  'AWS::EC2::Route': route,
  'AWS::EC2::RouteTable': routeTable,
  'AWS::EC2::SecurityGroup': securityGroup,
  'AWS::EC2::SecurityGroupEgress': securityGroupRule('Destination'),
  'AWS::EC2::SecurityGroupIngress': securityGroupRule('Source'),
  'AWS::EC2::Subnet': subnet,
  'AWS::EC2::VPC': vpc,
};
