import { expect, test } from '@jest/globals';
import type { JsonObject } from '../model/json.ts';
import { bakeMinutes } from './bake-time.ts';

test.each<[string, JsonObject, number]>([
  ['a rolling deployment', { strategy: 'ROLLING', bakeTimeInMinutes: 5 }, 0],
  ['blue/green', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 }, 5],
  [
    'a canary',
    {
      strategy: 'CANARY',
      bakeTimeInMinutes: 5,
      canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 10 },
    },
    15,
  ],
  [
    'ten steps of which the last is not waited for',
    { strategy: 'LINEAR', bakeTimeInMinutes: 5, linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 6 } },
    59,
  ],
  [
    'steps that do not come out even',
    { strategy: 'LINEAR', bakeTimeInMinutes: 0, linearConfiguration: { stepPercent: 30, stepBakeTimeInMinutes: 1 } },
    3,
  ],
])('%s watches for so many minutes', (_, deploymentConfiguration, expected) => {
  expect(bakeMinutes({ deploymentConfiguration })).toBe(expected);
});
