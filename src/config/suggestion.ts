import { closest, distance } from 'fastest-levenshtein';

/** Beyond this a list of what there is helps nobody. */
const MOST_LISTED = 12;

/** The candidate that was probably meant: equal but for case, the order of the letters, or a few of them. */
export function suggestion(word: string, candidates: readonly string[]): string | undefined {
  const meant =
    candidates.find((candidate) => plain(candidate) === plain(word)) ??
    candidates.find((candidate) => letters(candidate) === letters(word));
  if (meant !== undefined || candidates.length === 0) return meant;
  const nearest = closest(plain(word), candidates.map(plain));
  if (distance(plain(word), nearest) > Math.max(1, Math.floor(word.length / 3))) return undefined;
  return candidates.find((candidate) => plain(candidate) === nearest);
}

/** `Did you mean "…"?`, or what there is to choose from, or `otherwise`. */
export function didYouMean(word: string, candidates: readonly string[], otherwise: string): string {
  const meant = suggestion(word, candidates);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  if (candidates.length === 0 || candidates.length > MOST_LISTED) return otherwise;
  return `Known: ${candidates.map((candidate) => `"${candidate}"`).join(', ')}.`;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[-_ ]/g, '');
}

function letters(text: string): string {
  return [...plain(text)].sort().join('');
}
