import { closest, distance } from 'fastest-levenshtein';

/** The candidate that was probably meant: equal but for case, or a few letters away. */
export function suggestion(word: string, candidates: readonly string[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[-_ ]/g, '');
  const same = candidates.find((candidate) => plain(candidate) === plain(word));
  if (same !== undefined || candidates.length === 0) return same;
  const nearest = closest(plain(word), candidates.map(plain));
  if (distance(plain(word), nearest) > Math.max(1, Math.floor(word.length / 3))) return undefined;
  return candidates.find((candidate) => plain(candidate) === nearest);
}

/** `Did you mean "…"?`, or what there is to choose from. */
export function didYouMean(word: string, candidates: readonly string[], none: string): string {
  const meant = suggestion(word, candidates);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  if (candidates.length === 0) return none;
  return `There is ${candidates.map((candidate) => `"${candidate}"`).join(', ')}.`;
}
