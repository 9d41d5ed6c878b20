import type { Criteria, Verdict } from './evaluation.ts';
import { breaches } from './evaluation.ts';
import type { AlarmState, Comparison } from './state.ts';

const WORDS: Readonly<Record<Comparison, string>> = {
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  GreaterThanThreshold: 'greater than',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

const SHOWN = 5;

/** As CloudWatch's own Java prints a double: 40 is 40.0. */
const decimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

const two = (number: number): string => String(number).padStart(2, '0');

/** dd/MM/yy HH:mm:ss in UTC */
function shortTime(at: number): string {
  const time = new Date(at);
  const date = [time.getUTCDate(), time.getUTCMonth() + 1, time.getUTCFullYear() % 100].map(two).join('/');
  return `${date} ${[time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(two).join(':')}`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Why an alarm is in a state, in CloudWatch's words. */
export function stateReason(state: AlarmState, { evaluated, filled }: Verdict, criteria: Criteria): string {
  const { evaluationPeriods, datapointsToAlarm = evaluationPeriods, threshold, comparison, missingData } = criteria;
  if (state === 'INSUFFICIENT_DATA')
    return `Insufficient Data: ${count(evaluationPeriods, 'datapoint')} ${evaluationPeriods === 1 ? 'was' : 'were'} unknown.`;
  const were = (number: number): string => (number === 1 ? 'was' : 'were');
  const treated = `${count(filled, 'missing datapoint')} ${were(filled)} treated as [${missingData === 'breaching' ? 'Breaching' : 'NonBreaching'}]`;
  if (evaluated.length === 0)
    return `Threshold Crossed: no datapoints were received for ${count(filled, 'period')} and ${treated}.`;
  const isAlarm = state === 'ALARM';
  const telling = evaluated.filter(({ value }) => breaches(value, criteria) === isAlarm).reverse();
  const list = telling.slice(0, SHOWN).map(({ at, value }) => `${decimal(value)} (${shortTime(at)})`);
  const least = isAlarm ? datapointsToAlarm : evaluationPeriods - datapointsToAlarm + 1;
  const transition = isAlarm ? 'OK -> ALARM' : 'ALARM -> OK';
  const crossed = `${telling.length} out of the last ${count(evaluated.length, 'datapoint').replace(/datapoint$/, 'datapoints')} [${list.join(', ')}] ${were(telling.length)} ${isAlarm ? '' : 'not '}${WORDS[comparison]} the threshold (${decimal(threshold)})`;
  return `Threshold Crossed: ${crossed}${filled > 0 ? ` and ${treated}` : ''} (minimum ${count(least, 'datapoint')} for ${transition} transition).`;
}
