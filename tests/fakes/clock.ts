import type { Clock } from '../../src/ports/clock.ts';

/** Time that passes only while somebody sleeps, and passes at once. */
export function instantClock(startMs = Date.UTC(2026, 0, 1)): Clock {
  let now = startMs;
  let drawn = 0;
  return {
    now: () => now,
    random: () => (drawn++ % 97) / 97,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      now += Math.max(1, ms);
      await Promise.resolve();
      signal?.throwIfAborted();
    },
  };
}
