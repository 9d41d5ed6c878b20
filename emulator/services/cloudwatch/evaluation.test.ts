import { describe, expect, test } from '@jest/globals';
import type { Criteria, Period } from './evaluation.ts';
import { evaluate } from './evaluation.ts';
import type { AlarmState, MissingData } from './state.ts';
import { stateReason } from './state-reason.ts';

/** As the user guide writes it: 0 does not breach, X does, - is missing. */
const range = (text: string): Period[] =>
  text.split(' ').map((letter, index) => ({ at: index * 60_000, value: { '0': 10, X: 50 }[letter] }));

const criteria = (evaluationPeriods: number, datapointsToAlarm: number, missingData?: MissingData): Criteria => ({
  comparison: 'GreaterThanOrEqualToThreshold',
  threshold: 40,
  evaluationPeriods,
  datapointsToAlarm,
  missingData,
});

type Row = readonly [string, missing: string, ignore: string, breaching: string, notBreaching: string];

/** The two tables of the user guide; "keep": the alarm keeps its state. */
const ALL_OF_THREE: readonly Row[] = [
  ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
  ['0 - - - -', 'OK', 'OK', 'OK', 'OK'],
  ['- - - - -', 'INSUFFICIENT_DATA', 'keep', 'ALARM', 'OK'],
  ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['- - X - -', 'ALARM', 'keep', 'ALARM', 'OK'],
];
const TWO_OF_THREE: readonly Row[] = [
  ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - X -', 'ALARM', 'keep', 'ALARM', 'OK'],
];

describe.each([
  ['three of three', 3, ALL_OF_THREE],
  ['two of three', 2, TWO_OF_THREE],
] as const)('an alarm that needs %s', (_, toAlarm, rows) => {
  test.each(rows)('with %s is %s, %s, %s, %s', (text, ...expected) => {
    const kinds: MissingData[] = ['missing', 'ignore', 'breaching', 'notBreaching'];
    const states = kinds.map((kind) => evaluate(range(text), criteria(3, toAlarm, kind)).state ?? 'keep');
    expect(states).toEqual(expected);
  });
});

describe('an alarm of one period', () => {
  test.each([
    ['- - X', 'ALARM'],
    ['X X 0', 'OK'],
    ['X - -', 'ALARM'],
    ['0 X -', 'ALARM'],
    ['- - -', 'INSUFFICIENT_DATA'],
  ])('with %s is %s', (text, state) => {
    expect(evaluate(range(text), criteria(1, 1)).state).toBe(state);
  });

  test.each([
    ['GreaterThanOrEqualToThreshold', 40, true],
    ['GreaterThanThreshold', 40, false],
    ['GreaterThanThreshold', 40.1, true],
    ['LessThanThreshold', 40, false],
    ['LessThanOrEqualToThreshold', 40, true],
  ] as const)('%s: %d breaches: %p', (comparison, value, expected) => {
    const one = { ...criteria(1, 1), comparison };
    expect(evaluate([{ at: 0, value }], one).state).toBe(expected ? 'ALARM' : 'OK');
  });
});

describe('the reason says', () => {
  const at = Date.UTC(2026, 10, 24, 7);
  const periods = (...values: (number | undefined)[]): Period[] =>
    values.map((value, index) => ({ at: at + index * 60_000, value }));
  const less: Criteria = {
    comparison: 'LessThanThreshold',
    threshold: 20,
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    missingData: undefined,
  };
  test.each<[AlarmState, Period[], Criteria, string]>([
    [
      'ALARM',
      periods(52.3),
      criteria(1, 1),
      'Threshold Crossed: 1 out of the last 1 datapoints [52.3 (24/11/26 07:00:00)] was greater than or equal to the threshold (40.0) (minimum 1 datapoint for OK -> ALARM transition).',
    ],
    [
      'OK',
      periods(12),
      criteria(1, 1),
      'Threshold Crossed: 1 out of the last 1 datapoints [12.0 (24/11/26 07:00:00)] was not greater than or equal to the threshold (40.0) (minimum 1 datapoint for ALARM -> OK transition).',
    ],
    [
      'ALARM',
      periods(12, 30, 11),
      less,
      'Threshold Crossed: 2 out of the last 3 datapoints [11.0 (24/11/26 07:02:00), 12.0 (24/11/26 07:00:00)] were less than the threshold (20.0) (minimum 2 datapoints for OK -> ALARM transition).',
    ],
    ['INSUFFICIENT_DATA', periods(undefined), criteria(1, 1), 'Insufficient Data: 1 datapoint was unknown.'],
    ['INSUFFICIENT_DATA', periods(undefined), less, 'Insufficient Data: 3 datapoints were unknown.'],
    [
      'OK',
      periods(undefined),
      criteria(1, 1, 'notBreaching'),
      'Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].',
    ],
  ])('of %s after %j', (state, period, alarm, reason) => {
    const verdict = evaluate(period, alarm);
    expect(verdict.state).toBe(state);
    expect(stateReason(state, verdict, alarm)).toBe(reason);
  });
});
