/** What one health check found. */
export type CheckResult =
  | { readonly kind: 'passed' }
  | { readonly kind: 'mismatch'; readonly code: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'failed' };

export type Failure = Exclude<CheckResult, { kind: 'passed' }>;

export interface Thresholds {
  readonly healthy: number;
  readonly unhealthy: number;
}

/** What the load balancer knows of a target from its checks. `failures` and `passes` are counted in a row. */
export type Health =
  | { readonly state: 'initial'; readonly failures: number }
  | { readonly state: 'healthy'; readonly failures: number }
  | { readonly state: 'unhealthy'; readonly passes: number; readonly failure: Failure };

export const UNCHECKED: Health = { state: 'initial', failures: 0 };

/**
 * The state after one more check. A new target is healthy after one passed check; the healthy threshold counts for
 * targets that have been unhealthy only. Source: "Health checks for Application Load Balancer target groups".
 */
export function observe(health: Health, result: CheckResult, thresholds: Thresholds): Health {
  if (result.kind === 'passed') {
    if (health.state !== 'unhealthy') return { state: 'healthy', failures: 0 };
    const passes = health.passes + 1;
    return passes >= thresholds.healthy ? { state: 'healthy', failures: 0 } : { ...health, passes };
  }
  if (health.state === 'unhealthy') return { state: 'unhealthy', passes: 0, failure: result };
  const failures = health.failures + 1;
  return failures >= thresholds.unhealthy
    ? { state: 'unhealthy', passes: 0, failure: result }
    : { state: health.state, failures };
}
