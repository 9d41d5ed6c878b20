/** What differs from one run to the next, and what stands for it: ids of AWS's form, and times. */
const VARIABLE: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '11111111-2222-3333-4444-555555555555'],
  [/\b(i|vpc|subnet|sg|lt)-[0-9a-f]{17}\b/g, '$1-0123456789abcdef0'],
  [/\b[0-9a-f]{16}\b/g, '0123456789abcdef'],
  // Version 2 of the AWS CLI says so before an error, version 1 does not.
  [/^aws: \[ERROR\]: /gm, ''],
  [/\bdemo-\d+\./g, 'demo-1234567890.'],
  [/("port":)(?!80\b)\d+/g, '$140001'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(Z|\+00:00)/g, '2026-01-01T00:00:00Z'],
];

export interface Exchange {
  readonly shown: string;
  readonly output: string;
}

/** The exchanges as a terminal shows them, with everything that varies replaced. */
export function transcriptOf(exchanges: readonly Exchange[]): string {
  const text = exchanges.map(({ shown, output }) => `$ ${shown}\n${output}`).join('');
  return VARIABLE.reduce((so, [pattern, replacement]) => so.replace(pattern, replacement), text);
}

const BLOCK = /(?<=<!-- transcript[^>]*-->\n\n```console\n)[\s\S]*?(?=```\n)/;

/** The transcript that a page of Markdown holds; undefined where it has no place for one. */
export function transcriptIn(page: string): string | undefined {
  return BLOCK.exec(page)?.[0];
}

export function withTranscript(page: string, transcript: string): string {
  return page.replace(BLOCK, () => transcript);
}
