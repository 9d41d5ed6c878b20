import { ToolkitError } from '../model/errors.ts';
import type { Health } from '../model/health.ts';
import type { Clock } from '../ports/clock.ts';
import type { Progress } from '../ports/progress.ts';

export interface WaitOptions<View> {
  /** What is waited for, as a reader names it. */
  readonly subject: string;
  readonly observe: () => Promise<View>;
  readonly assess: (view: View, now: number) => Health;
  readonly withinMs: number;
  /** Between two looks, ±20 %; a second unless given. */
  readonly everyMs?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Waited<View> {
  readonly kind: 'healthy' | 'failed' | 'timed-out';
  readonly view: View;
  readonly message: string;
}

interface WaitPorts {
  readonly clock: Clock;
  readonly progress: Progress;
}

const SLOWEST_MS = 15_000;

/**
 * The only loop that sleeps. It decides nothing: `assess` does. A look that AWS could not answer (AWS_UNAVAILABLE:
 * throttled, 5xx, network) slows the loop down and is repeated until the deadline, after which the error is thrown. The
 * last look is taken at or after the deadline, so that a verdict is never older than the time-out. Throws the signal's
 * reason when aborted.
 */
export async function waitFor<View>(options: WaitOptions<View>, { clock, progress }: WaitPorts): Promise<Waited<View>> {
  const usual = options.everyMs ?? 1_000;
  const deadline = clock.now() + options.withinMs;
  let every = usual;
  let said = '';
  for (;;) {
    options.signal?.throwIfAborted();
    const overdue = clock.now() >= deadline;
    try {
      const view = await unlessAborted(options.observe(), options.signal);
      const health = options.assess(view, clock.now());
      if (health.state !== 'pending') return { kind: health.state, view, message: health.message };
      if (health.message !== said)
        progress.emit({ kind: 'waiting', subject: options.subject, message: health.message });
      said = health.message;
      if (overdue) return { kind: 'timed-out', view, message: health.message };
      every = Math.max(usual, every / 2);
    } catch (error) {
      if (overdue || !isUnavailable(error)) throw error;
      every = Math.min(every * 2, SLOWEST_MS);
    }
    const pause = every * (0.8 + 0.4 * clock.random());
    await clock.sleep(Math.min(pause, Math.max(0, deadline - clock.now())), options.signal);
  }
}

/** Does not wait for an answer that comes too late for whoever cancelled. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function isUnavailable(error: unknown): boolean {
  return error instanceof ToolkitError && error.code === 'AWS_UNAVAILABLE';
}
