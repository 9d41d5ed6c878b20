/** What comes from config, AWS, GitHub or a container, made safe for where it goes. */
import { withoutCredentials } from '../model/credentials.ts';

/**
 * One line of plain text for a job's log: no control characters, and nothing that the runner would take for a workflow
 * command (`::name::` at the start of a line, `##[name]` anywhere).
 */
export function logText(text: string): string {
  return printable(text)
    .replaceAll('##[', '## [')
    .replace(/^(\s*)::/, '$1: :');
}

/** Inline Markdown that shows the text as it is: nothing in it formats, links, mentions or ends a table's cell. */
export function markdownText(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/^(\s*\d*)([-+#=.)])/, '$1\\$2')
    .replaceAll('@', '@\u200b')
    .replace(/(#|GH-)(?=\d)/gi, '$1\u200b')
    .replace(/(https?|ftp):/gi, '$1\u200b:')
    .replace(/(www)\./gi, '$1\u200b.');
}

/** Text inside of an HTML block such as `<summary>`, where Markdown is not read but mentions and links are. */
export function htmlText(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u200b')
    .replace(/(#|GH-)(?=\d)/gi, '$1\u200b')
    .replace(/(https?|ftp):/gi, '$1\u200b:')
    .replace(/(www)\./gi, '$1\u200b.');
}

/** A fenced block of lines as they are; the fence is longer than any that the lines hold. */
export function fencedBlock(language: string, lines: readonly string[]): readonly string[] {
  const shown = lines.map(printable);
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
  return [`${fence}${language}`, ...shown, fence];
}

/** The text, or its beginning and how long it is. */
export function excerpt(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}… (${text.length} characters)`;
}

/** How many characters are shown of what long texts have in common before they differ. */
const IN_COMMON = 40;

/** The texts, or so much of each that what differs between them is there to see: all of them from the same place on. */
export function excerptsAround(texts: readonly string[], longest: number): readonly string[] {
  const distinct = [...new Set(texts)];
  const [first = ''] = distinct;
  let same = 0;
  while (same < first.length && distinct.every((text) => text[same] === first[same])) same++;
  const isSeen = distinct.length < 2 || same < longest / 2 || texts.every(({ length }) => length <= longest);
  const start = isSeen ? 0 : same - Math.min(IN_COMMON, Math.floor(longest / 4));
  return texts.map((text) => {
    if (start === 0) return excerpt(text, longest);
    const rest = text.slice(start, start + longest).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
    const end = start + longest < text.length ? '…' : '';
    return `…${rest}${end} (${text.length} characters)`;
  });
}

/** A code span, fenced by more backticks than the text holds; `|` is escaped so that it may stand in a table. */
export function markdownCode(text: string): string {
  // A backslash right before a bar would undo the bar's, and nothing escapes a backslash in a code span: they are kept
  // apart.
  const shown = printable(text).replaceAll('\\|', '\\\u200b|').replaceAll('|', '\\|');
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+/g;

/** The length of the longest run of backticks. */
function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

function printable(text: string): string {
  return withoutCredentials(text.replace(CONTROL, ' '));
}
