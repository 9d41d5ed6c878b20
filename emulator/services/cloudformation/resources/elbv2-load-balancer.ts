import type { CreateLoadBalancerOutput, DescribeLoadBalancersOutput, LoadBalancer } from '../../../shapes/elbv2.d.ts';
import type { JsonObject } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import { updateElbTags } from './elbv2-tags.ts';
import { generatedShortName } from './names.ts';
import { listOf, pick } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { Unstable } from './resource-type.ts';

const MEMBERS = ['Name', 'Subnets', 'SubnetMappings', 'SecurityGroups', 'Scheme', 'Type', 'Tags'];
const ATTRIBUTES = 'LoadBalancerAttributes';

export const elbv2LoadBalancer: ResourceType = {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  service: 'ElasticLoadBalancingV2',
  serves: [...MEMBERS, ATTRIBUTES, 'IpAddressType'],
  latency: 'resource-default',
  naming: { property: 'Name', generate: generatedShortName },
  create: async (properties, { call }) => {
    const input = pick(properties, [...MEMBERS, 'IpAddressType']);
    const { LoadBalancers: made = [] } = await call<CreateLoadBalancerOutput>('elbv2', 'CreateLoadBalancer', input);
    return made[0]?.LoadBalancerArn ?? '';
  },
  configure: (arn, properties, context) => setAttributes(arn, properties, context),
  isStable: async (arn, _properties, context) => {
    const { Code: code, Reason: reason } = (await describe(arn, context))?.State ?? {};
    if (code === 'failed') throw new Unstable(`LoadBalancer ${arn} failed to become active: ${reason ?? ''}`);
    return code === 'active';
  },
  update: async (arn, change, context) => {
    const { previous, desired } = change;
    const differs = (...names: string[]): boolean => !sameValue(pick(previous, names), pick(desired, names));
    if (differs('Subnets', 'SubnetMappings', 'IpAddressType'))
      await context.call('elbv2', 'SetSubnets', {
        LoadBalancerArn: arn,
        ...pick(desired, ['Subnets', 'SubnetMappings', 'IpAddressType']),
      });
    if (differs('SecurityGroups'))
      await context.call('elbv2', 'SetSecurityGroups', {
        LoadBalancerArn: arn,
        SecurityGroups: listOf(desired['SecurityGroups']),
      });
    if (differs(ATTRIBUTES)) await setAttributes(arn, desired, context);
    await updateElbTags(arn, change, context);
  },
  remove: async (arn, _properties, { call }) => {
    await call('elbv2', 'DeleteLoadBalancer', { LoadBalancerArn: arn });
  },
  attributes: async (arn, _properties, context) => {
    const balancer = await describe(arn, context);
    return {
      LoadBalancerArn: arn,
      LoadBalancerName: balancer?.LoadBalancerName ?? '',
      LoadBalancerFullName: arn.slice(arn.indexOf('loadbalancer/') + 'loadbalancer/'.length),
      DNSName: balancer?.DNSName ?? '',
      CanonicalHostedZoneID: balancer?.CanonicalHostedZoneId ?? '',
      SecurityGroups: balancer?.SecurityGroups ?? [],
    };
  },
};

async function setAttributes(arn: string, properties: JsonObject, { call }: ResourceContext): Promise<void> {
  const attributes = listOf(properties[ATTRIBUTES]);
  if (attributes.length > 0)
    await call('elbv2', 'ModifyLoadBalancerAttributes', { LoadBalancerArn: arn, Attributes: attributes });
}

async function describe(arn: string, { call }: ResourceContext): Promise<LoadBalancer | undefined> {
  const { LoadBalancers: balancers = [] } = await call<DescribeLoadBalancersOutput>('elbv2', 'DescribeLoadBalancers', {
    LoadBalancerArns: [arn],
  });
  return balancers[0];
}
