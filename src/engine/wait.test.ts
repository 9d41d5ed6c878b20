import { describe, expect, test } from '@jest/globals';
import { ToolkitError } from '../model/errors.ts';
import type { Health } from '../model/health.ts';
import type { ProgressEvent } from '../model/progress-events.ts';
import { type WaitOptions, waitFor } from './wait.ts';

/** A clock on which sleeping is all that takes time. */
function stage() {
  let now = 0;
  const events: ProgressEvent[] = [];
  return {
    events,
    clock: {
      now: () => now,
      random: () => 0.5,
      sleep: async (ms: number) => {
        now += Math.max(1, ms);
      },
    },
    progress: { emit: (event: ProgressEvent) => void events.push(event) },
  };
}

const options = (assess: (view: number, now: number) => Health): WaitOptions<number> => {
  let looks = 0;
  return { subject: 'it', observe: async () => ++looks, assess, withinMs: 10_000 };
};

const pending: Health = { state: 'pending', message: 'not yet' };

describe('waiting', () => {
  test('ends when the view is healthy, after one look a second', async () => {
    const waited = await waitFor(
      options((look) => (look === 4 ? { state: 'healthy', message: 'there' } : pending)),
      stage(),
    );
    expect(waited).toEqual({ kind: 'healthy', view: 4, message: 'there' });
  });

  test('ends at once when the view has failed', async () => {
    const ports = stage();
    const waited = await waitFor(
      options(() => ({ state: 'failed', message: 'broken' })),
      ports,
    );
    expect(waited.kind).toBe('failed');
    expect(ports.clock.now()).toBe(0);
  });

  test('times out with a last look at the deadline, not before it', async () => {
    const ports = stage();
    let last = -1;
    const waited = await waitFor(
      options((_, now) => {
        last = now;
        return pending;
      }),
      ports,
    );
    expect(waited.kind).toBe('timed-out');
    expect(last).toBeGreaterThanOrEqual(10_000);
  });

  test('a view that turns healthy exactly at the deadline is healthy', async () => {
    const waited = await waitFor(
      options((_, now) => (now >= 10_000 ? { state: 'healthy', message: 'late' } : pending)),
      stage(),
    );
    expect(waited.kind).toBe('healthy');
  });

  test('says what it waits for when the message changes, not at every look', async () => {
    const ports = stage();
    await waitFor(
      options((look) => ({ state: look === 9 ? 'healthy' : 'pending', message: look < 5 ? 'first' : 'second' })),
      ports,
    );
    expect(ports.events.map((event) => event.kind === 'waiting' && event.message)).toEqual(['first', 'second']);
  });

  test('outlasts an AWS that is not available, and slows down meanwhile', async () => {
    const ports = stage();
    let looks = 0;
    const waited = await waitFor(
      {
        ...options(() => ({ state: 'healthy', message: 'back' })),
        observe: async () => {
          looks += 1;
          if (looks < 3) throw new ToolkitError('AWS_UNAVAILABLE', 'Throttling', { hint: '' });
          return looks;
        },
      },
      ports,
    );
    expect(waited.kind).toBe('healthy');
    expect(ports.clock.now()).toBe(6_000);
  });

  test.each([
    ['a refusal', new ToolkitError('AWS_REFUSED', 'no', { hint: '' })],
    ['a defect', new TypeError('undefined')],
  ])('passes on %s at once', async (_, error) => {
    const failing = { ...options(() => pending), observe: () => Promise.reject(error) };
    await expect(waitFor(failing, stage())).rejects.toBe(error);
  });

  test('gives up on an AWS that is not available by the deadline', async () => {
    const error = new ToolkitError('AWS_UNAVAILABLE', 'down', { hint: '' });
    await expect(waitFor({ ...options(() => pending), observe: () => Promise.reject(error) }, stage())).rejects.toBe(
      error,
    );
  });

  test('does not wait for a look that never ends once it is cancelled', async () => {
    const cancel = new AbortController();
    const observe = () => {
      queueMicrotask(() => cancel.abort(new Error('cancelled')));
      return new Promise<number>(() => {});
    };
    const waiting = waitFor({ ...options(() => pending), observe, signal: cancel.signal }, stage());
    await expect(waiting).rejects.toThrow('cancelled');
  });

  test('stops with the reason of an abort', async () => {
    const reason = new Error('cancelled');
    await expect(waitFor({ ...options(() => pending), signal: AbortSignal.abort(reason) }, stage())).rejects.toBe(
      reason,
    );
  });
});
