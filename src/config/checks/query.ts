/** Joined by them: comparisons, in parentheses or negated. */
const VALUE = String.raw`(?:\[[^\]]*\]|'[^']*'|"[^"]*"|[^\s()[\]'"=!<>&|~]+)`;
const SUBJECT = String.raw`[A-Za-z][\w:./-]*`;
const SYMBOL = '==|!=|=~|!~|>=|<=|>|<|!in';
const WORD = '(?:not_)?(?:equals|matches|in)|(?:greater|less)_than(?:_equal)?';
const COMPARISON = new RegExp(
  String.raw`${SUBJECT}(?:\s*(?:${SYMBOL})\s*${VALUE}|\s+(?:${WORD})\s+${VALUE}|\s+(?:!\s*|not_)?exists\b)`,
  'gi',
);
const REDUCTIONS = [/\(\s*◦\s*\)/g, /(?:!\s*|\bnot\s+)◦/gi, /◦\s*(?:&&|\band\b|\|\||\bor\b)\s*◦/gi];

/**
 * Whether a memberOf constraint's expression can be read: comparisons become one sign, and what joins them is taken
 * away until only one is left. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html
 */
export function isQuery(expression: string): boolean {
  let rest = expression.replaceAll('◦', '').replaceAll(COMPARISON, '◦').trim();
  for (let before = ''; rest !== before; ) {
    before = rest;
    for (const reduction of REDUCTIONS) rest = rest.replaceAll(reduction, '◦');
  }
  return rest === '◦';
}
