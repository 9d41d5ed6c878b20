import type { Cancel } from '../../../core/clock.ts';
import type { World } from '../../../core/world.ts';
import type { CheckResult } from './state.ts';

export interface MonitorOptions {
  readonly check: () => Promise<CheckResult>;
  /** From the start of one check to the start of the next. */
  readonly intervalMs: () => number;
  readonly onResult: (result: CheckResult) => void;
}

/** Checks at once and then at the interval, never two checks at a time, until cancelled. */
export function startMonitor(world: World, { check, intervalMs, onResult }: MonitorOptions): Cancel {
  let cancelTimer: Cancel = () => {};
  let live = true;
  const run = async (): Promise<void> => {
    const start = world.clock.now();
    const result = await check();
    if (!live) return;
    onResult(result);
    const wait = Math.max(0, start + intervalMs() - world.clock.now());
    cancelTimer = world.clock.after(wait, () => world.background(run()));
  };
  world.background(run());
  return () => {
    live = false;
    cancelTimer();
  };
}
