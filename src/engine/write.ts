import { ToolkitError } from '../model/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Progress } from '../ports/progress.ts';

/** How long a write is repeated that AWS could not take: a role that is being created, throttling, 5xx. */
const REPEAT_WITHIN_MS = 60_000;
const REPEAT_EVERY_MS = 5_000;

interface TellPorts {
  readonly progress: Progress;
  /** Where the run keeps what it has written. */
  readonly written?: string[] | undefined;
}

interface WritePorts extends TellPorts {
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

/** Tells of a write that AWS has taken. */
export function tellOfWrite(what: string, { progress, written }: TellPorts): void {
  written?.push(what);
  progress.emit({ kind: 'wrote', what });
}

/** Makes one write, which must be safe to repeat, and tells of it. Nothing is begun after a cancellation. */
export async function write<T>(what: string, call: () => Promise<T>, ports: WritePorts): Promise<T> {
  const { clock, progress, signal } = ports;
  const deadline = clock.now() + REPEAT_WITHIN_MS;
  for (;;) {
    signal?.throwIfAborted();
    try {
      const answer = await call();
      tellOfWrite(what, ports);
      return answer;
    } catch (error) {
      const isPassing = error instanceof ToolkitError && error.code === 'AWS_UNAVAILABLE';
      if (!isPassing || clock.now() >= deadline) throw error;
      progress.emit({ kind: 'waiting', subject: what, message: error.message });
      await clock.sleep(REPEAT_EVERY_MS, signal);
    }
  }
}
