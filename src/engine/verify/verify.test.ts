import { describe, expect, test } from '@jest/globals';
import { instantClock } from '../../../tests/fakes/clock.ts';
import type { ProbeResult } from '../../model/probe-result.ts';
import type { VerifyPorts, VerifyRequest } from './context.ts';
import { verify } from './verify.ts';

const answer = (status: number): ProbeResult => ({
  kind: 'answer',
  status,
  headers: {},
  body: '',
  address: '127.0.0.1:80',
  durationMs: status / 100,
});
const refused: ProbeResult = { kind: 'no-answer', code: 'ECONNREFUSED', message: 'refused', durationMs: 1 };
const REQUEST: VerifyRequest = {
  url: 'http://web.test/',
  host: undefined,
  connectTo: undefined,
  expected: { status: '200', body: undefined, version: undefined },
  consecutive: 3,
  timeoutMs: 10_000,
  watchMs: 0,
  behind: undefined,
};

/** Verifies against an endpoint that answers in this order, the last one again and again. */
async function verified(
  answers: readonly ProbeResult[],
  request: Partial<VerifyRequest> = {},
  onAsked: (asked: number) => void = () => {},
) {
  let asked = 0;
  const probe: VerifyPorts['probe'] = {
    get: async () => {
      const given = answers[Math.min(asked, answers.length - 1)] ?? refused;
      asked += 1;
      onAsked(asked);
      return given;
    },
  };
  const ports = { probe, clock: instantClock(), progress: { emit: () => {} } } as unknown as VerifyPorts;
  return verify({ ...REQUEST, ...request }, ports);
}

describe('verifying a URL', () => {
  test('succeeds after enough right answers in a row', async () => {
    const result = await verified([answer(200), answer(503), answer(200)]);
    expect(result).toMatchObject({ outcome: { kind: 'verified' }, requests: 5, failures: 1, p50Ms: 2, p99Ms: 5 });
  });

  test('times out with the last answer, and counts each kind', async () => {
    const { outcome } = await verified([refused, answer(503)]);
    expect(outcome).toMatchObject({
      kind: 'timed-out',
      summary: expect.stringContaining('answered 503 instead of 200'),
    });
    expect(outcome.evidence).toEqual(
      expect.arrayContaining(['1 × ECONNREFUSED', expect.stringMatching(/× status 503/)]),
    );
  });

  test('fails for a single wrong answer while it watches, and counts all that it asked', async () => {
    const good = [answer(200), answer(200), answer(200), answer(200)];
    const result = await verified([...good, answer(502), answer(200)], { watchMs: 5_000 });
    expect(result).toMatchObject({ requests: 8, failures: 1 });
    expect(result.outcome).toMatchObject({
      kind: 'failed',
      summary: '1 of 5 requests failed while watching http://web.test/.',
    });
  });

  test('ends cancelled where the run is, with what it had asked', async () => {
    const controller = new AbortController();
    const result = await verified([answer(503)], { signal: controller.signal }, (asked) => {
      if (asked === 2) controller.abort(new Error('cancelled'));
    });
    expect(result).toMatchObject({ outcome: { kind: 'cancelled' }, requests: 2 });
  });
});
