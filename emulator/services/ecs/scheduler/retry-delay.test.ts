import { expect, test } from '@jest/globals';
import { retryDelayMs } from './retry-delay.ts';

test.each([
  [0, 0],
  [2, 0],
  [3, 15],
  [4, 30],
  [8, 480],
  [9, 900],
  [50, 900],
])('after %i tasks that never ran ECS waits %i s', (failures, seconds) => {
  expect(retryDelayMs(failures)).toBe(seconds * 1000);
});
