import type { DeploymentCircuitBreaker } from '../../../shapes/ecs.d.ts';

/** With AWS's defaults: at least 3 and at most 200 failures, half of the desired count, counted in a row. */
export function fillBreaker(given: DeploymentCircuitBreaker) {
  return {
    ...given,
    resetOnHealthyTask: given.resetOnHealthyTask ?? true,
    thresholdConfiguration: given.thresholdConfiguration ?? { type: 'BOUNDED_PERCENT', value: 50 },
  } satisfies DeploymentCircuitBreaker;
}

const LEAST = 3;
const MOST = 200;

/**
 * How many failures trip the breaker; percentages are of the latest desired count, rounded up [ThresholdConfiguration].
 */
export function thresholdOf({ thresholdConfiguration }: DeploymentCircuitBreaker, desiredCount: number): number {
  const { type = 'BOUNDED_PERCENT', value = 50 } = thresholdConfiguration ?? {};
  const share = Math.ceil((value / 100) * desiredCount);
  switch (type) {
    case 'COUNT':
      return value;
    case 'UNBOUNDED_PERCENT':
      return share;
    case 'BOUNDED_PERCENT':
      return Math.min(MOST, Math.max(LEAST, share));
  }
}

export type TaskOutcome = 'succeeded' | 'failed';

/**
 * The failures after another task's outcome: a healthy task starts the count anew unless the breaker is told otherwise.
 */
export function countFailures(
  failures: number,
  outcome: TaskOutcome,
  { resetOnHealthyTask = true }: Pick<DeploymentCircuitBreaker, 'resetOnHealthyTask'>,
): number {
  if (outcome === 'failed') return failures + 1;
  return resetOnHealthyTask ? 0 : failures;
}
