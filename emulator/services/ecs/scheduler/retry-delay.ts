const FREE_TRIES = 3;
const FIRST_MS = 15_000;
/** "Up to a maximum of 15 minutes" [doc service-throttle-logic]. */
const LONGEST_MS = 15 * 60_000;

/**
 * How long ECS waits before it starts another task after this many in a row went from PENDING to STOPPED without
 * running. Tasks that ran are started anew at once, however soon they ended. The steps are an estimate; the limit is
 * documented.
 */
export function retryDelayMs(startFailures: number): number {
  if (startFailures < FREE_TRIES) return 0;
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (startFailures - FREE_TRIES));
}
