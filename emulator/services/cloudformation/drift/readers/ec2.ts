import type {
  DescribeLaunchTemplatesResult,
  DescribeSecurityGroupRulesResult,
  DescribeSecurityGroupsResult,
  IpPermission,
} from '../../../../shapes/ec2.d.ts';
import type { Json, JsonObject } from '../../template/json.ts';
import type { LiveReader } from '../reader.ts';
import { plain } from '../reader.ts';

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
  'AWS::EC2::LaunchTemplate': launchTemplate,
  'AWS::EC2::SecurityGroup': securityGroup,
  'AWS::EC2::SecurityGroupEgress': securityGroupRule('Destination'),
  'AWS::EC2::SecurityGroupIngress': securityGroupRule('Source'),
};
