import type { Clock } from '../../../core/clock.ts';

/** Thrown out of a wait when the operation has been called off meanwhile. */
export class Cancelled extends Error {}

/** Lets one operation's concurrent parts know that it is over for them. */
export interface Control {
  readonly cancelled: boolean;
  /** Why the whole operation was called off; undefined where a resource's failure did it. */
  readonly reason: string | undefined;
  cancel(reason?: string): void;
  /** Emulated milliseconds; rejects with Cancelled as soon as the operation is called off. */
  sleep(ms: number): Promise<void>;
}

export function createControl(clock: Clock): Control {
  const wakers = new Set<() => void>();
  const state = { cancelled: false, reason: undefined as string | undefined };
  return {
    get cancelled() {
      return state.cancelled;
    },
    get reason() {
      return state.reason;
    },
    cancel: (reason) => {
      state.reason ??= state.cancelled ? undefined : reason;
      state.cancelled = true;
      for (const wake of wakers) wake();
    },
    sleep: (ms) =>
      new Promise((resolve, reject) => {
        if (state.cancelled) {
          reject(new Cancelled());
          return;
        }
        const end = (settle: () => void): void => {
          wakers.delete(wake);
          stop();
          settle();
        };
        const wake = (): void => end(() => reject(new Cancelled()));
        const stop = clock.after(ms, () => end(resolve));
        wakers.add(wake);
      }),
  };
}
