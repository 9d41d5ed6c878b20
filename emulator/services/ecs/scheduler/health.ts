/** What is known of a task's health at one moment. */
export interface HealthFacts {
  /** Undefined until the task is RUNNING. */
  readonly startedAt: number | undefined;
  /** What the essential containers with a health check say; undefined where there is none. */
  readonly containers: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN' | undefined;
  /** One for each target group of the service. */
  readonly targets: readonly TargetHealthFacts[];
}

export interface TargetHealthFacts {
  readonly targetGroupArn: string;
  readonly port: number | undefined;
  /** The load balancer's state of the target; undefined before it is registered. */
  readonly state: string | undefined;
  readonly description: string | undefined;
}

export type TaskHealth =
  | { readonly kind: 'healthy' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unhealthy'; readonly cause: UnhealthyCause };

export type UnhealthyCause =
  | { readonly kind: 'container' }
  | { readonly kind: 'target'; readonly targetGroupArn: string; readonly port: number; readonly reason: string };

/**
 * Without load balancer and container health check, a task that has run this long counts as healthy
 * [DeploymentConfiguration].
 */
const SETTLED_MS = 40_000;

/**
 * Whether a task counts towards the minimum healthy percent: its targets are healthy, and its essential containers are
 * where they have a health check. Within the grace period a failed check is not held against it, but a passed one
 * counts.
 */
export function assessTask(
  { startedAt, containers, targets }: HealthFacts,
  { now, graceMs }: { readonly now: number; readonly graceMs: number },
): TaskHealth {
  if (startedAt === undefined) return { kind: 'waiting' };
  const inGrace = now < startedAt + graceMs;
  const failed = targets.find(({ state }) => state === 'unhealthy');
  if (containers === 'UNHEALTHY' && !inGrace) return { kind: 'unhealthy', cause: { kind: 'container' } };
  if (failed && !inGrace) {
    const { targetGroupArn, port = 0, description } = failed;
    const reason = description ?? 'Health checks failed';
    return { kind: 'unhealthy', cause: { kind: 'target', targetGroupArn, port, reason } };
  }
  if (containers !== undefined && containers !== 'HEALTHY') return { kind: 'waiting' };
  if (targets.some(({ state }) => state !== 'healthy')) return { kind: 'waiting' };
  const unchecked = containers === undefined && targets.length === 0;
  return unchecked && now < startedAt + SETTLED_MS ? { kind: 'waiting' } : { kind: 'healthy' };
}
