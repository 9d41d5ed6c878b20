import { invalidParameter } from './store.ts';

/**
 * Reads a filter pattern of terms: `a "b c"` wants both, `?a ?b` either, `-a` none; case matters. As on AWS, terms with
 * a question mark count only where no others are wanted. Patterns over JSON, columns and regular expressions are
 * refused.
 */
export function messageFilter(pattern: string | undefined): (message: string) => boolean {
  const text = pattern?.trim() ?? '';
  if (/^[{[%]/.test(text))
    throw invalidParameter(`This emulator evaluates filter patterns of terms alone, not '${pattern}'.`);
  const terms = [...text.matchAll(/([?-]?)(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)].map(([, sign, quoted, bare]) => ({
    sign,
    term: quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '',
  }));
  const signed = (wanted: string): string[] => terms.flatMap(({ sign, term }) => (sign === wanted ? [term] : []));
  const [required, optional, excluded] = [signed(''), signed('?'), signed('-')];
  return (message) =>
    required.every((term) => message.includes(term)) &&
    !excluded.some((term) => message.includes(term)) &&
    (required.length > 0 || optional.length === 0 || optional.some((term) => message.includes(term)));
}
