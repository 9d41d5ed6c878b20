import type { Stage } from '../stage/stage.ts';

const LOOK_EVERY_SECONDS = 0.5;
const WITHIN_SECONDS = 900;

/** Looks until there is something to see; throws after a quarter of an emulated hour. */
export async function eventually<T>(
  { signal, pause, emulated }: Stage,
  what: string,
  look: () => Promise<T | undefined | false>,
): Promise<T> {
  const deadline = emulated(Date.now()) + WITHIN_SECONDS * 1000;
  for (;;) {
    signal.throwIfAborted();
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (emulated(Date.now()) > deadline) throw new Error(`It never came about that ${what}.`);
    await pause(LOOK_EVERY_SECONDS);
  }
}
