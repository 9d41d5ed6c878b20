import { createClock } from '@sinonjs/fake-timers';
import type { Clock } from './clock.ts';
import { repeating } from './clock.ts';

/**
 * Time that moves only by `advance`. Timers fire one by one, each after everything that the one before it set going has
 * run as far as it can: promise chains behave as in real time, however far time jumps.
 */
export function virtualClock(startMs: number): Clock & { advance(ms: number): Promise<void> } {
  const timers = createClock(startMs, Number.POSITIVE_INFINITY);
  const after: Clock['after'] = (ms, action) => {
    // A real timer never fires in the turn that set it, and fake-timers keep whole milliseconds.
    const timer = timers.setTimeout(action, Math.max(1, Math.round(ms)));
    return () => timers.clearTimeout(timer);
  };
  return {
    now: () => timers.now,
    after,
    every: repeating(after),
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
    toReal: (ms) => ms,
    advance: async (ms) => {
      await turn();
      let reached = false;
      const end = timers.now + ms;
      timers.setTimeout(() => {
        reached = true;
      }, ms);
      while (!reached) {
        timers.next();
        await turn();
      }
      // Timers set for the same instant after the sentinel.
      timers.tick(0);
      await turn();
      if (timers.now !== end) throw new Error(`virtual time stands at ${timers.now}, not at ${end}`);
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
