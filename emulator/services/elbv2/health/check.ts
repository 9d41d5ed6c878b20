import type { World } from '../../../core/world.ts';
import type { HealthCheck } from '../store.ts';
import type { Target } from '../targets/target.ts';
import { judgeStatus, probe } from './probe.ts';
import type { CheckResult } from './state.ts';

/**
 * The shortest time that a target gets to answer, in real milliseconds, though never more than the configured timeout
 * unscaled. Containers are real processes: accelerated time does not make them any faster.
 */
const SHORTEST_TIMEOUT_REAL_MS = 1_000;

export function realTimeout(timeoutMs: number, toReal: (ms: number) => number): number {
  return Math.max(toReal(timeoutMs), Math.min(timeoutMs, SHORTEST_TIMEOUT_REAL_MS));
}

/** Performs one health check of a target, through the security groups that stand between it and the load balancer. */
export async function checkTarget(
  { clock, network }: World,
  securityGroups: readonly string[],
  healthCheck: HealthCheck,
  target: Target,
): Promise<CheckResult> {
  const port = healthCheck.HealthCheckPort === 'traffic-port' ? target.port : Number(healthCheck.HealthCheckPort);
  const timeoutMs = healthCheck.HealthCheckTimeoutSeconds * 1_000;
  if (!network.admits(securityGroups, target.host, port)) {
    await clock.sleep(timeoutMs);
    return { kind: 'timeout' };
  }
  const address = network.lookup(target.host, port);
  if (!address) return { kind: 'failed' };
  const matcher = healthCheck.Matcher.HttpCode ?? '200';
  if (address.answers !== undefined) return judgeStatus(address.answers, matcher);
  return probe({
    address,
    host: `${target.privateIp}:${port}`,
    path: healthCheck.HealthCheckPath,
    matcher,
    timeoutRealMs: realTimeout(timeoutMs, clock.toReal),
  });
}
