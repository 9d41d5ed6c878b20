import type { ConfigIssue } from '../../model/source.ts';

/** The text of a file, or why it holds none. */
type TextReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly issue: ConfigIssue };

/** Far above what ECS accepts (a task definition may have 64 KiB), far below what would take long to parse. */
const LARGEST_CHARACTERS = 1024 * 1024;

export function readText(file: string, content: Uint8Array | string): TextReading {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const strange = text.search(isUtf8(content) ? /\0/ : /[\0\uFFFD]/);
  if (strange >= 0) {
    const message = 'This is not a text file: it contains bytes that are not UTF-8 text.';
    return unreadable(file, text.slice(0, strange), message, 'Save it as UTF-8 text, or remove it from the folder.');
  }
  if (text.length > LARGEST_CHARACTERS) {
    return unreadable(
      file,
      '',
      'This file is larger than 1 MiB.',
      'Configuration is small: move other data elsewhere.',
    );
  }
  return { kind: 'text', text };
}

function isUtf8(content: Uint8Array | string): boolean {
  if (typeof content === 'string') return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

function unreadable(file: string, before: string, message: string, hint: string): TextReading {
  const lines = before.split('\n');
  const at = { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  return { kind: 'unreadable', issue: { at, message, hint } };
}
