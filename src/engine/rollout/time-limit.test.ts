import { expect, test } from '@jest/globals';
import { timeLimitMs } from './time-limit.ts';

const configured = (deploymentConfiguration: Readonly<Record<string, string | number>>) => ({
  deploymentConfiguration,
});

test.each([
  ['half an hour where nothing is watched', undefined, {}, 30],
  ['what was given', 300_000, configured({ strategy: 'LINEAR' }), 5],
  [
    'half an hour where the bake time fits',
    undefined,
    configured({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 }),
    30,
  ],
  ['the bake time and a margin', undefined, configured({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 60 }), 70],
  ['all steps of a linear shift and a margin', undefined, configured({ strategy: 'LINEAR', bakeTimeInMinutes: 5 }), 69],
])('a rollout may take %s', (_case, given, settings, minutes) => {
  expect(timeLimitMs(given, settings)).toBe(minutes * 60_000);
});
