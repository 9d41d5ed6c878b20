import { describe, expect, test } from '@jest/globals';
import { judge, unusedExplanations } from './judgement.ts';
import type { DocumentedDifference, Observation } from './observation.ts';
import { renderReasons, renderTable } from './table.ts';

const LAX: DocumentedDifference = { witness: 'moto', row: 'ecs *', difference: '*: 1, *', reason: 'moto is lax' };
const observation = (row: string, ...differences: readonly string[]): Observation => ({
  row,
  witness: 'moto',
  differences,
});

describe('a verdict', () => {
  test('joins what was observed about one row, and tells explained differences from others', () => {
    const found = [observation('ecs A', 'x: 1, 2'), observation('ecs A', 'x: 1, 2', 'y: 2, 3'), observation('ecs B')];
    expect(judge(found, [LAX])).toEqual([
      {
        row: 'ecs A',
        witness: 'moto',
        documented: [{ difference: 'x: 1, 2', reason: 'moto is lax' }],
        undocumented: ['y: 2, 3'],
        madeUp: false,
      },
      { row: 'ecs B', witness: 'moto', documented: [], undocumented: [], madeUp: false },
    ]);
  });

  test.each<[string, Observation]>([
    ['of another witness', { ...observation('ecs A', 'x: 1, 2'), witness: 'SDK' }],
    ['of another row', observation('ec2 A', 'x: 1, 2')],
    ['that says more', observation('ecs A', 'x: 11, 2')],
  ])('does not take an explanation for a difference %s', (_what, found) => {
    expect(judge([found], [LAX])[0]?.undocumented).toHaveLength(1);
  });
});

test('an explanation that nothing needs is named, if its witness was heard', () => {
  expect(unusedExplanations([observation('ecs A')], [LAX])).toEqual([LAX]);
  expect(unusedExplanations([observation('ecs A', 'x: 1, 2')], [LAX])).toEqual([]);
  expect(unusedExplanations([], [LAX])).toEqual([]);
});

test('the table shows each witness, and the reasons below', () => {
  const observations = [
    observation('ecs A', 'x: 1, 2'),
    observation('ecs B', 'z'),
    observation('ecs C'),
    { ...observation('ecs D'), madeUp: true as const },
  ];
  const verdicts = judge(observations, [LAX]);
  const skipped = [{ witness: 'AWS CLI', reason: 'aws is not in PATH' }] as const;
  expect(renderTable('Operation', ['moto', 'AWS CLI', 'SDK'], verdicts, skipped).split('\n')).toEqual([
    'Operation  moto                AWS CLI  SDK',
    'ecs A      differ, documented  skipped  -',
    'ecs B      DIFFERS             skipped  -',
    'ecs C      agree               skipped  -',
    'ecs D      agree (shapes)      skipped  -',
  ]);
  expect(renderReasons(verdicts, skipped)).toBe(
    `Skipped\n- AWS CLI: aws is not in PATH\n\nDocumented differences\n- moto, ecs A: moto is lax\n\nUndocumented differences\n- moto, ecs B: z`,
  );
});
