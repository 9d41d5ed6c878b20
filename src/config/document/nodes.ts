import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, type Document as YamlDocument } from 'yaml';
import type { Json, JsonObject } from '../../model/json.ts';
import type { ConfigIssue, DocumentPath, SourcePosition } from '../../model/source.ts';
import { suggestion } from '../suggestion.ts';
import { pathKey } from './document.ts';

export type Locate = (offset: number) => SourcePosition;

/** A task definition has a few hundred values; aliases of aliases reach this in a dozen lines. */
const MOST_VALUES = 50_000;
const DEEPEST = 100;

/** The values of a parsed document with their positions, aliases followed. */
interface NodeReading {
  readonly value: Json;
  readonly values: Readonly<Record<string, SourcePosition>>;
  readonly keys: Readonly<Record<string, SourcePosition>>;
  readonly literals: Readonly<Record<string, string>>;
  readonly issues: readonly ConfigIssue[];
  /** Paths whose value is not known, an issue says why. */
  readonly unknown: readonly DocumentPath[];
  /** Whether reading stopped, so that the rest means nothing. */
  readonly exceeded: boolean;
}

export function readNodes(document: YamlDocument.Parsed, locate: Locate): NodeReading {
  const values: Record<string, SourcePosition> = Object.create(null);
  const keys: Record<string, SourcePosition> = Object.create(null);
  const literals: Record<string, string> = Object.create(null);
  const issues: ConfigIssue[] = [];
  const unknown: DocumentPath[] = [];
  const anchors = new Map<string, Node>();
  let count = 0;
  let exceeded = false;

  const report = (node: Node | null, message: string, hint: string): null => {
    issues.push({ at: locate(node?.range?.[0] ?? 0), message, hint });
    return null;
  };

  const read = (node: Node | null, path: DocumentPath, inAlias: Node | undefined): Json => {
    if (exceeded) return null;
    count++;
    if (count > MOST_VALUES || path.length > DEEPEST) {
      exceeded = true;
      const what = inAlias
        ? 'The aliases of this file expand to far too many values.'
        : 'This file contains too many values.';
      return report(inAlias ?? node, what, 'Write the values out where they are needed.');
    }
    values[pathKey(path)] ??= locate(node?.range?.[0] ?? 0);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) return read(target, path, inAlias ?? node);
      unknown.push(path);
      const message = `The alias *${node.source} has no anchor &${node.source} before it.`;
      return report(node, message, anchorHint(node.source, [...anchors.keys()]));
    }
    if (isNode(node) && node.anchor && !inAlias) anchors.set(node.anchor, node);
    if (isMap<Node, Node | null>(node)) return readMap(node.items, path, inAlias);
    if (isSeq<Node>(node)) return node.items.map((item, index) => read(item, [...path, index], inAlias));
    return isScalar(node) ? readScalar(node, path) : null;
  };

  const readMap = (
    pairs: readonly Pair<Node, Node | null>[],
    path: DocumentPath,
    inAlias: Node | undefined,
  ): JsonObject =>
    Object.fromEntries(
      pairs.flatMap(({ key, value }) => {
        const name = isScalar(key) ? String(key.source ?? key.value) : undefined;
        if (name === undefined || name === '' || name === '__proto__') {
          report(key, 'A key must be a plain word here.', 'Write "key: value".');
          return [];
        }
        if (name === '<<') {
          report(
            key,
            'YAML 1.2 has no merge key "<<".',
            'Write the keys out, or alias the whole value: "key: *anchor".',
          );
          return [];
        }
        const valuePath = [...path, name];
        if (pathKey(valuePath) in keys) return []; // A duplicate, which the parser reports.
        const at = locate(key.range?.[0] ?? 0);
        keys[pathKey(valuePath)] = at;
        if (value === null) values[pathKey(valuePath)] ??= at;
        return [[name, read(value, valuePath, inAlias)]];
      }),
    );

  const readScalar = (node: { readonly value: unknown; readonly source?: string }, path: DocumentPath): Json => {
    const { value, source } = node;
    if (typeof value === 'string') return value;
    literals[pathKey(path)] = source ?? String(value);
    return typeof value === 'number' || typeof value === 'boolean' ? value : null;
  };

  const value = read(document.contents, [], undefined);
  return { value, values, keys, literals, issues, unknown, exceeded };
}

function anchorHint(name: string, anchors: readonly string[]): string {
  const meant = suggestion(name, anchors);
  if (meant !== undefined) return `Did you mean *${meant}?`;
  return 'Set the anchor on the value to repeat ("key: &name …"), or quote the text.';
}
