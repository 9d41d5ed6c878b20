import { expect, test } from '@jest/globals';
import type { ThresholdConfiguration } from '../../../shapes/ecs.d.ts';
import { countFailures, fillBreaker, thresholdOf } from './circuit-breaker.ts';

const on = { enable: true, rollback: true };

test.each<[number, ThresholdConfiguration | undefined, number]>([
  [1, undefined, 3],
  [2, undefined, 3],
  [25, undefined, 13],
  [400, undefined, 200],
  [1000, undefined, 200],
  [2, { type: 'COUNT', value: 2 }, 2],
  [50, { type: 'COUNT', value: 2 }, 2],
  [2, { type: 'UNBOUNDED_PERCENT', value: 50 }, 1],
  [1000, { type: 'UNBOUNDED_PERCENT', value: 50 }, 500],
  [10, { type: 'BOUNDED_PERCENT', value: 75 }, 8],
])('with %i desired tasks and %o the threshold is %i', (desired, thresholdConfiguration, expected) => {
  expect(thresholdOf({ ...on, ...(thresholdConfiguration ? { thresholdConfiguration } : {}) }, desired)).toBe(expected);
});

test('a healthy task starts the count anew', () => {
  expect(countFailures(2, 'succeeded', {})).toBe(0);
  expect(countFailures(2, 'failed', {})).toBe(3);
});

test('a healthy task leaves the count alone where the breaker is told so', () => {
  expect(countFailures(2, 'succeeded', { resetOnHealthyTask: false })).toBe(2);
});

test("AWS's defaults are filled in", () => {
  expect(fillBreaker(on)).toEqual({
    ...on,
    resetOnHealthyTask: true,
    thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
  });
});
