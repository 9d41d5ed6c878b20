import type { AuthorizeSecurityGroupIngressResult } from '../../../shapes/ec2.d.ts';
import type { JsonObject } from '../template/json.ts';
import { ipPermission } from './ec2-permissions.ts';
import { pick } from './properties.ts';
import type { ResourceType } from './resource-type.ts';

const COMMON = ['CidrIp', 'CidrIpv6', 'Description', 'FromPort', 'GroupId', 'IpProtocol', 'ToPort'];

/** One rule of a group that another resource, or another stack, makes. */
function securityGroupRule(direction: 'Ingress' | 'Egress', own: readonly string[]): ResourceType {
  return {
    type: `AWS::EC2::SecurityGroup${direction}`,
    service: 'Ec2',
    serves: [...COMMON, ...own],
    latency: 'resource-default',
    create: async (properties, { call }) => {
      const { SecurityGroupRules: made = [] } = await call<AuthorizeSecurityGroupIngressResult>(
        'ec2',
        `AuthorizeSecurityGroup${direction}`,
        { ...group(properties), IpPermissions: [ipPermission(properties)] },
      );
      return made[0]?.SecurityGroupRuleId ?? '';
    },
    // All but the description replaces the rule.
    update: async (id, { desired }, { call }) => {
      await call('ec2', `UpdateSecurityGroupRuleDescriptions${direction}`, {
        ...group(desired),
        SecurityGroupRuleDescriptions: [{ SecurityGroupRuleId: id, Description: desired['Description'] ?? '' }],
      });
    },
    remove: async (id, properties, { call }) => {
      await call('ec2', `RevokeSecurityGroup${direction}`, { ...group(properties), SecurityGroupRuleIds: [id] });
    },
    attributes: async (id) => ({ Id: id }),
  };
}

const group = (properties: JsonObject): JsonObject => pick(properties, ['GroupId']);

export const ec2SecurityGroupIngress = securityGroupRule('Ingress', [
  'SourcePrefixListId',
  'SourceSecurityGroupId',
  'SourceSecurityGroupName',
  'SourceSecurityGroupOwnerId',
]);
export const ec2SecurityGroupEgress = securityGroupRule('Egress', [
  'DestinationPrefixListId',
  'DestinationSecurityGroupId',
]);
