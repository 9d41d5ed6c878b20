import { expect, test } from '@jest/globals';
import { type ProgressView, progressOf } from './progress.ts';

const early = (healthyPercent: number, sourceServiceRevisionCleanup: 'BLOCKING' | 'DEFERRED') => ({
  enable: true,
  healthyPercent,
  sourceServiceRevisionCleanup,
});

test.each<[string, ProgressView, { scaled: boolean; done: boolean }]>([
  [
    'too few healthy tasks',
    { desiredCount: 2, healthy: 1, leftOvers: 0, criteria: undefined },
    { scaled: false, done: false },
  ],
  [
    'old tasks left',
    { desiredCount: 2, healthy: 2, leftOvers: 1, criteria: undefined },
    { scaled: false, done: false },
  ],
  [
    'all new, none old',
    { desiredCount: 2, healthy: 2, leftOvers: 0, criteria: undefined },
    { scaled: true, done: true },
  ],
  ['nothing desired', { desiredCount: 0, healthy: 0, leftOvers: 0, criteria: undefined }, { scaled: true, done: true }],
  [
    'early success with old tasks left to be cleaned up',
    { desiredCount: 2, healthy: 2, leftOvers: 2, criteria: early(100, 'DEFERRED') },
    { scaled: true, done: true },
  ],
  [
    'early success that waits for the clean-up',
    { desiredCount: 2, healthy: 2, leftOvers: 2, criteria: early(100, 'BLOCKING') },
    { scaled: true, done: false },
  ],
  [
    'half of three rounds up',
    { desiredCount: 3, healthy: 1, leftOvers: 3, criteria: early(50, 'DEFERRED') },
    { scaled: false, done: false },
  ],
  [
    'half of three are two',
    { desiredCount: 3, healthy: 2, leftOvers: 3, criteria: early(50, 'DEFERRED') },
    { scaled: true, done: true },
  ],
  [
    '0 % still means one healthy task',
    { desiredCount: 2, healthy: 0, leftOvers: 2, criteria: early(0, 'DEFERRED') },
    { scaled: false, done: false },
  ],
  [
    'criteria that are off',
    { desiredCount: 2, healthy: 2, leftOvers: 1, criteria: { ...early(50, 'DEFERRED'), enable: false } },
    { scaled: false, done: false },
  ],
])('%s', (_, view, expected) => {
  expect(progressOf(view)).toEqual(expected);
});
