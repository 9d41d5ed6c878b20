import type { z } from 'zod';
import type { Json, JsonObject } from '../../model/json.ts';
import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import type { Document } from '../document/document.ts';
import { readDocument } from '../document/read-document.ts';
import type { Reading } from './reading.ts';
import { schemaFindings } from './schema-findings.ts';

/** What each kind of file is made of. */
export interface FileKind<T> {
  readonly schema: z.ZodType<T>;
  /** The least that the schema accepts: stands in for what is missing, so that the rest can be checked. */
  readonly least: JsonObject;
  /** Keys that people try and that have another place, with what to do instead. */
  readonly foreignKeys: Readonly<Record<string, string>>;
}

/** Each attempt takes out one level of what lacks something; files are far less deep than this. */
const MOST_ATTEMPTS = 10;

/** Reads a file by its schema. All that is wrong with it by itself is in `issues`. */
export function readFile<T>(kind: FileKind<T>, file: string, content: Uint8Array | string): Reading<T> {
  const { document, issues } = readDocument(file, content);
  return document ? readValue(kind, document, issues) : unreadFile(kind, file, issues);
}

/** A file of which nothing is known. */
export function unreadFile<T>(kind: FileKind<T>, file: string, issues: readonly ConfigIssue[]): Reading<T> {
  return { file, value: kind.schema.parse(kind.least), values: {}, keys: {}, issues, doubts: [[]] };
}

function readValue<T>(kind: FileKind<T>, document: Document, syntax: readonly ConfigIssue[]): Reading<T> {
  const { file, values, keys } = document;
  const parsed = kind.schema.safeParse(document.value, { reportInput: true });
  if (parsed.success) return { file, value: parsed.data, values, keys, issues: syntax, doubts: [] };
  const findings = schemaFindings(
    kind,
    document,
    parsed.error.issues.filter((issue) => !isUnknown(document, issue)),
  );
  const understood = withoutMisunderstood(kind, document.value, parsed.error.issues);
  const doubts = findings.flatMap(({ meant }) => (meant ? [meant] : []));
  return {
    file,
    value: understood.value ?? kind.schema.parse(kind.least),
    values,
    keys,
    issues: [...syntax, ...findings.map(({ issue }) => issue)],
    doubts: [...doubts, ...understood.removed],
  };
}

/** Whether an issue is about a value that is missing only because it could not be read. */
function isUnknown({ unknown }: Document, issue: z.core.$ZodIssue): boolean {
  return unknown.some((path) => path.every((part, index) => String(part) === String(issue.path[index])));
}

/** Takes out what the schema refuses, until it accepts the rest; `removed` leaves out unknown keys. */
function withoutMisunderstood<T>(
  { schema, least }: FileKind<T>,
  value: Json,
  refused: readonly z.core.$ZodIssue[],
): { readonly value: T | undefined; readonly removed: readonly DocumentPath[] } {
  let rest = value;
  let issues = refused;
  const removed: DocumentPath[] = [];
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    for (const issue of issues) {
      const path = issue.path.filter((part) => typeof part !== 'symbol');
      if (issue.code === 'unrecognized_keys') {
        rest = issue.keys.reduce((smaller, key) => without(smaller, [...path, key]), rest);
      } else {
        const wrong = refusedPath(path, rest);
        removed.push(wrong);
        rest = without(rest, wrong);
      }
    }
    const parsed = schema.safeParse({ ...least, ...(isObject(rest) ? rest : {}) });
    if (parsed.success) return { value: parsed.data, removed };
    issues = parsed.error.issues;
  }
  return { value: undefined, removed: [[]] };
}

/** What to take out: the value; for a missing one what lacks it; of a list all, since its indexes are paths. */
function refusedPath(path: DocumentPath, root: Json): DocumentPath {
  const missing = valueAt(root, path) === undefined;
  return withoutIndex(missing ? path.slice(0, -1) : path);
}

function withoutIndex(path: DocumentPath): DocumentPath {
  return typeof path.at(-1) === 'number' ? withoutIndex(path.slice(0, -1)) : path;
}

function valueAt(value: Json | undefined, path: DocumentPath): Json | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(part)], rest);
  return isObject(value) ? valueAt(value[part], rest) : undefined;
}

function without(value: Json, path: DocumentPath): Json {
  const [part, ...rest] = path;
  if (part === undefined) return {};
  if (Array.isArray(value)) return value.map((item, index) => (index === part ? without(item, rest) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      if (key !== String(part)) return [[key, member]];
      return rest.length === 0 ? [] : [[key, without(member, rest)]];
    }),
  );
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
