import { LineCounter, parseDocument } from 'yaml';
import type { Json, JsonObject } from '../../model/json.ts';
import type { ConfigIssue } from '../../model/source.ts';
import type { DocumentReading } from './document.ts';
import { type Locate, readNodes } from './nodes.ts';
import { isFatal, syntaxIssues } from './syntax-issues.ts';
import { readText } from './text.ts';

/** Reads one YAML 1.2 (so also JSON) file whose root must hold keys and values. */
export function readDocument(file: string, content: Uint8Array | string): DocumentReading {
  const reading = readText(file, content);
  if (reading.kind === 'unreadable') return { document: undefined, issues: [reading.issue] };
  const lineCounter = new LineCounter();
  const locate: Locate = (offset) => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const yaml = parseDocument(reading.text, { lineCounter, prettyErrors: false, version: '1.2', logLevel: 'error' });
  const syntax = syntaxIssues(yaml, reading.text, locate);
  if (yaml.errors.some(isFatal)) return { document: undefined, issues: syntax };
  if (yaml.directives.yaml.version === '1.1') return { document: undefined, issues: [outdated(locate)] };
  const { value, values, keys, literals, issues, unknown, exceeded } = readNodes(yaml, locate);
  const found = [...syntax, ...issues];
  if (exceeded) return { document: undefined, issues };
  if (!isObject(value))
    return { document: undefined, issues: found.length > 0 ? found : [wrongRoot(file, value, locate)] };
  return { document: { file, value, values, keys, literals, unknown }, issues: found };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In YAML 1.1 `no` is false and 010 is 8, so the same text would mean something else. */
function outdated(locate: Locate): ConfigIssue {
  const message = 'This file says that it is YAML 1.1.';
  return { at: locate(0), message, hint: 'Remove the line that begins with "%YAML": files are read as YAML 1.2.' };
}

function wrongRoot(file: string, value: Json, locate: Locate): ConfigIssue {
  if (value === null) return { at: { file, line: 1, column: 1 }, message: 'This file is empty.', hint: fileHint(file) };
  const found = Array.isArray(value) ? 'a list' : 'a single value';
  return {
    at: locate(0),
    message: `This file must contain keys and values, but contains ${found}.`,
    hint: fileHint(file),
  };
}

function fileHint(file: string): string {
  if (file.includes('task-definition')) return 'Start with "containerDefinitions:"; see docs/config-reference.md.';
  if (file.includes('cluster')) return 'Start with "region:" and "account:"; see docs/config-reference.md.';
  return 'Start with "desiredCount:" or "loadBalancers:"; see docs/config-reference.md.';
}
