/**
 * "200", "200,202" or "200-299": values and ranges between 200 and 499, as an ALB takes them; undefined where it is
 * none.
 */
export function parseMatcher(text: string): readonly (readonly [number, number])[] | undefined {
  const ranges: (readonly [number, number])[] = [];
  for (const part of text.split(',')) {
    const [, low, high = low] = /^\s*(\d{3})(?:-(\d{3}))?\s*$/.exec(part) ?? [];
    if (low === undefined || Number(low) < 200 || Number(high) > 499 || Number(low) > Number(high)) return undefined;
    ranges.push([Number(low), Number(high)]);
  }
  return ranges;
}

export function matcherAccepts(text: string, code: number): boolean {
  return (parseMatcher(text) ?? []).some(([low, high]) => code >= low && code <= high);
}
