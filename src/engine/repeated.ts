import { ToolkitError } from '../model/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Progress } from '../ports/progress.ts';

/** How long a call is repeated that AWS could not take: a role that is being created, throttling, 5xx. */
const REPEAT_WITHIN_MS = 60_000;
const REPEAT_EVERY_MS = 5_000;

export interface RepeatPorts {
  readonly clock: Clock;
  readonly progress: Progress;
  /** Nothing is begun once it is aborted. */
  readonly signal: AbortSignal | undefined;
}

/** Makes one call, which must be safe to repeat, again while AWS cannot take it. `what` names it for who waits. */
export async function repeated<T>(
  what: string,
  call: () => Promise<T>,
  { clock, progress, signal }: RepeatPorts,
  everyMs: number = REPEAT_EVERY_MS,
): Promise<T> {
  const deadline = clock.now() + REPEAT_WITHIN_MS;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await call();
    } catch (error) {
      const isPassing = error instanceof ToolkitError && error.code === 'AWS_UNAVAILABLE';
      if (!isPassing || clock.now() >= deadline) throw error;
      progress.emit({ kind: 'waiting', subject: what, message: error.message });
      await clock.sleep(everyMs, signal);
    }
  }
}
