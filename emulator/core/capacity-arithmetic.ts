/**
 * How scaling policies compute capacities: the same in EC2 Auto Scaling and Application Auto Scaling.
 * Source: "Step and simple scaling policies" in the user guides of both.
 */
export interface StepAdjustment {
  readonly MetricIntervalLowerBound?: number | undefined;
  readonly MetricIntervalUpperBound?: number | undefined;
  readonly ScalingAdjustment: number;
}

/**
 * The step whose interval holds `difference`, the metric's value minus the alarm's threshold. Above the threshold the
 * lower bound belongs to an interval and the upper does not; below it is the other way round.
 */
export function stepFor(steps: readonly StepAdjustment[], difference: number): StepAdjustment | undefined {
  return steps.find(({ MetricIntervalLowerBound, MetricIntervalUpperBound }) => {
    const low = MetricIntervalLowerBound ?? Number.NEGATIVE_INFINITY;
    const high = MetricIntervalUpperBound ?? Number.POSITIVE_INFINITY;
    return difference >= 0 ? low <= difference && difference < high : low < difference && difference <= high;
  });
}

/** A quota of both services. */
const MOST_STEPS = 20;

/** What is wrong with a policy's steps, in AWS's words; undefined where nothing is. */
export function stepsProblem(steps: readonly StepAdjustment[]): string | undefined {
  if (steps.length === 0) return 'At least one StepAdjustment must be specified for StepScaling policy type';
  if (steps.length > MOST_STEPS) return `At most ${MOST_STEPS} StepAdjustments can be specified`;
  const bounds = steps
    .map(({ MetricIntervalLowerBound, MetricIntervalUpperBound }) => ({
      low: MetricIntervalLowerBound ?? Number.NEGATIVE_INFINITY,
      high: MetricIntervalUpperBound ?? Number.POSITIVE_INFINITY,
      bounded: MetricIntervalLowerBound !== undefined || MetricIntervalUpperBound !== undefined,
    }))
    .sort((a, b) => a.low - b.low);
  if (bounds.some(({ bounded }) => !bounded))
    return 'StepAdjustment must specify at least one of MetricIntervalLowerBound and MetricIntervalUpperBound';
  if (bounds.some(({ low, high }) => low >= high))
    return 'MetricIntervalLowerBound must be less than the MetricIntervalUpperBound';
  for (const [index, { low }] of bounds.entries()) {
    const before = bounds[index - 1];
    if (before && low < before.high) return "StepAdjustment intervals can't overlap";
    if (before && low > before.high) return "There can't be a gap between StepAdjustment intervals";
  }
  return undefined;
}

export interface Adjustment {
  readonly type: 'ChangeInCapacity' | 'PercentChangeInCapacity' | 'ExactCapacity';
  readonly amount: number;
  /** Least number of units that a percentage changes. */
  readonly minMagnitude: number | undefined;
}

/** The capacity that an adjustment leads to, before minimum and maximum are applied. */
export function adjust(current: number, { type, amount, minMagnitude }: Adjustment): number {
  switch (type) {
    case 'ExactCapacity':
      return amount;
    case 'ChangeInCapacity':
      return current + amount;
    case 'PercentChangeInCapacity':
      return current + magnified(percentage(current, amount), minMagnitude ?? 0);
  }
}

/** Results between 0 and 1 count as one unit, all others lose their fraction. */
function percentage(current: number, percent: number): number {
  const change = (current * percent) / 100;
  if (change === 0) return 0;
  return Math.abs(change) < 1 ? Math.sign(change) : Math.trunc(change);
}

const magnified = (change: number, least: number): number => Math.sign(change) * Math.max(Math.abs(change), least);

/** In proportion to how far the metric is off its target, rounded up: out at once enough, in never too much. */
export function proportionate(current: number, { value, target }: { value: number; target: number }): number {
  // A quotient such as 3 × (100 / 30 × 30) / 100 must not round up for a float's last digit.
  return Math.ceil(Number(((current * value) / target).toFixed(9)));
}

export const clamp = (capacity: number, { min, max }: { min: number; max: number }): number =>
  Math.min(Math.max(capacity, min), max);
