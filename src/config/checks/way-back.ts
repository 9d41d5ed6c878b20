/** The names on the way from one along what each waits for to another; undefined where no way leads there. */
export function wayBack(
  next: (name: string) => readonly string[],
  from: string,
  to: string,
  seen: readonly string[] = [],
): readonly string[] | undefined {
  if (from === to) return [...seen, to];
  if (seen.includes(from)) return undefined;
  for (const name of next(from)) {
    const way = wayBack(next, name, to, [...seen, from]);
    if (way) return way;
  }
  return undefined;
}
