import type { World } from '../../core/world.ts';

type Scope = Pick<World, 'account' | 'region'>;

const prefix = ({ account, region }: Scope): string => `arn:aws:elasticloadbalancing:${region}:${account}`;

export const loadBalancerArn = (scope: Scope, name: string, id: string): string =>
  `${prefix(scope)}:loadbalancer/app/${name}/${id}`;

export const targetGroupArn = (scope: Scope, name: string, id: string): string =>
  `${prefix(scope)}:targetgroup/${name}/${id}`;

export const listenerArn = (ofLoadBalancer: string, id: string): string =>
  `${ofLoadBalancer.replace(':loadbalancer/', ':listener/')}/${id}`;

export const ruleArn = (ofListener: string, id: string): string =>
  `${ofListener.replace(':listener/', ':listener-rule/')}/${id}`;

export type ResourceKind = 'loadbalancer' | 'targetgroup' | 'listener' | 'listener-rule';

/** What an Elastic Load Balancing ARN names; undefined where it is none. */
export function resourceKind(arn: string): ResourceKind | undefined {
  const kind =
    /^arn:aws[a-z-]*:elasticloadbalancing:[^:]+:\d{12}:(loadbalancer|targetgroup|listener|listener-rule)\/.+/.exec(arn);
  return kind?.[1] as ResourceKind | undefined;
}
