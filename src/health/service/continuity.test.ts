import { describe, expect, test } from '@jest/globals';
import { type Continuity, interruption, type LostRequest, lostRequestLines } from './continuity.ts';

const lostAt = (second: number, overrides: Partial<LostRequest> = {}): LostRequest => ({
  at: Date.UTC(2026, 0, 1, 0, 0, second),
  message: 'answered 502 instead of 200: a target refused or broke the connection',
  address: '192.0.2.1:80',
  isSent: true,
  ...overrides,
});
const unresolved = lostAt(9, { message: 'the name does not resolve yet', address: undefined, isSent: false });

describe('requests lost during a deployment', () => {
  test.each<[string, readonly LostRequest[], number, string | undefined]>([
    ['none is no interruption', [], 0, undefined],
    ['one is', [lostAt(1)], 0, '1 of 90 requests through the load balancer were lost during the deployment'],
    ['as many as config allows are none', [lostAt(1), lostAt(2)], 2, undefined],
    [
      'one more than config allows is',
      [lostAt(1), lostAt(2)],
      1,
      '2 of 90 requests through the load balancer were lost during the deployment, and verify.maxFailures allows 1',
    ],
    ['one whose name the client could not resolve does not count', [unresolved], 0, undefined],
  ])('%s', (_, lost, maxFailures, expected) => {
    expect(interruption({ requests: 90, lost }, maxFailures)).toBe(expected);
  });

  test('are told with time, answer and who gave it', () => {
    const watched: Continuity = { requests: 9, lost: [lostAt(1), unresolved] };
    expect(lostRequestLines(watched)).toEqual([
      '2026-01-01T00:00:01.000Z answered 502 instead of 200: a target refused or broke the connection (192.0.2.1:80)',
      '2026-01-01T00:00:09.000Z the name does not resolve yet',
    ]);
  });

  test('are counted where there are too many to tell', () => {
    const lost = Array.from({ length: 50 }, (_, second) => lostAt(second));
    const lines = lostRequestLines({ requests: 60, lost });
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('30 more requests were lost; the log has them all.');
  });
});
