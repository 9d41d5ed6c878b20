import { AwsError } from '../../../core/errors.ts';
import type { CallContext } from '../../../core/world.ts';
import type {
  CreateTargetGroupInput,
  DeleteTargetGroupInput,
  DescribeTargetGroupsInput,
  DescribeTargetGroupsOutput,
  ModifyTargetGroupInput,
  TargetGroup as TargetGroupShape,
} from '../../../shapes/elbv2.d.ts';
import { targetGroupArn } from '../arns.ts';
import { initialAttributes } from '../attributes/attributes.ts';
import { TARGET_GROUP_ATTRIBUTES } from '../attributes/target-group.ts';
import type { Context } from '../context.ts';
import { checkVpc } from '../ec2.ts';
import { findLoadBalancer, findTargetGroup, notFound, validationError } from '../finders.ts';
import { DEFAULT_HEALTH_CHECK, resolveHealthCheck } from '../health/settings.ts';
import { markedPage } from '../pages.ts';
import { QUOTAS } from '../quotas.ts';
import type { TargetGroup } from '../store.ts';
import { mergeTags } from '../tags.ts';
import { userOf } from '../targets/usage.ts';
import { checkName } from './names.ts';

type Settings = Pick<TargetGroup, 'name' | 'protocol' | 'port' | 'vpcId' | 'targetType' | 'healthCheck'>;

export function targetGroupOperations(context: Context) {
  const { world, store, targets } = context;
  const all = () => [...store.targetGroups.values()];
  const describe = (group: TargetGroup) => describeTargetGroup(group, userOf(store, group)?.arn);

  return {
    CreateTargetGroup: async (input: CreateTargetGroupInput, call: CallContext) => {
      const settings = await resolveSettings(context, input);
      const tags = mergeTags([], input.Tags, call);
      const existing = all().find(({ name }) => name === settings.name);
      if (existing) {
        if (equal(existing, settings)) return { TargetGroups: [describe(existing)] };
        throw new AwsError(
          'DuplicateTargetGroupName',
          `A target group with the same name '${settings.name}' exists, but with different settings`,
        );
      }
      if (all().length >= QUOTAS.targetGroups)
        throw new AwsError('TooManyTargetGroups', 'The maximum number of target groups has been reached');
      const group: TargetGroup = {
        ...settings,
        arn: targetGroupArn(world, settings.name, world.random.hex(16)),
        attributes: initialAttributes(TARGET_GROUP_ATTRIBUTES),
        targets: new Map(),
      };
      store.targetGroups.set(group.arn, group);
      store.tags.set(group.arn, tags);
      return { TargetGroups: [describe(group)] };
    },

    ModifyTargetGroup: ({ TargetGroupArn, ...changes }: ModifyTargetGroupInput) => {
      const group = findTargetGroup(store, TargetGroupArn);
      group.healthCheck = resolveHealthCheck(changes, group.healthCheck);
      return { TargetGroups: [describe(group)] };
    },

    DeleteTargetGroup: ({ TargetGroupArn }: DeleteTargetGroupInput) => {
      const group = store.targetGroups.get(TargetGroupArn);
      // DeleteTargetGroup knows no "not found" (API reference): deleting what is not there succeeds.
      if (!group) return {};
      if (userOf(store, group))
        throw new AwsError(
          'ResourceInUse',
          `Target group '${TargetGroupArn}' is currently in use by a listener or a rule`,
        );
      for (const target of group.targets.values()) targets.remove(group, target);
      store.targetGroups.delete(TargetGroupArn);
      store.tags.delete(TargetGroupArn);
      return {};
    },

    DescribeTargetGroups: (input: DescribeTargetGroupsInput): DescribeTargetGroupsOutput => {
      const { items, nextMarker } = markedPage(select(context, input), input);
      return { TargetGroups: items.map(describe), NextMarker: nextMarker };
    },
  };
}

async function resolveSettings({ world }: Context, input: CreateTargetGroupInput): Promise<Settings> {
  const { Name: name, Port: port, VpcId: vpcId, Protocol: protocol, TargetType: targetType = 'instance' } = input;
  checkName('Target group', name);
  refuseUnserved(input);
  if (targetType !== 'instance' && targetType !== 'ip') throw unserved(`of type '${targetType}'`);
  if (protocol === undefined) throw validationError('A protocol must be specified');
  if (protocol !== 'HTTP') throw unserved(`of protocol '${protocol}'`);
  if (port === undefined) throw validationError('A port must be specified');
  if (vpcId === undefined) throw validationError('A VPC ID must be specified');
  const healthCheck = resolveHealthCheck(input, DEFAULT_HEALTH_CHECK);
  await checkVpc(world, vpcId);
  return { name, protocol, port, vpcId, targetType, healthCheck };
}

function refuseUnserved(input: CreateTargetGroupInput): void {
  const { ProtocolVersion = 'HTTP1', IpAddressType = 'ipv4', TargetControlPort } = input;
  const lacking =
    (ProtocolVersion !== 'HTTP1' && `of protocol version '${ProtocolVersion}'`) ||
    (IpAddressType !== 'ipv4' && `of IP address type '${IpAddressType}'`) ||
    (TargetControlPort !== undefined && 'with a target control port');
  if (lacking) throw unserved(lacking);
}

const unserved = (lacking: string): AwsError =>
  new AwsError('InvalidConfigurationRequest', `This emulator serves no target groups ${lacking}`);

const equal = (one: Settings, other: Settings): boolean =>
  JSON.stringify([one.port, one.vpcId, one.targetType, one.healthCheck]) ===
  JSON.stringify([other.port, other.vpcId, other.targetType, other.healthCheck]);

function select({ store }: Context, input: DescribeTargetGroupsInput): TargetGroup[] {
  const { LoadBalancerArn, TargetGroupArns = [], Names = [] } = input;
  const filters = [LoadBalancerArn !== undefined, TargetGroupArns.length > 0, Names.length > 0].filter(Boolean);
  if (filters.length > 1)
    throw validationError('Only one of a load balancer ARN, target group ARNs and target group names can be specified');
  if (TargetGroupArns.length > 0) return TargetGroupArns.map((arn) => findTargetGroup(store, arn));
  const all = [...store.targetGroups.values()];
  if (LoadBalancerArn !== undefined) {
    const loadBalancer = findLoadBalancer(store, LoadBalancerArn);
    return all.filter((group) => userOf(store, group) === loadBalancer);
  }
  if (Names.length === 0) return all;
  if (Names.some((wanted) => !all.some(({ name }) => name === wanted))) throw notFound('targetgroup');
  return all.filter(({ name }) => Names.includes(name));
}

function describeTargetGroup(group: TargetGroup, loadBalancerArn: string | undefined): TargetGroupShape {
  return {
    TargetGroupArn: group.arn,
    TargetGroupName: group.name,
    Protocol: group.protocol,
    Port: group.port,
    VpcId: group.vpcId,
    ...group.healthCheck,
    LoadBalancerArns: loadBalancerArn === undefined ? [] : [loadBalancerArn],
    TargetType: group.targetType,
    ProtocolVersion: 'HTTP1',
    IpAddressType: 'ipv4',
  };
}
