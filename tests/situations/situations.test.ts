import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { plant } from '../planted/fault.ts';
import { problemsOf } from './bounds.ts';
import { FAULTS } from './faults.ts';
import { SDK_WAITER, wrongVerdicts } from './follower/comparison.ts';
import type { SituationResult } from './situation.ts';
import { SITUATIONS } from './situations.ts';

const ROOT = new URL('../../', import.meta.url);

describe('the situations', () => {
  test('are at least forty, each under its own name', () => {
    const names = SITUATIONS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(40);
  });

  test('each expect a verdict with its exit code', () => {
    const vague = SITUATIONS.filter(({ expected }) => !expected.some((text) => /, exit [01]\b/.test(text)));
    expect(vague.map(({ name }) => name)).toEqual([]);
  });

  test('lose requests only where the name says so', () => {
    const silent = SITUATIONS.filter(({ loses, name }) => loses && !/requests are lost/.test(name));
    expect(silent).toEqual([]);
  });
});

describe('the faults', () => {
  test('are at least twelve, each shown by situations that exist', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(12);
    const names = SITUATIONS.map(({ name }) => name);
    const unknown = FAULTS.flatMap(({ shownBy }) => shownBy).filter((name) => !names.includes(name));
    expect(unknown).toEqual([]);
  });

  test.each([...FAULTS, SDK_WAITER].map((fault) => [fault.name, fault.changes] as const))(
    '%s fits the source',
    (name, changes) => {
      for (const change of changes) {
        if ('replace' in change) plant(name, change, readFileSync(new URL(change.file, ROOT), 'utf8'));
      }
    },
  );

  test('that no longer fit are told from those that do', () => {
    const change = { file: 'src/x.ts', replace: 'a', by: 'b' };
    expect(plant('x', change, 'an')).toBe('bn');
    expect(() => plant('x', change, 'aa')).toThrow(
      'The planted fault x no longer fits: "a" is there 2 times in src/x.ts',
    );
    expect(() => plant('x', change, 'n')).toThrow('is not there');
  });
});

describe('what is wrong with results', () => {
  const good: SituationResult = {
    name: 'a new version lands',
    expected: 'deployed, exit 0; new serves, 2 tasks',
    got: 'deployed, exit 0; new serves, 2 tasks',
    dropped: 0,
    evidenceToVerdict: 1,
    calls: 9,
  };
  const [situation] = SITUATIONS.filter(({ name }) => name === good.name);
  if (!situation) throw new Error('there is no such situation');

  test.each<[string, Partial<SituationResult>, RegExp]>([
    [
      'a wrong verdict',
      { got: 'failed, exit 1; old serves, 2 tasks' },
      /expected deployed, exit 0.*got failed, exit 1/,
    ],
    ['a lost request', { dropped: 1 }, /1 requests were lost/],
    ['a late verdict', { evidenceToVerdict: 6.1 }, /: the verdict came after 6.1 s/],
    ['a late median', { evidenceToVerdict: 2.1 }, /median verdict came after 2.1 s/],
    ['a late stop', { doomToStop: 2.1 }, /stopped after 2.1 s/],
  ])('%s is', (_, change, problem) => {
    expect(problemsOf([good], [situation], { isWhole: false })).toEqual([]);
    expect(problemsOf([{ ...good, ...change }], [situation], { isWhole: false }).join('\n')).toMatch(problem);
  });

  test('too few different endings are, where everything was played', () => {
    expect(problemsOf([good], [situation], { isWhole: true })).toEqual(['there were only 1 different endings']);
  });

  test('of a follower, only other outcomes and exit codes count', () => {
    const slow = { ...good, evidenceToVerdict: 300, got: 'deployed, exit 0; old serves, 2 tasks' };
    expect(wrongVerdicts([good, slow, { ...good, got: 'failed, exit 1: x; old serves, 2 tasks' }])).toHaveLength(1);
  });
});
