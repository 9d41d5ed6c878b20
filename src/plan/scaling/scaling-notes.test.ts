import { expect, test } from '@jest/globals';
import type { Scaling } from '../../model/service.ts';
import { scalingNotes } from './scaling-notes.ts';

const SCALING: Scaling = {
  minCapacity: 2,
  maxCapacity: 4,
  steps: undefined,
  targetTracking: [],
  drivesInstances: false,
};
const PAUSED = { dynamicScalingInSuspended: true, dynamicScalingOutSuspended: false, scheduledScalingSuspended: false };
const target = { minCapacity: 2, maxCapacity: 4 };

test.each([
  [
    'raises it to a new minimum',
    { target: { minCapacity: 1, maxCapacity: 4 }, desiredCount: 1 },
    'Application Auto Scaling moves the desired count from 1 to 2 by itself, once minCapacity 2 is set.',
  ],
  [
    'lowers it to a new maximum',
    { target: { minCapacity: 2, maxCapacity: 9 }, desiredCount: 7 },
    'Application Auto Scaling moves the desired count from 7 to 4 by itself, once maxCapacity 4 is set.',
  ],
  [
    'raises it where scaling is new',
    { target: undefined, desiredCount: 1 },
    'Application Auto Scaling moves the desired count from 1 to 2 by itself, once minCapacity 2 is set.',
  ],
  [
    'has still to bring back what somebody set by hand',
    { target, desiredCount: 9 },
    'The desired count is 9, outside of maxCapacity 4. Application Auto Scaling owns it and corrects it when it next scales.',
  ],
])('a note says that AWS %s', (_, live, note) => {
  expect(scalingNotes(SCALING, live)).toEqual([note]);
});

test('a note says what pauses, unless config does', () => {
  const live = { target: { ...target, suspended: PAUSED }, desiredCount: 3 };
  expect(scalingNotes(SCALING, live)).toEqual([expect.stringContaining('Scaling in is suspended on the scalable')]);
  expect(scalingNotes({ ...SCALING, suspended: PAUSED }, live)).toEqual([]);
});

test.each([
  ['the count is within bounds', SCALING, { target, desiredCount: 3 }],
  ['the service is new', SCALING, { target: undefined, desiredCount: undefined }],
  ['config owns the count', undefined, { target: undefined, desiredCount: 9 }],
])('there is no note where %s', (_, scaling, live) => {
  expect(scalingNotes(scaling, live)).toEqual([]);
});
