import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateSecurityGroupRequest,
  CreateSecurityGroupResult,
  DeleteSecurityGroupRequest,
  DeleteSecurityGroupResult,
  DescribeSecurityGroupsRequest,
  DescribeSecurityGroupsResult,
  SecurityGroup as SecurityGroupView,
} from '../../shapes/ec2.d.ts';
import { find, invalidValue, missingParameter, select } from './errors.ts';
import type { FilterTable } from './filters.ts';
import { applyFilters } from './filters.ts';
import { loadBalancersOf } from './load-balancers.ts';
import { page } from './pages.ts';
import { peerText, permissionsOf } from './permissions.ts';
import type { Ec2, Peer, SecurityGroup, SecurityGroupRule } from './state.ts';
import { arnOf, newId } from './state.ts';
import { putTags, specifiedTags, tagList, tagsOf } from './tags.ts';

const ALLOWED_TEXT = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]*$/;

/** Makes a group with the rule that every group of a VPC starts with: everything may go out. */
export function addSecurityGroup(
  ec2: Ec2,
  options: Pick<SecurityGroup, 'name' | 'description' | 'vpcId'>,
): SecurityGroup {
  const group: SecurityGroup = { id: newId(ec2, 'sg'), ...options, rules: new Map() };
  ec2.groups.set(group.id, group);
  addRule(ec2, group, { egress: true, peer: { kind: 'ipv4', cidr: '0.0.0.0/0' } });
  return group;
}

/** The group `default`, which no VPC is without: its members also reach each other. */
export function addDefaultGroup(ec2: Ec2, vpcId: string): void {
  const group = addSecurityGroup(ec2, { name: 'default', description: 'default VPC security group', vpcId });
  addRule(ec2, group, { egress: false, peer: { kind: 'group', groupId: group.id } });
}

function addRule(ec2: Ec2, group: SecurityGroup, { egress, peer }: { egress: boolean; peer: Peer }): void {
  const rule: SecurityGroupRule = {
    id: newId(ec2, 'sgr'),
    egress,
    protocol: '-1',
    fromPort: undefined,
    toPort: undefined,
    peer,
    description: undefined,
  };
  group.rules.set(rule.id, rule);
}

export function defaultVpcId({ vpcs }: Ec2): string {
  const vpc = [...vpcs.values()].find(({ isDefault }) => isDefault);
  if (!vpc) throw new AwsError('VPCIdNotSpecified', 'No default VPC for this user');
  return vpc.id;
}

export function groupNamed(ec2: Ec2, name: string, vpcId: string): SecurityGroup {
  const group = [...ec2.groups.values()].find((each) => each.name === name && each.vpcId === vpcId);
  if (!group)
    throw new AwsError('InvalidGroup.NotFound', `The security group '${name}' does not exist in VPC '${vpcId}'`);
  return group;
}

/** The group that a request names by id, or by name in the default VPC. */
export function requestedGroup(
  ec2: Ec2,
  { GroupId, GroupName }: { GroupId?: string | undefined; GroupName?: string | undefined },
): SecurityGroup {
  if (GroupId !== undefined) return find(ec2.groups, 'securityGroup', GroupId);
  if (GroupName === undefined) throw missingParameter('groupName or groupId');
  return groupNamed(ec2, GroupName, defaultVpcId(ec2));
}

function view(ec2: Ec2, group: SecurityGroup): SecurityGroupView {
  const rules = [...group.rules.values()];
  const { account } = ec2.world;
  return {
    GroupId: group.id,
    GroupName: group.name,
    Description: group.description,
    VpcId: group.vpcId,
    OwnerId: account,
    SecurityGroupArn: arnOf(ec2, 'security-group', group.id),
    IpPermissions: permissionsOf(
      rules.filter(({ egress }) => !egress),
      account,
    ),
    IpPermissionsEgress: permissionsOf(
      rules.filter(({ egress }) => egress),
      account,
    ),
    Tags: tagList(ec2, group.id),
  };
}

const peers = (group: SecurityGroup, egress: boolean, kind: Peer['kind']): string[] =>
  [...group.rules.values()]
    .filter((rule) => rule.egress === egress && rule.peer.kind === kind)
    .map(({ peer }) => peerText(peer));

