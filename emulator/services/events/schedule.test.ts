import { describe, expect, test } from '@jest/globals';
import { parseSchedule } from './schedule.ts';

/** The first times after a moment at which an expression is due. */
function times(expression: string, from: string, count = 1): readonly string[] {
  const schedule = parseSchedule(expression);
  const found: string[] = [];
  for (let now = Date.parse(from); found.length < count; ) {
    const next = schedule?.(now);
    if (next === undefined) break;
    found.push(new Date(next).toISOString().slice(0, 16));
    now = next;
  }
  return found;
}

describe('a schedule', () => {
  test.each([
    ['rate(5 minutes)', '2026-11-01T00:00:30Z', ['2026-11-01T00:05', '2026-11-01T00:10']],
    ['rate(1 day)', '2026-11-01T00:00:00Z', ['2026-11-02T00:00']],
    ['cron(0 12 * * ? *)', '2026-11-01T12:00:00Z', ['2026-11-02T12:00', '2026-11-03T12:00']],
    ['cron(0/15 * * * ? *)', '2026-11-01T00:14:59Z', ['2026-11-01T00:15', '2026-11-01T00:30']],
    ['cron(15 10 ? * 6L 2027-2028)', '2026-11-01T00:00:00Z', ['2027-01-29T10:15', '2027-02-26T10:15']],
    ['cron(0 18 ? * MON-FRI *)', '2026-11-06T18:00:00Z', ['2026-11-09T18:00']],
    ['cron(0 0 L * ? *)', '2028-02-01T00:00:00Z', ['2028-02-29T00:00', '2028-03-31T00:00']],
    ['cron(0 9 1W * ? *)', '2026-07-20T00:00:00Z', ['2026-08-03T09:00', '2026-09-01T09:00']],
    ['cron(0 9 ? * 2#1 *)', '2026-11-01T00:00:00Z', ['2026-11-02T09:00', '2026-12-07T09:00']],
    [
      'cron(5,35 8-10/2 1 JAN,JUL ? *)',
      '2026-12-01T00:00:00Z',
      ['2027-01-01T08:05', '2027-01-01T08:35', '2027-01-01T10:05'],
    ],
    ['cron(0 0 29 2 ? *)', '2026-11-01T00:00:00Z', ['2028-02-29T00:00']],
  ])('%s after %s is due at %j', (expression, from, expected) => {
    expect(times(expression, from, expected.length)).toEqual(expected);
  });

  test('of a year that is over is never due again', () => {
    expect(times('cron(0 0 1 1 ? 2026)', '2026-11-01T00:00:00Z')).toEqual([]);
  });

  test.each([
    'rate(1 minutes)',
    'rate(5 minute)',
    'rate(0 minutes)',
    'rate(5 weeks)',
    'cron(0 12 * * * *)',
    'cron(0 12 ? * ? *)',
    'cron(60 12 * * ? *)',
    'cron(0 12 * * ?)',
    'cron(0 12 ? * 8 *)',
    'every day',
  ])('%s is none', (expression) => {
    expect(parseSchedule(expression)).toBeUndefined();
  });
});
