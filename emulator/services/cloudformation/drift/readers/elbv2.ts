import type {
  DescribeListenerAttributesOutput,
  DescribeListenersOutput,
  DescribeLoadBalancerAttributesOutput,
  DescribeLoadBalancersOutput,
  DescribeRulesOutput,
  DescribeTagsOutput,
  DescribeTargetGroupAttributesOutput,
  DescribeTargetGroupsOutput,
} from '../../../../shapes/elbv2.d.ts';
import type { ResourceContext } from '../../resources/resource-type.ts';
import type { JsonObject } from '../../template/json.ts';
import type { LiveReader } from '../reader.ts';
import { plain } from '../reader.ts';

const loadBalancer: LiveReader = {
  writeOnly: ['EnableCapacityReservationProvisionStabilize'],
  read: async (arn, _expected, context) => {
    const { LoadBalancers: [found] = [] } = await context.call<DescribeLoadBalancersOutput>(
      'elbv2',
      'DescribeLoadBalancers',
      { LoadBalancerArns: [arn] },
    );
    if (!found) return undefined;
    const { Attributes: LoadBalancerAttributes } = await context.call<DescribeLoadBalancerAttributesOutput>(
      'elbv2',
      'DescribeLoadBalancerAttributes',
      { LoadBalancerArn: arn },
    );
    const { LoadBalancerName: Name, Scheme, Type, SecurityGroups, IpAddressType } = found;
    const Subnets = found.AvailabilityZones?.map(({ SubnetId }) => SubnetId);
    const settings = plain({ Name, Scheme, Type, SecurityGroups, IpAddressType, Subnets, LoadBalancerAttributes });
    return { ...settings, ...(await tags(arn, context)) };
  },
};

const targetGroup: LiveReader = {
  read: async (arn, _expected, context) => {
    const { TargetGroups: [found] = [] } = await context.call<DescribeTargetGroupsOutput>(
      'elbv2',
      'DescribeTargetGroups',
      { TargetGroupArns: [arn] },
    );
    if (!found) return undefined;
    const { Attributes: TargetGroupAttributes } = await context.call<DescribeTargetGroupAttributesOutput>(
      'elbv2',
      'DescribeTargetGroupAttributes',
      { TargetGroupArn: arn },
    );
    const { TargetGroupName: Name, ...settings } = found;
    return { ...plain({ Name, ...settings, TargetGroupAttributes }), ...(await tags(arn, context)) };
  },
};

const listener: LiveReader = {
  read: async (arn, expected, context) => {
    const { Listeners: [found] = [] } = await context.call<DescribeListenersOutput>('elbv2', 'DescribeListeners', {
      ListenerArns: [arn],
    });
    if (!found) return undefined;
    // Asked for only where the template sets any: the read costs a call.
    const { Attributes: ListenerAttributes } =
      expected['ListenerAttributes'] === undefined
        ? {}
        : await context.call<DescribeListenerAttributesOutput>('elbv2', 'DescribeListenerAttributes', {
            ListenerArn: arn,
          });
    return { ...plain({ ...found, ListenerAttributes }), ...(await tags(arn, context)) };
  },
};

const listenerRule: LiveReader = {
  writeOnly: ['ListenerArn'],
  read: async (arn, _expected, context) => {
    const { Rules: [found] = [] } = await context.call<DescribeRulesOutput>('elbv2', 'DescribeRules', {
      RuleArns: [arn],
    });
    return found && { ...plain(found), ...(await tags(arn, context)) };
  },
};

async function tags(arn: string, { call }: ResourceContext): Promise<JsonObject> {
  const { TagDescriptions: [described] = [] } = await call<DescribeTagsOutput>('elbv2', 'DescribeTags', {
    ResourceArns: [arn],
  });
  return plain({ Tags: described?.Tags });
}

export const ELB_READERS: Readonly<Record<string, LiveReader>> = {
  'AWS::ElasticLoadBalancingV2::Listener': listener,
  'AWS::ElasticLoadBalancingV2::ListenerRule': listenerRule,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': loadBalancer,
  'AWS::ElasticLoadBalancingV2::TargetGroup': targetGroup,
};
