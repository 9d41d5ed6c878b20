import type { ParsedNode } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { formatError, templateError } from './errors.ts';
import type { Json } from './json.ts';

/** CloudFormation reads YAML 1.1 without these tags (Template formats in the user guide); a date stays text. */
const UNSUPPORTED_TAGS = new Set(
  ['binary', 'omap', 'pairs', 'set', 'timestamp', 'merge'].map((name) => `tag:yaml.org,2002:${name}`),
);

/** Reads a YAML template; short forms such as `!Sub` become their long forms at any depth. */
export function parseYaml(text: string): Json {
  const document = parseDocument(text, {
    version: '1.1',
    merge: false,
    uniqueKeys: false,
    logLevel: 'silent',
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !UNSUPPORTED_TAGS.has(tag.tag)),
  });
  const [error] = document.errors;
  if (error) {
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
    throw formatError(`YAML not well-formed. (line ${line}, column ${col})`);
  }
  return document.contents === null ? null : jsonOf(document.contents);
}

function jsonOf(node: ParsedNode): Json {
  if (isAlias(node)) throw templateError('YAML aliases are not allowed in CloudFormation templates');
  const value = untagged(node);
  const tag = node.tag;
  return tag?.startsWith('!') && tag !== '!' ? longForm(tag.slice(1), value) : value;
}

function untagged(node: ParsedNode): Json {
  if (isSeq(node)) return node.items.map((item) => jsonOf(item as ParsedNode));
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [
        String(jsonOf(key as ParsedNode)),
        value === null ? null : jsonOf(value as ParsedNode),
      ]),
    );
  }
  if (!isScalar(node)) return null;
  const { value } = node;
  // Big integers (account ids) and dates lose nothing as the text they were written as.
  if (typeof value === 'number' && !Number.isSafeInteger(value) && Number.isInteger(value)) return node.source ?? '';
  return value instanceof Date ? (node.source ?? '') : (value as Json);
}

function longForm(name: string, value: Json): Json {
  if (name === 'Ref' || name === 'Condition') return { [name]: value };
  if (name === 'GetAtt' && typeof value === 'string') {
    const dot = value.indexOf('.');
    return { 'Fn::GetAtt': dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
  }
  return { [`Fn::${name}`]: value };
}
