import { expect, test } from '@jest/globals';
import { aStoppedTask } from '../../../tests/builders/task.ts';
import { wasHealthyByItself } from './task-health.ts';

test.each([
  ['passed its own check', { healthStatus: 'HEALTHY' }, true, true],
  ['ran for 40 s without a load balancer', { startedAt: 0, stoppingAt: 40_000 }, false, true],
  ['ran for 39 s without a load balancer', { startedAt: 0, stoppingAt: 39_000, stoppedAt: 70_000 }, false, false],
  ['ran long, but it is the load balancer that says so', { startedAt: 0, stoppingAt: 90_000 }, true, false],
  ['never ran', { startedAt: undefined }, false, false],
])('a task that %s', (_, overrides, hasTargets, expected) => {
  expect(wasHealthyByItself(aStoppedTask(overrides), hasTargets)).toBe(expected);
});
