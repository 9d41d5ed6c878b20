/** How many lines are shown before and after those that differ. */
const CONTEXT = 1;

/** Texts of many lines, without the lines that all of them have at the beginning and at the end. */
export function changedLines(texts: readonly string[]): readonly string[] {
  const lines = texts.map((text) => text.split('\n'));
  const shortest = Math.min(...lines.map(({ length }) => length));
  const same = (index: number): boolean => lines.every((each) => each.at(index) === lines[0]?.at(index));
  let head = 0;
  while (head < shortest && same(head)) head++;
  let tail = 0;
  while (tail < shortest - head && same(-1 - tail)) tail++;
  const [from, to] = [Math.max(0, head - CONTEXT), Math.max(0, tail - CONTEXT)];
  return lines.map((each) =>
    [...(from > 0 ? ['…'] : []), ...each.slice(from, each.length - to), ...(to > 0 ? ['…'] : [])].join('\n'),
  );
}