const FILTERS: FilterTable<SecurityGroup> = {
  description: (group) => group.description,
  'group-id': (group) => group.id,
  'group-name': (group) => group.name,
  'vpc-id': (group) => group.vpcId,
  'ip-permission.cidr': (group) => peers(group, false, 'ipv4'),
  'ip-permission.group-id': (group) => peers(group, false, 'group'),
  'egress.ip-permission.cidr': (group) => peers(group, true, 'ipv4'),
  'egress.ip-permission.group-id': (group) => peers(group, true, 'group'),
};

/** What keeps a group from being deleted: members, load balancers, and other groups' rules that name it. */
async function inUse(ec2: Ec2, group: SecurityGroup): Promise<boolean> {
  const { instances, interfaces, groups, world } = ec2;
  return (
    [...instances.values()].some(({ state, groupIds }) => state !== 'terminated' && groupIds.includes(group.id)) ||
    [...interfaces.values()].some(({ groupIds }) => groupIds.includes(group.id)) ||
    [...groups.values()].some((other) => other !== group && refersTo(other, group.id)) ||
    (await loadBalancersOf(world)).some(({ groupIds }) => groupIds.includes(group.id))
  );
}

const refersTo = (group: SecurityGroup, id: string): boolean =>
  [...group.rules.values()].some(({ peer }) => peer.kind === 'group' && peer.groupId === id);

export function securityGroupOperations(ec2: Ec2) {
  return {
    CreateSecurityGroup: (input: CreateSecurityGroupRequest, context: CallContext): CreateSecurityGroupResult => {
      const { GroupName: name, Description: description } = input;
      const tags = specifiedTags({ specifications: input.TagSpecifications, type: 'security-group', context });
      const vpcId = input.VpcId ?? defaultVpcId(ec2);
      find(ec2.vpcs, 'vpc', vpcId);
      if (name.startsWith('sg-'))
        throw invalidValue(
          `Value (${name}) for parameter GroupName is invalid. Group names may not be in the format sg-*.`,
        );
      if (name === 'default')
        throw new AwsError('InvalidGroup.Reserved', 'Cannot use reserved security group name: default');
      for (const [parameter, text] of [
        ['GroupName', name],
        ['GroupDescription', description],
      ] as const)
        if (text.length > 255 || !ALLOWED_TEXT.test(text))
          throw invalidValue(
            `Value (${text}) for parameter ${parameter} is invalid. Character sets beyond ASCII are not supported.`,
          );
      if ([...ec2.groups.values()].some((group) => group.name === name && group.vpcId === vpcId))
        throw new AwsError('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpcId}'`);
      const group = addSecurityGroup(ec2, { name, description, vpcId });
      putTags(ec2, group.id, tags, context);
      return {
        GroupId: group.id,
        SecurityGroupArn: arnOf(ec2, 'security-group', group.id),
        Tags: tagList(ec2, group.id),
      };
    },

    DeleteSecurityGroup: async (input: DeleteSecurityGroupRequest): Promise<DeleteSecurityGroupResult> => {
      const group = requestedGroup(ec2, input);
      if (group.name === 'default')
        throw new AwsError(
          'CannotDelete',
          `the specified group: "${group.id}" name: "default" cannot be deleted by a user`,
        );
      if (await inUse(ec2, group))
        throw new AwsError('DependencyViolation', `resource ${group.id} has a dependent object`);
      ec2.groups.delete(group.id);
      ec2.tags.delete(group.id);
      return { Return: true, GroupId: group.id };
    },

    DescribeSecurityGroups: (input: DescribeSecurityGroupsRequest): DescribeSecurityGroupsResult => {
      const named = (input.GroupNames ?? []).map((name) => groupNamed(ec2, name, defaultVpcId(ec2)));
      const chosen =
        named.length > 0 && !input.GroupIds?.length
          ? named
          : [...new Set([...select(ec2.groups, 'securityGroup', input.GroupIds), ...named])];
      const table = { ...FILTERS, 'owner-id': () => ec2.world.account };
      const found = applyFilters(chosen, { filters: input.Filters, table, tags: (group) => tagsOf(ec2, group.id) });
      const { items, nextToken } = page(found, input);
      return { SecurityGroups: items.map((group) => view(ec2, group)), NextToken: nextToken };
    },
  };
}
