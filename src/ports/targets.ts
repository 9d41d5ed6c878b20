import type { ForwardView, TargetView } from '../model/service-views.ts';

export interface LoadBalancerView {
  readonly arn: string;
  readonly dnsName: string;
  /** provisioning, active, active_impaired, failed. */
  readonly state: string;
  readonly stateReason: string | undefined;
}

export interface ListenerView {
  readonly arn: string;
  readonly port: number;
  readonly protocol: string;
}

export interface RuleView {
  readonly arn: string;
  readonly priority: number;
}

/** Elastic Load Balancing, as far as it is looked at. */
export interface Targets {
  loadBalancer(arn: string): Promise<LoadBalancerView | undefined>;
  listeners(loadBalancerArn: string): Promise<readonly ListenerView[]>;
  health(targetGroupArn: string): Promise<readonly TargetView[]>;
  /** Rules of a listener with their priorities, without its default action; none where there is no such listener. */
  rules(listenerArn: string): Promise<readonly RuleView[]>;
  /** ARN of the target group of that name; undefined where there is none. */
  targetGroup(name: string): Promise<string | undefined>;
  /** What rules forward to, by their ARNs; without those that are not there (any more). */
  forwards(ruleArns: readonly string[]): Promise<readonly ForwardView[]>;
}
