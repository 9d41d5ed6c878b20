import type { ChildProcess } from 'node:child_process';

/**
 * How a runner ends a step that is cancelled: the signals, and how long after the one before each comes, in real time.
 */
const SIGNALS = [
  ['SIGINT', 0],
  ['SIGTERM', 7_500],
  ['SIGKILL', 2_500],
] as const;

/** Cancels the step when the signal aborts, as long as it lives. */
export function cancelStep(child: ChildProcess, cancel: AbortSignal): void {
  const timers: NodeJS.Timeout[] = [];
  const begin = (): void => {
    let after = 0;
    for (const [signal, delayMs] of SIGNALS) {
      after += delayMs;
      timers.push(setTimeout(() => child.kill(signal), after));
    }
  };
  cancel.addEventListener('abort', begin, { once: true });
  child.once('close', () => {
    cancel.removeEventListener('abort', begin);
    for (const timer of timers) clearTimeout(timer);
  });
}
