import { describe, expect, test } from '@jest/globals';
import type { Candidate } from './termination-choice.ts';
import { chooseVictim } from './termination-choice.ts';
import { emptiestZone } from './zone-choice.ts';

const HOUR = 3_600_000;

const candidate = (instanceId: string, zone: string, launchedAt = 0, templateAge = -1): Candidate => ({
  instanceId,
  zone,
  launchedAt,
  templateAge,
});

describe('a scale-in takes', () => {
  const protectedOnes = [candidate('p1', 'c'), candidate('p2', 'c')];
  test.each<[string, string[], Candidate[], Candidate[], string | undefined]>([
    ['from the fullest zone', ['Default'], [candidate('a', 'a'), candidate('c1', 'c'), candidate('c2', 'c')], [], 'c1'],
    ['the oldest template', ['Default'], [candidate('new', 'a', 0, -2), candidate('old', 'a', 5, -1)], [], 'old'],
    [
      'another template first',
      ['Default'],
      [candidate('same', 'a', 0, -1), candidate('other', 'a', 5, 1)],
      [],
      'other',
    ],
    [
      'what is closest to the next hour',
      ['Default'],
      [candidate('x', 'a', 9.2 * HOUR), candidate('y', 'a', 9 * HOUR)],
      [],
      'y',
    ],
    ['the oldest instance', ['OldestInstance'], [candidate('x', 'a', 2), candidate('y', 'a', 1)], [], 'y'],
    ['the newest instance', ['NewestInstance'], [candidate('x', 'a', 2), candidate('y', 'a', 1)], [], 'x'],
    [
      'by zone before age',
      ['OldestInstance'],
      [candidate('x', 'a', 1), candidate('y', 'c', 2), candidate('z', 'c', 3)],
      [],
      'y',
    ],
    ['from another zone where the fullest is protected', ['Default'], [candidate('a', 'a')], protectedOnes, 'a'],
    ['nothing where nothing may go', ['Default'], [], protectedOnes, undefined],
  ])('%s', (_, policies, candidates, others, expected) => {
    const instances = [...candidates, ...others];
    expect(chooseVictim({ instances, candidates, policies, now: 9.9 * HOUR })?.instanceId).toBe(expected);
  });
});

describe('the next instance goes', () => {
  test.each([
    [['a', 'c'], [], 'a'],
    [['a', 'c'], ['a'], 'c'],
    [['a', 'c'], ['a', 'c'], 'a'],
    [['a', 'c', 'd'], ['a', 'a', 'c', 'd'], 'c'],
    [['a'], ['c', 'c'], 'a'],
    [[], ['a'], undefined],
  ])('of zones %j, with %j taken, into %p', (zones, taken, expected) => {
    const placed = taken.map((zone) => ({ zone }));
    expect(emptiestZone(zones, placed)).toBe(expected);
  });
});
