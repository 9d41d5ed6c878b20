import { expect, test } from '@jest/globals';
import type { RolloutForecast } from '../model/plan.ts';
import { forecastSentences } from './forecast-text.ts';

const FORECAST: RolloutForecast = {
  strategy: 'ROLLING',
  tasks: 2,
  running: 2,
  lowest: 2,
  highest: 4,
  waves: 1,
  room: 'enough',
  roomText: '2 more tasks have room.',
  lastDurationsMs: [],
};

test.each([
  ['ROLLING to 2 tasks: never fewer than 2 healthy, at most 4 at once, in 1 round.', {}],
  [
    'ROLLING to 1 task: none healthy until the first new tasks are, at most 1 at once, in 1 round.',
    { tasks: 1, running: 0, lowest: 0, highest: 1 },
  ],
  [
    'ROLLING from 3 to 6 tasks: never fewer than 3 healthy, at most 9 at once, in 1 round.',
    { tasks: 6, running: 3, lowest: 3, highest: 9 },
  ],
  ['CANARY to 2 tasks: never fewer than 2 healthy, at most 4 at once.', { strategy: 'CANARY', waves: undefined }],
  ['ROLLING to 2 tasks: never fewer than 2 healthy, at most 3 at once, in 2 rounds.', { highest: 3, waves: 2 }],
] satisfies [string, Partial<RolloutForecast>][])('%s', (sentence, overrides) => {
  expect(forecastSentences({ ...FORECAST, ...overrides })).toEqual([sentence, 'Enough room: 2 more tasks have room.']);
});

test.each([
  ['Takes about 48 s, as the last one did.', [48_400]],
  ['Takes about 50 s: the last 3 took 48 s to 3 min 20 s.', [50_000, 200_000, 48_000]],
])('%s', (sentence, lastDurationsMs) => {
  expect(forecastSentences({ ...FORECAST, lastDurationsMs })).toContain(sentence);
});
