import { describe, expect, test } from '@jest/globals';
import { realTimeout } from './check.ts';
import { matcherAccepts, parseMatcher } from './matcher.ts';
import type { CheckResult, Health } from './state.ts';
import { observe, UNCHECKED } from './state.ts';

const RESULTS: Readonly<Record<string, CheckResult>> = {
  '+': { kind: 'passed' },
  '-': { kind: 'failed' },
  t: { kind: 'timeout' },
  '5': { kind: 'mismatch', code: 500 },
};

/** The states after each check, by their first letter. */
function states(checks: string, from: Health = UNCHECKED): string {
  let health = from;
  const seen = [...checks].map((check) => {
    health = observe(health, RESULTS[check] ?? { kind: 'failed' }, { healthy: 3, unhealthy: 2 });
    return health.state[0];
  });
  return seen.join('');
}

describe('a target, with thresholds of three passes and two failures,', () => {
  test.each([
    ['is healthy after one pass when it is new', '+', 'h'],
    ['becomes unhealthy after as many failures when it is new', '-t', 'iu'],
    ['is healthy after one pass though the first check failed', '-+', 'ih'],
    ['stays healthy through single failures', '+-+-+', 'hhhhh'],
    ['becomes unhealthy after two failures in a row', '+-5', 'hhu'],
    ['needs three passes in a row once it was unhealthy', '--++-+++', 'iuuuuuuh'],
  ])('%s', (_what, checks, expected) => {
    expect(states(checks)).toBe(expected);
  });

  test('is unhealthy for the reason of its latest failure', () => {
    const failed = observe(
      observe(UNCHECKED, { kind: 'failed' }, { healthy: 2, unhealthy: 1 }),
      { kind: 'timeout' },
      {
        healthy: 2,
        unhealthy: 1,
      },
    );
    expect(failed).toEqual({ state: 'unhealthy', passes: 0, failure: { kind: 'timeout' } });
  });
});

describe('a matcher', () => {
  test.each([
    ['200', 200, true],
    ['200', 204, false],
    ['200,302', 302, true],
    ['200-299', 250, true],
    ['200-204, 301', 301, true],
    ['200-299', 300, false],
  ])('%s takes %d: %s', (matcher, code, taken) => {
    expect(matcherAccepts(matcher, code)).toBe(taken);
  });

  test.each(['', '199', '500', '200-500', '300-200', 'ok', '200;300'])('%j is none', (matcher) => {
    expect(parseMatcher(matcher)).toBeUndefined();
  });
});

describe('a target gets to answer', () => {
  test.each([
    ['its timeout in real time', 5_000, 1, 5_000],
    ['its timeout accelerated', 20_000, 20, 1_000],
    ['a real second at least', 4_000, 20, 1_000],
    ['a real second however fast time goes', 2_000, 1_000, 1_000],
  ])('%s', (_what, timeoutMs, scale, realMs) => {
    expect(realTimeout(timeoutMs, (ms) => ms / scale)).toBe(realMs);
  });
});
