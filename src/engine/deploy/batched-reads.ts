import type { Clock } from '../../ports/clock.ts';

interface Batching {
  readonly clock: Pick<Clock, 'sleep'>;
  /** How long a read waits for others to share its call; 0 where there is nobody to share with. */
  readonly windowMs: number;
}

/**
 * Reads by key, of which those that come within a window are made as one call of `load`, which answers in the order of
 * the keys.
 */
export function batchedReads<Value>(
  load: (keys: readonly string[]) => Promise<readonly Value[]>,
  { clock, windowMs }: Batching,
): (key: string) => Promise<Value | undefined> {
  let keys: Set<string> | undefined;
  let batch: Promise<ReadonlyMap<string, Value>> | undefined;
  const begin = async (asked: Set<string>): Promise<ReadonlyMap<string, Value>> => {
    if (windowMs > 0) await clock.sleep(windowMs);
    keys = undefined;
    batch = undefined;
    const order = [...asked];
    const values = await load(order);
    return new Map(order.map((key, index) => [key, values[index] as Value]));
  };
  return async (key) => {
    if (windowMs === 0) return (await load([key]))[0];
    keys ??= new Set();
    keys.add(key);
    batch ??= begin(keys);
    return (await batch).get(key);
  };
}
