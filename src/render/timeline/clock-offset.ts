import type { TimedEvent } from './timed-event.ts';

/** Clocks that agree to within this do agree: what is seen is seen a little after it happened. */
const AGREED_MS = 60_000;

/**
 * By how much the run's clock is ahead of AWS's. Both are the time of day, unless an emulator keeps scaled time: then
 * they run alike, but began at different times.
 */
export function clockOffsetMs(events: readonly TimedEvent[]): number {
  const lags = events.flatMap(({ at, event }) => (event.kind === 'service-event' ? [at - event.event.at] : []));
  const least = lags.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0] ?? 0;
  return Math.abs(least) < AGREED_MS ? 0 : least;
}
