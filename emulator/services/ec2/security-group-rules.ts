import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  AuthorizeSecurityGroupEgressRequest,
  AuthorizeSecurityGroupIngressRequest,
  AuthorizeSecurityGroupIngressResult,
  DescribeSecurityGroupRulesRequest,
  DescribeSecurityGroupRulesResult,
  IpPermission,
  RevokeSecurityGroupEgressRequest,
  RevokeSecurityGroupIngressRequest,
  RevokeSecurityGroupIngressResult,
  SecurityGroupRule as RuleView,
  UpdateSecurityGroupRuleDescriptionsIngressRequest,
  UpdateSecurityGroupRuleDescriptionsIngressResult,
} from '../../shapes/ec2.d.ts';
import { find, missingParameter, select } from './errors.ts';
import { applyFilters } from './filters.ts';
import { page } from './pages.ts';
import type { RuleContent } from './permissions.ts';
import { duplicate, rulesOf, sameRule } from './permissions.ts';
import { groupNamed, requestedGroup } from './security-groups.ts';
import type { Ec2, SecurityGroup, SecurityGroupRule } from './state.ts';
import { arnOf, newId } from './state.ts';
import { putTags, specifiedTags, tagList, tagsOf } from './tags.ts';

const LIMIT = 60;

/** The permissions of a request, whose older form spreads a single one over the top level. */
function requested(
  ec2: Ec2,
  group: SecurityGroup,
  input: AuthorizeSecurityGroupIngressRequest | AuthorizeSecurityGroupEgressRequest,
): RuleContent[] {
  const flat: IpPermission = {
    IpProtocol: input.IpProtocol ?? '-1',
    FromPort: input.FromPort,
    ToPort: input.ToPort,
    IpRanges: input.CidrIp === undefined ? [] : [{ CidrIp: input.CidrIp }],
    UserIdGroupPairs: input.SourceSecurityGroupName === undefined ? [] : [{ GroupName: input.SourceSecurityGroupName }],
  };
  const isFlat = input.CidrIp !== undefined || input.SourceSecurityGroupName !== undefined;
  const permissions = input.IpPermissions ?? (isFlat ? [flat] : []);
  if (permissions.length === 0) throw missingParameter('ipPermissions');
  return rulesOf(permissions, ({ GroupId, GroupName }) =>
    GroupId === undefined
      ? groupNamed(ec2, GroupName ?? '', group.vpcId).id
      : find(ec2.groups, 'securityGroup', GroupId).id,
  );
}

function view(ec2: Ec2, group: SecurityGroup, rule: SecurityGroupRule): RuleView {
  const { peer } = rule;
  return {
    SecurityGroupRuleId: rule.id,
    SecurityGroupRuleArn: arnOf(ec2, 'security-group-rule', rule.id),
    GroupId: group.id,
    GroupOwnerId: ec2.world.account,
    IsEgress: rule.egress,
    IpProtocol: rule.protocol,
    FromPort: rule.fromPort ?? -1,
    ToPort: rule.toPort ?? -1,
    CidrIpv4: peer.kind === 'ipv4' ? peer.cidr : undefined,
    CidrIpv6: peer.kind === 'ipv6' ? peer.cidr : undefined,
    ReferencedGroupInfo:
      peer.kind === 'group' ? { GroupId: peer.groupId, UserId: ec2.world.account, VpcId: group.vpcId } : undefined,
    Description: rule.description,
    Tags: tagList(ec2, rule.id),
  };
}

