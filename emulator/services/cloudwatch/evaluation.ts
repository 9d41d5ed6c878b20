import type { AlarmSettings, AlarmState, Comparison } from './state.ts';

/** One period of the evaluation range. */
export interface Period {
  readonly at: number;
  /** undefined: no data. */
  readonly value: number | undefined;
}

export type Criteria = Pick<
  AlarmSettings,
  'comparison' | 'threshold' | 'evaluationPeriods' | 'datapointsToAlarm' | 'missingData'
>;

export interface Verdict {
  /** undefined: the alarm keeps its state. */
  readonly state: AlarmState | undefined;
  /** The datapoints that the verdict rests on, oldest first. */
  readonly evaluated: readonly { readonly at: number; readonly value: number }[];
  /** How many missing datapoints were taken for breaching or not breaching. */
  readonly filled: number;
}

/** CloudWatch looks further back than the evaluation periods, so that late data do not count as missing. */
export const evaluationRange = ({ evaluationPeriods }: Pick<Criteria, 'evaluationPeriods'>): number =>
  evaluationPeriods + 2;

export function breaches(
  value: number,
  { comparison, threshold }: Pick<Criteria, 'comparison' | 'threshold'>,
): boolean {
  const tests: Readonly<Record<Comparison, boolean>> = {
    GreaterThanOrEqualToThreshold: value >= threshold,
    GreaterThanThreshold: value > threshold,
    LessThanThreshold: value < threshold,
    LessThanOrEqualToThreshold: value <= threshold,
  };
  return tests[comparison];
}

/**
 * Judges the periods of the evaluation range, oldest first. Source, tables included: "Configuring how CloudWatch alarms
 * treat missing data" in the CloudWatch user guide.
 */
export function evaluate(range: readonly Period[], criteria: Criteria): Verdict {
  const { evaluationPeriods: needed, datapointsToAlarm: toAlarm = needed, missingData = 'missing' } = criteria;
  const real = range.flatMap(({ at, value }) => (value === undefined ? [] : [{ at, value }]));
  const evaluated = real.slice(-needed);
  const breaching = evaluated.filter(({ value }) => breaches(value, criteria)).length;
  const fill = needed - evaluated.length;
  const verdict = (state: AlarmState | undefined, filled = 0): Verdict => ({ state, evaluated, filled });
  if (fill === 0) return verdict(breaching >= toAlarm ? 'ALARM' : 'OK');
  switch (missingData) {
    case 'breaching':
      return verdict(breaching + fill >= toAlarm ? 'ALARM' : 'OK', fill);
    case 'notBreaching':
      return verdict(breaching >= toAlarm ? 'ALARM' : 'OK', fill);
    case 'missing':
    case 'ignore':
      if (evaluated.length === 0) return verdict(missingData === 'missing' ? 'INSUFFICIENT_DATA' : undefined);
      if (breaching >= toAlarm) return verdict('ALARM');
      if (breaching < evaluated.length) return verdict('OK');
      return verdict(missingData === 'missing' && isOldEnough(range, toAlarm) ? 'ALARM' : undefined);
  }
}

/** Breaching data with nothing but gaps after them alarm once they are as old as the datapoints to alarm are many. */
function isOldEnough(range: readonly Period[], toAlarm: number): boolean {
  const oldest = range.findIndex(({ value }) => value !== undefined);
  return oldest !== -1 && range.length - oldest >= toAlarm;
}
