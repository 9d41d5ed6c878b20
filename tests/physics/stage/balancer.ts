import type {
  CreateLoadBalancerOutput,
  CreateTargetGroupOutput,
  DescribeTargetHealthOutput,
  TargetHealth,
} from '../../../emulator/shapes/elbv2.d.ts';
import type { Account } from '../account.ts';
import type { Network } from './network.ts';

export interface Balancer {
  readonly loadBalancerArn: string;
  readonly dnsName: string;
  readonly targetGroupArn: string;
}

export interface BalancerOptions {
  /** 15 by default. */
  readonly deregistrationDelaySeconds?: number;
}

/** A load balancer in the first two zones, and a target group; no listener yet. */
export async function createBalancer(
  { aws }: Account,
  { vpcId, subnetIds, balancerGroupId }: Network,
  { deregistrationDelaySeconds = 15 }: BalancerOptions = {},
): Promise<Balancer> {
  const { LoadBalancers } = await aws<CreateLoadBalancerOutput>('elbv2', 'CreateLoadBalancer', {
    Name: 'alb',
    Subnets: subnetIds.slice(0, 2),
    SecurityGroups: [balancerGroupId],
  });
  const { TargetGroups } = await aws<CreateTargetGroupOutput>('elbv2', 'CreateTargetGroup', {
    Name: 'targets',
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
  const { LoadBalancerArn: loadBalancerArn = '', DNSName: dnsName = '' } = LoadBalancers?.[0] ?? {};
  return { loadBalancerArn, dnsName, targetGroupArn };
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
