/** What comes from config, AWS, GitHub or a container, made safe for where it goes. */

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
    .replace(/[\\`*_{}[\]()#+!|~-]/g, '\\$&')
    .replaceAll('@', '@\u200b')
    .replace(/(https?):/g, '$1\u200b:');
}

/** A code span, fenced by more backticks than the text holds; `|` is escaped so that it may stand in a table. */
export function markdownCode(text: string): string {
  const shown = printable(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+/g;

function printable(text: string): string {
  return text.replace(CONTROL, ' ');
}
