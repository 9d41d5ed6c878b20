import { expect, test } from '@jest/globals';
import type { RolloutForecast } from '../../model/plan.ts';
import { rolloutWarning } from './rollout-warning.ts';

const MISSING: RolloutForecast = {
  strategy: 'ROLLING',
  tasks: 2,
  running: 2,
  lowest: 2,
  highest: 4,
  waves: 1,
  room: 'missing',
  roomText: '2 instances have room for 0.',
  lastDurationsMs: [],
};

test.each(['enough', 'grows', 'unknown'] as const)('nothing is warned of where room is %s', (room) => {
  expect(rolloutWarning('web', { ...MISSING, room })).toBeUndefined();
});

test('missing room is warned of, with the numbers and what to do', () => {
  const warning = rolloutWarning('web', MISSING);
  expect(warning).toContain('The rollout of web may not find room. 2 instances have room for 0.');
  expect(warning).toContain('the rollout waits for room');
  expect(warning).toContain('raise capacity.maxSize');
});

test('what stops old tasks first makes room by itself', () => {
  expect(rolloutWarning('web', { ...MISSING, tasks: 4 })).not.toContain('ECS stops old tasks first');
  expect(rolloutWarning('web', { ...MISSING, lowest: 1 })).toContain('ECS stops old tasks first, down to 1.');
});