export function securityGroupRuleOperations(ec2: Ec2) {
  const authorize =
    (egress: boolean) =>
    (
      input: AuthorizeSecurityGroupIngressRequest | AuthorizeSecurityGroupEgressRequest,
      context: CallContext,
    ): AuthorizeSecurityGroupIngressResult => {
      const group = requestedGroup(ec2, input);
      const tags = specifiedTags({ specifications: input.TagSpecifications, type: 'security-group-rule', context });
      const existing = [...group.rules.values()].filter((rule) => rule.egress === egress);
      const contents = requested(ec2, group, input);
      contents.forEach((content, index) => {
        if ([...existing, ...contents.slice(0, index)].some((other) => sameRule(other, content)))
          throw duplicate(content);
      });
      if (existing.length + contents.length > LIMIT)
        throw new AwsError(
          'RulesPerSecurityGroupLimitExceeded',
          'The maximum number of rules per security group has been reached.',
        );
      const rules = contents.map((content): SecurityGroupRule => ({ ...content, id: newId(ec2, 'sgr'), egress }));
      for (const rule of rules) {
        group.rules.set(rule.id, rule);
        putTags(ec2, rule.id, tags, context);
      }
      return { Return: true, SecurityGroupRules: rules.map((rule) => view(ec2, group, rule)) };
    };

  const revoke =
    (egress: boolean) =>
    (input: RevokeSecurityGroupIngressRequest | RevokeSecurityGroupEgressRequest): RevokeSecurityGroupIngressResult => {
      const group = requestedGroup(ec2, input);
      const present = [...group.rules.values()].filter((rule) => rule.egress === egress);
      const rules = input.SecurityGroupRuleIds?.length
        ? input.SecurityGroupRuleIds.map((id) => {
            const rule = present.find((each) => each.id === id);
            if (!rule)
              throw new AwsError(
                'InvalidSecurityGroupRuleId.NotFound',
                `The security group rule ID '${id}' does not exist`,
              );
            return rule;
          })
        : requested(ec2, group, input).map((content) => {
            const rule = present.find((each) => sameRule(each, content));
            if (!rule)
              throw new AwsError(
                'InvalidPermission.NotFound',
                'The specified rule does not exist in this security group.',
              );
            return rule;
          });
      for (const { id } of rules) {
        group.rules.delete(id);
        ec2.tags.delete(id);
      }
      return {
        Return: true,
        RevokedSecurityGroupRules: rules.map((rule) => {
          const {
            SecurityGroupRuleArn: _,
            GroupOwnerId: __,
            Tags: ___,
            ReferencedGroupInfo,
            ...shown
          } = view(ec2, group, rule);
          return { ...shown, ReferencedGroupId: ReferencedGroupInfo?.GroupId };
        }),
      };
    };

  const describeAnew =
    (egress: boolean) =>
    (input: UpdateSecurityGroupRuleDescriptionsIngressRequest): UpdateSecurityGroupRuleDescriptionsIngressResult => {
      const group = requestedGroup(ec2, input);
      const changes = [
        ...(input.SecurityGroupRuleDescriptions ?? []).map(({ SecurityGroupRuleId, Description }) => ({
          rule: group.rules.get(SecurityGroupRuleId ?? ''),
          description: Description,
        })),
        ...(input.IpPermissions ? requested(ec2, group, { IpPermissions: input.IpPermissions }) : []).map(
          (content) => ({
            rule: [...group.rules.values()].find((rule) => rule.egress === egress && sameRule(rule, content)),
            description: content.description,
          }),
        ),
      ];
      for (const { rule } of changes)
        if (!rule)
          throw new AwsError('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.');
      for (const { rule, description } of changes) if (rule) rule.description = description;
      return { Return: true };
    };

  return {
    AuthorizeSecurityGroupIngress: authorize(false),
    AuthorizeSecurityGroupEgress: authorize(true),
    RevokeSecurityGroupIngress: revoke(false),
    RevokeSecurityGroupEgress: revoke(true),
    UpdateSecurityGroupRuleDescriptionsIngress: describeAnew(false),
    UpdateSecurityGroupRuleDescriptionsEgress: describeAnew(true),

    DescribeSecurityGroupRules: (input: DescribeSecurityGroupRulesRequest): DescribeSecurityGroupRulesResult => {
      const all = new Map(
        [...ec2.groups.values()].flatMap((group) =>
          [...group.rules.values()].map((rule) => [rule.id, { group, rule }]),
        ),
      );
      type Owned = { group: SecurityGroup; rule: SecurityGroupRule };
      const found = applyFilters<Owned>(select(all, 'securityGroupRule', input.SecurityGroupRuleIds), {
        filters: input.Filters,
        table: {
          'group-id': ({ group }) => group.id,
          'security-group-rule-id': ({ rule }) => rule.id,
        },
        tags: ({ rule }) => tagsOf(ec2, rule.id),
      });
      const { items, nextToken } = page(found, input);
      return { SecurityGroupRules: items.map(({ group, rule }) => view(ec2, group, rule)), NextToken: nextToken };
    },
  };
}
