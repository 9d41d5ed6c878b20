import type { JsonObject } from '../../model/json.ts';
import { type ConfigIssue, type DocumentPath, positionOf, type SourceMap } from '../../model/source.ts';

/** One YAML or JSON file whose root holds keys and values, with the positions of all of them. */
export interface Document {
  readonly file: string;
  readonly value: JsonObject;
  /** Positions of values by path. */
  readonly values: SourceMap;
  /** Positions of keys by the path of their value. */
  readonly keys: SourceMap;
  /** How numbers, booleans and nulls are written, by path: `0123` reads as 123. */
  readonly literals: Readonly<Record<string, string>>;
  /** Paths whose value is not known, though the file has one: an alias without its anchor. */
  readonly unknown: readonly DocumentPath[];
}

export interface DocumentReading {
  /** Absent where the file cannot be understood at all. */
  readonly document: Document | undefined;
  readonly issues: readonly ConfigIssue[];
}

export function pathKey(path: DocumentPath): string {
  return path.join('/');
}

/** `containerDefinitions[0].image`; the document itself is ''. */
export function pathText(path: DocumentPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** An issue at the value at `path`, or at what holds it where the file does not state it. */
export function issueAt(
  source: { readonly file: string; readonly values: SourceMap },
  path: DocumentPath,
  message: string,
  hint: string,
): ConfigIssue {
  return { at: positionOf(source.values, path) ?? { file: source.file, line: 1, column: 1 }, message, hint };
}
