import { AwsError } from '../../../core/errors.ts';
import type { Service, World } from '../../../core/world.ts';

interface Target {
  readonly id: string;
  readonly port: number;
  readonly registeredAt: number;
  leavingAt: number | undefined;
}

export interface TargetGroupOptions {
  readonly intervalMs?: number;
  readonly unhealthyThreshold?: number;
  readonly deregistrationDelayMs?: number;
  readonly attached?: boolean;
}

export const TARGET_GROUP = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/tg/0123456789abcdef';

/**
 * Stands for Elastic Load Balancing in tests of ECS alone: target health follows from what the network says of the
 * port.
 */
export function loadBalancerStub(world: World, options: TargetGroupOptions = {}): Service {
  const { intervalMs = 5_000, unhealthyThreshold = 2, deregistrationDelayMs = 15_000, attached = true } = options;
  const targets = new Map<string, Target>();
  const keyOf = ({ Id, Port }: { Id: string; Port: number }): string => `${Id}:${Port}`;
  const healthOf = ({ id, port, registeredAt, leavingAt }: Target) => {
    const now = world.clock.now();
    if (leavingAt !== undefined) return { State: 'draining', Reason: 'Target.DeregistrationInProgress' };
    const checks = Math.floor((now - registeredAt) / intervalMs);
    const status = world.network.lookup(id, port)?.answers;
    if (status === 200) return checks >= 1 ? { State: 'healthy' } : { State: 'initial' };
    if (checks < unhealthyThreshold) return { State: 'initial', Reason: 'Elb.InitialHealthChecking' };
    return status === undefined
      ? { State: 'unhealthy', Reason: 'Target.FailedHealthChecks', Description: 'Health checks failed' }
      : {
          State: 'unhealthy',
          Reason: 'Target.ResponseCodeMismatch',
          Description: `Health checks failed with these codes: [${status}]`,
        };
  };
  const present = (): Target[] => {
    const now = world.clock.now();
    for (const [key, { leavingAt }] of targets)
      if (leavingAt !== undefined && now >= leavingAt + deregistrationDelayMs) targets.delete(key);
    return [...targets.values()];
  };
  type Members = { TargetGroupArn: string; Targets: { Id: string; Port: number }[] };
  return {
    operations: {
      DescribeTargetGroups: ({ TargetGroupArns }: { TargetGroupArns: string[] }) => {
        if (TargetGroupArns[0] !== TARGET_GROUP)
          throw new AwsError('TargetGroupNotFound', 'One or more target groups not found');
        const LoadBalancerArns = attached
          ? ['arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:loadbalancer/app/a/1']
          : [];
        return { TargetGroups: [{ TargetGroupArn: TARGET_GROUP, TargetType: 'instance', LoadBalancerArns }] };
      },
      RegisterTargets: ({ Targets }: Members) => {
        for (const one of Targets)
          targets.set(keyOf(one), {
            id: one.Id,
            port: one.Port,
            registeredAt: world.clock.now(),
            leavingAt: undefined,
          });
        return {};
      },
      DeregisterTargets: ({ Targets }: Members) => {
        for (const one of Targets) {
          const target = targets.get(keyOf(one));
          if (target) target.leavingAt = world.clock.now();
        }
        return {};
      },
      DescribeTargetHealth: () => ({
        TargetHealthDescriptions: present().map((target) => ({
          Target: { Id: target.id, Port: target.port },
          TargetHealth: healthOf(target),
        })),
      }),
    },
  };
}
