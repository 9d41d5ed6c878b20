import type {
  CreateLoadBalancerOutput,
  CreateRuleOutput,
  CreateTargetGroupOutput,
  DescribeListenersOutput,
  DescribeTargetHealthOutput,
  TargetHealth,
} from '../../../emulator/shapes/elbv2.d.ts';
import type { Account } from '../account.ts';
import type { Network } from './network.ts';

export interface Balancer {
  readonly loadBalancerArn: string;
  readonly dnsName: string;
  readonly targetGroupArn: string;
  /** What a service needs that shifts traffic. */
  readonly advanced?: object;
}

export interface BalancerOptions {
  /** 15 by default. */
  readonly deregistrationDelaySeconds?: number;
}

/** A load balancer in the first two zones, and a target group; no listener yet. */
export async function createBalancer(
  account: Account,
  network: Network,
  options: BalancerOptions = {},
): Promise<Balancer> {
  const { aws } = account;
  const { subnetIds, balancerGroupId } = network;
  const { LoadBalancers } = await aws<CreateLoadBalancerOutput>('elbv2', 'CreateLoadBalancer', {
    Name: 'alb',
    Subnets: subnetIds.slice(0, 2),
    SecurityGroups: [balancerGroupId],
  });
  const targetGroupArn = await createTargetGroup(account, network, 'targets', options);
  const { LoadBalancerArn: loadBalancerArn = '', DNSName: dnsName = '' } = LoadBalancers?.[0] ?? {};
  return { loadBalancerArn, dnsName, targetGroupArn };
}

export async function createTargetGroup(
  { aws }: Account,
  { vpcId }: Network,
  name: string,
  { deregistrationDelaySeconds = 15 }: BalancerOptions = {},
): Promise<string> {
  const { TargetGroups } = await aws<CreateTargetGroupOutput>('elbv2', 'CreateTargetGroup', {
    Name: name,
    Protocol: 'HTTP',
    Port: 80,
    VpcId: vpcId,
    HealthCheckIntervalSeconds: 5,
    HealthCheckTimeoutSeconds: 4,
    HealthyThresholdCount: 2,
    UnhealthyThresholdCount: 2,
  });
  const targetGroupArn = TargetGroups?.[0]?.TargetGroupArn ?? '';
  await aws('elbv2', 'ModifyTargetGroupAttributes', {
    TargetGroupArn: targetGroupArn,
    Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: String(deregistrationDelaySeconds) }],
  });
  return targetGroupArn;
}

/** Actions that forward to target groups by weight. */
export const forwardTo = (...groups: readonly (readonly [arn: string, weight: number])[]): object[] => [
  {
    Type: 'forward',
    ForwardConfig: { TargetGroups: groups.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })) },
  },
];

/** A rule of the load balancer's listener for all paths; gives its ARN. */
export async function createRule(
  { aws }: Account,
  { loadBalancerArn }: Balancer,
  actions: readonly object[],
): Promise<string> {
  const input = { LoadBalancerArn: loadBalancerArn };
  const { Listeners } = await aws<DescribeListenersOutput>('elbv2', 'DescribeListeners', input);
  const { Rules } = await aws<CreateRuleOutput>('elbv2', 'CreateRule', {
    ListenerArn: Listeners?.[0]?.ListenerArn,
    Priority: 1,
    Conditions: [{ Field: 'path-pattern', Values: ['/*'] }],
    Actions: actions,
  });
  return Rules?.[0]?.RuleArn ?? '';
}

export async function createListener({ aws }: Account, balancer: Balancer): Promise<void> {
  await aws('elbv2', 'CreateListener', {
    LoadBalancerArn: balancer.loadBalancerArn,
    Protocol: 'HTTP',
    Port: 80,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: balancer.targetGroupArn }],
  });
}

export async function targetHealth({ aws }: Account, { targetGroupArn }: Balancer): Promise<readonly TargetHealth[]> {
  const { TargetHealthDescriptions = [] } = await aws<DescribeTargetHealthOutput>('elbv2', 'DescribeTargetHealth', {
    TargetGroupArn: targetGroupArn,
  });
  return TargetHealthDescriptions.flatMap(({ TargetHealth }) => TargetHealth ?? []);
}
