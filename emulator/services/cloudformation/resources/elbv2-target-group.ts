import type { CreateTargetGroupOutput, DescribeTargetGroupsOutput } from '../../../shapes/elbv2.d.ts';
import type { JsonObject } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import { updateElbTags } from './elbv2-tags.ts';
import { generatedShortName } from './names.ts';
import { listOf, objectsOf, pick } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';

const HEALTH_CHECK = [
  'HealthCheckEnabled',
  'HealthCheckIntervalSeconds',
  'HealthCheckPath',
  'HealthCheckPort',
  'HealthCheckProtocol',
  'HealthCheckTimeoutSeconds',
  'HealthyThresholdCount',
  'Matcher',
  'UnhealthyThresholdCount',
];
const MEMBERS = [
  'IpAddressType',
  'Name',
  'Port',
  'Protocol',
  'ProtocolVersion',
  'Tags',
  'TargetType',
  'VpcId',
  ...HEALTH_CHECK,
];
const ATTRIBUTES = 'TargetGroupAttributes';

export const elbv2TargetGroup: ResourceType = {
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  service: 'ElasticLoadBalancingV2',
  serves: [...MEMBERS, ATTRIBUTES, 'Targets'],
  latency: 'target-group',
  naming: { property: 'Name', generate: generatedShortName },
  create: async (properties, { call }) => {
    const input = pick(properties, MEMBERS);
    const { TargetGroups: made = [] } = await call<CreateTargetGroupOutput>('elbv2', 'CreateTargetGroup', input);
    return made[0]?.TargetGroupArn ?? '';
  },
  configure: async (arn, properties, context) => {
    await setAttributes(arn, properties, context);
    await reconcileTargets(arn, {}, properties, context);
  },
  update: async (arn, change, context) => {
    const { previous, desired } = change;
    if (!sameValue(pick(previous, HEALTH_CHECK), pick(desired, HEALTH_CHECK)))
      await context.call('elbv2', 'ModifyTargetGroup', { TargetGroupArn: arn, ...pick(desired, HEALTH_CHECK) });
    if (!sameValue(previous[ATTRIBUTES], desired[ATTRIBUTES])) await setAttributes(arn, desired, context);
    await reconcileTargets(arn, previous, desired, context);
    await updateElbTags(arn, change, context);
  },
  remove: async (arn, _properties, { call }) => {
    await call('elbv2', 'DeleteTargetGroup', { TargetGroupArn: arn });
  },
  attributes: async (arn, _properties, { call }) => {
    const { TargetGroups: groups = [] } = await call<DescribeTargetGroupsOutput>('elbv2', 'DescribeTargetGroups', {
      TargetGroupArns: [arn],
    });
    return {
      TargetGroupArn: arn,
      TargetGroupName: groups[0]?.TargetGroupName ?? '',
      TargetGroupFullName: arn.slice(arn.indexOf('targetgroup/')),
      LoadBalancerArns: groups[0]?.LoadBalancerArns ?? [],
    };
  },
};

async function setAttributes(arn: string, properties: JsonObject, { call }: ResourceContext): Promise<void> {
  const attributes = listOf(properties[ATTRIBUTES]);
  if (attributes.length > 0)
    await call('elbv2', 'ModifyTargetGroupAttributes', { TargetGroupArn: arn, Attributes: attributes });
}

async function reconcileTargets(
  arn: string,
  previous: JsonObject,
  desired: JsonObject,
  { call }: ResourceContext,
): Promise<void> {
  const [before, after] = [objectsOf(previous['Targets']), objectsOf(desired['Targets'])];
  const added = after.filter((target) => !before.some((other) => sameValue(other, target)));
  const removed = before.filter((target) => !after.some((other) => sameValue(other, target)));
  if (removed.length > 0) await call('elbv2', 'DeregisterTargets', { TargetGroupArn: arn, Targets: removed });
  if (added.length > 0) await call('elbv2', 'RegisterTargets', { TargetGroupArn: arn, Targets: added });
}
