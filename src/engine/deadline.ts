import type { Clock } from '../ports/clock.ts';

/** What a run may take. */
interface Deadline {
  readonly clock: Clock;
  /** On the clock. */
  readonly deadline: number;
}

/** Zero once the deadline has passed. */
export function remainingMs({ deadline, clock }: Deadline): number {
  return Math.max(0, deadline - clock.now());
}

/** What waiting takes from the run: the time that is left, and its signal. */
export function patience({ signal, ...run }: Deadline & { readonly signal: AbortSignal | undefined }): {
  readonly withinMs: number;
  readonly signal: AbortSignal | undefined;
} {
  return { withinMs: remainingMs(run), signal };
}
