import type { YAMLError, Document as YamlDocument } from 'yaml';
import type { ConfigIssue } from '../../model/source.ts';
import type { Locate } from './nodes.ts';

/** What to do about the parser's complaints, by its codes. */
const HINTS: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'An alias is "*" and the name of an anchor; quote the text if it is not one.',
  BAD_INDENT: 'Align the keys of one mapping in one column, and close every "[" and "{".',
  BAD_SCALAR_START: 'Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a value that holds ": " in quotes, and align the keys of one mapping in one column.',
  MISSING_CHAR: 'Write "key: value", and close every quote and bracket.',
  MULTILINE_IMPLICIT_KEY: 'Write "key: value" on one line.',
  RESOURCE_EXHAUSTION: 'No configuration needs such deep nesting.',
  TAG_RESOLVE_FAILED: 'Tags such as !Ref do nothing here: write the value itself, in quotes if it starts with "!".',
};
const ANY_HINT = 'Correct the YAML at this place.';

/**
 * The parser's errors and warnings in our words. Of errors that leave the rest of the file in doubt only the first is
 * kept, since the others mostly follow from it.
 */
export function syntaxIssues(document: YamlDocument.Parsed, text: string, locate: Locate): readonly ConfigIssue[] {
  const issues: ConfigIssue[] = [];
  const tabbedLines = new Set<number>();
  let broken = false;
  for (const error of [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])) {
    const offset = error.pos[0];
    const at = locate(offset);
    const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
    if (error.code !== 'DUPLICATE_KEY' && indent.includes('\t')) {
      if (tabbedLines.has(at.line)) continue;
      tabbedLines.add(at.line);
      const message = 'A tab indents this line.';
      issues.push({ at: { ...at, column: indent.indexOf('\t') + 1 }, message, hint: 'Indent with spaces.' });
    } else if (!isFatal(error) || !broken) {
      broken ||= isFatal(error);
      // The parser means the line; what stands there begins after its indentation.
      const column = Math.max(at.column, indent.length + 1);
      issues.push({ at: { ...at, column }, message: messageOf(error, text), hint: hintOf(error) });
    }
  }
  return issues;
}

/** Whether the document's values mean nothing after this error. */
export function isFatal(error: YAMLError): boolean {
  return error.name === 'YAMLParseError' && error.code !== 'DUPLICATE_KEY';
}

function messageOf(error: YAMLError, text: string): string {
  if (error.code === 'DUPLICATE_KEY') return `The key ${keyAt(text, error.pos[0])} is given twice.`;
  if (error.code === 'MULTIPLE_DOCS') return 'A second document starts here ("---").';
  if (error.code === 'RESOURCE_EXHAUSTION') return 'This file is nested too deeply.';
  if (isMisplacedInList(error)) return 'This line belongs neither to the list item above it nor to a new one.';
  return `${error.message}.`;
}

function hintOf(error: YAMLError): string {
  if (error.code === 'DUPLICATE_KEY') return 'Keep one of the two.';
  if (error.code === 'MULTIPLE_DOCS') return 'One file holds one document: move the second into a file of its own.';
  if (isMisplacedInList(error)) return 'Align it with the keys of the item above, or begin it with "- ".';
  return HINTS[error.code] ?? ANY_HINT;
}

/** The parser has one code for everything that lacks a character: here it is the "-" of a list item. */
function isMisplacedInList({ code, message }: YAMLError): boolean {
  return code === 'MISSING_CHAR' && message.startsWith('Sequence item without');
}

function keyAt(text: string, offset: number): string {
  const key = /^("[^"\n]*"|'[^'\n]*'|[^:,\n{}[\]]+)/.exec(text.slice(offset, offset + 100))?.[0].trim() ?? '';
  return JSON.stringify(key.replace(/^(["'])(.*)\1$/, '$2'));
}
