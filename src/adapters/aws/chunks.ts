/** Calls `read` with at most `size` of the keys at a time, one call after the other; no keys, no call. */
export async function chunked<K, T>(
  keys: readonly K[],
  size: number,
  read: (keys: K[]) => Promise<T>,
): Promise<readonly T[]> {
  const answers: T[] = [];
  for (let start = 0; start < keys.length; start += size) {
    answers.push(await read(keys.slice(start, start + size)));
  }
  return answers;
}
