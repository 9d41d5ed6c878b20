import { describe, expect, test } from '@jest/globals';
import { instantClock } from '../../../tests/fakes/clock.ts';
import type { Continuity } from '../../health/service/continuity.ts';
import type { ProbeResult } from '../../model/probe-result.ts';
import type { ProgressEvent } from '../../model/progress-events.ts';
import type { ContinuityWatch } from '../verification.ts';
import { watchContinuity } from './continuity.ts';

const answer = (status: number): ProbeResult => ({
  kind: 'answer',
  status,
  headers: {},
  body: 'any version',
  address: '192.0.2.1:80',
  durationMs: 1,
});
const noAnswer = (code: string): ProbeResult => ({ kind: 'no-answer', code, message: code, durationMs: 1 });

interface Watched {
  readonly continuity: Continuity | undefined;
  /** Milliseconds after the first request. */
  readonly sentAt: readonly number[];
  readonly events: readonly ProgressEvent[];
}

/**
 * Watches at two requests a second until as many were sent as there are answers. They come at once, or all at the end.
 */
async function watched(answers: readonly ProbeResult[], { slow = false } = {}): Promise<Watched> {
  const clock = instantClock();
  const start = clock.now();
  const sentAt: number[] = [];
  const events: ProgressEvent[] = [];
  const all = Promise.withResolvers<void>();
  const get = async (): Promise<ProbeResult> => {
    const given = answers[sentAt.length];
    if (!given) throw new Error('more requests than answers');
    sentAt.push(clock.now() - start);
    if (sentAt.length === answers.length) all.resolve();
    if (slow && sentAt.length > 1) await all.promise;
    return given;
  };
  const request = { url: 'http://web.test/', host: undefined, connectTo: undefined, status: '200', perSecond: 2 };
  const ports = { probe: { get }, clock, progress: { emit: (event: ProgressEvent) => void events.push(event) } };
  const watch: ContinuityWatch | undefined = await watchContinuity({ ...request, signal: undefined }, ports);
  if (!watch) return { continuity: undefined, sentAt, events };
  const stopping = all.promise.then(() => watch.stop());
  return { continuity: await stopping, sentAt, events };
}

describe('watching whether a service goes on answering', () => {
  test('counts every request and tells of each that is lost, with time, answer and who gave it', async () => {
    const { continuity, events } = await watched([answer(200), answer(502), answer(200), noAnswer('ECONNRESET')]);
    expect(continuity?.requests).toBe(4);
    expect(continuity?.lost).toEqual([
      {
        at: Date.UTC(2026, 0, 1, 0, 0, 0, 500),
        message: expect.stringContaining('502'),
        address: '192.0.2.1:80',
        isSent: true,
      },
      {
        at: Date.UTC(2026, 0, 1, 0, 0, 1, 500),
        message: expect.stringContaining('reset'),
        address: undefined,
        isSent: true,
      },
    ]);
    expect(events).toEqual([
      expect.objectContaining({
        kind: 'probe',
        ok: false,
        result: expect.stringMatching(/^2026-01-01T00:00:00\.500Z answered 502.*\(192/),
      }),
      expect.objectContaining({ kind: 'probe', ok: false }),
    ]);
  });

  test('keeps its rate whatever the answers do', async () => {
    const answers = Array.from({ length: 6 }, () => answer(200));
    expect((await watched(answers, { slow: true })).sentAt).toEqual([0, 500, 1000, 1500, 2000, 2500]);
  });

  test('says which request was never sent', async () => {
    const { continuity } = await watched([answer(200), noAnswer('ENOTFOUND')]);
    expect(continuity?.lost).toEqual([expect.objectContaining({ isSent: false })]);
  });

  test.each([
    ['answers otherwise', answer(404)],
    ['does not answer', noAnswer('ECONNREFUSED')],
  ])('asks once and no more where the service %s to begin with', async (_, first) => {
    const { continuity, sentAt, events } = await watched([first]);
    expect({ continuity, sentAt }).toEqual({ continuity: undefined, sentAt: [0] });
    expect(events).toEqual([{ kind: 'notice', message: expect.stringContaining('does not serve before it') }]);
  });
});
