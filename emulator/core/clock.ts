/**
 * The one clock that drives the emulator. Times are milliseconds; `now` is an epoch. Nothing else in emulator/ may read
 * the time, sleep or set a timer, so that the same code runs in real, scaled and virtual time.
 */
export type Cancel = () => void;

export interface Clock {
  /** Emulated milliseconds since the epoch. */
  now(): number;
  /** Runs `action` once, `ms` emulated milliseconds from now. */
  after(ms: number, action: () => void): Cancel;
  /** Runs `action` every `ms` emulated milliseconds, first after one interval, until cancelled. */
  every(ms: number, action: () => void): Cancel;
  sleep(ms: number): Promise<void>;
  /** How many real milliseconds an emulated span takes: what a socket timeout must be given. */
  toReal(ms: number): number;
}

/**
 * Emulated time runs `scale` times as fast as real time, from the real present on. Pending timers keep the process
 * alive only until `stop`.
 */
export function scaledClock(scale: number): Clock & { stop(): void } {
  const start = Date.now();
  const pending = new Set<NodeJS.Timeout>();
  let stopped = false;
  const after = (ms: number, action: () => void): Cancel => {
    if (stopped) return () => {};
    const timer = setTimeout(() => {
      pending.delete(timer);
      action();
    }, Math.max(0, ms) / scale);
    pending.add(timer);
    return () => {
      clearTimeout(timer);
      pending.delete(timer);
    };
  };
  return {
    now: () => start + (Date.now() - start) * scale,
    after,
    every: repeating(after),
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
    toReal: (ms) => ms / scale,
    stop: () => {
      stopped = true;
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}

/** Builds `every` from `after`: a repetition is never queued behind a late one. */
export function repeating(after: Clock['after']): Clock['every'] {
  return (ms, action) => {
    let cancel: Cancel = () => {};
    let live = true;
    const again = (): void => {
      cancel = after(ms, () => {
        action();
        if (live) again();
      });
    };
    again();
    return () => {
      live = false;
      cancel();
    };
  };
}
