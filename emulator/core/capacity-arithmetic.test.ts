import { describe, expect, test } from '@jest/globals';
import type { Adjustment, StepAdjustment } from './capacity-arithmetic.ts';
import { adjust, clamp, proportionate, stepFor, stepsProblem } from './capacity-arithmetic.ts';

const step = (low: number | undefined, high: number | undefined, ScalingAdjustment: number): StepAdjustment => ({
  MetricIntervalLowerBound: low,
  MetricIntervalUpperBound: high,
  ScalingAdjustment,
});

describe('the step for a metric', () => {
  const out = [step(0, 10, 1), step(10, 20, 2), step(20, undefined, 3)];
  const back = [step(-10, 0, -1), step(undefined, -10, -2)];
  test.each([
    [out, 0, 1],
    [out, 9.99, 1],
    [out, 10, 2],
    [out, 1000, 3],
    [out, -1, undefined],
    [back, -0.1, -1],
    [back, -10, -2],
    [back, -9.9, -1],
    [back, -50, -2],
    [back, 5, undefined],
  ])('of %j at %d is %p', (steps, difference, expected) => {
    expect(stepFor(steps, difference)?.ScalingAdjustment).toBe(expected);
  });
});

describe('steps', () => {
  test.each([
    [[], 'At least one StepAdjustment'],
    [[step(undefined, undefined, 1)], 'must specify at least one of'],
    [[step(5, 5, 1)], 'must be less than'],
    [[step(0, 10, 1), step(5, 20, 2)], 'overlap'],
    [[step(0, 10, 1), step(11, 20, 2)], 'gap'],
    [Array.from({ length: 21 }, (_, index) => step(index, index + 1, 1)), 'At most 20'],
  ])('%j are refused: %s', (steps, problem) => {
    expect(stepsProblem(steps)).toContain(problem);
  });

  test('in any order are accepted when they join', () => {
    expect(stepsProblem([step(10, undefined, 2), step(0, 10, 1)])).toBeUndefined();
  });
});

describe('an adjustment', () => {
  test.each<[number, Adjustment['type'], number, number | undefined, number]>([
    [2, 'ChangeInCapacity', 1, undefined, 3],
    [2, 'ChangeInCapacity', -1, undefined, 1],
    [2, 'ExactCapacity', 5, undefined, 5],
    [10, 'PercentChangeInCapacity', 25, undefined, 12],
    [10, 'PercentChangeInCapacity', -25, undefined, 8],
    [2, 'PercentChangeInCapacity', 10, undefined, 3],
    [2, 'PercentChangeInCapacity', -10, undefined, 1],
    [10, 'PercentChangeInCapacity', 10, 2, 12],
    [10, 'PercentChangeInCapacity', -10, 2, 8],
    [10, 'PercentChangeInCapacity', 50, 2, 15],
    [0, 'PercentChangeInCapacity', 50, undefined, 0],
  ])('of %d by %s %d (at least %p) gives %d', (current, type, amount, minMagnitude, expected) => {
    expect(adjust(current, { type, amount, minMagnitude })).toBe(expected);
  });
});

describe('target tracking', () => {
  test.each([
    [2, 150, 100, 3],
    [2, 100, 100, 2],
    [3, 66.6666666667, 100, 2],
    [3, 60, 100, 2],
    [3, 100.0000000001, 100, 3],
    [10, 90, 50, 18],
    [4, 0, 50, 0],
  ])('%d units at %d of %d become %d', (current, value, target, expected) => {
    expect(proportionate(current, { value, target })).toBe(expected);
  });
});

test('a capacity is kept between minimum and maximum', () => {
  expect([1, 3, 9].map((capacity) => clamp(capacity, { min: 2, max: 4 }))).toEqual([2, 3, 4]);
});
