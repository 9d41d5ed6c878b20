/**
 * Reads the shapes of an AWS API out of the type declarations of its SDK client, which name enums where its schemas do
 * not.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface Structure {
  /** Type expressions by member: `string`, `number`, `boolean`, a name, `T[]`, or `{T}` for a map of T. */
  readonly members: Readonly<Record<string, string>>;
  readonly required: readonly string[];
}

export interface AwsModels {
  readonly structures: Readonly<Record<string, Structure>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

export function readAwsModels(client: string): AwsModels {
  const folder = new URL(`../node_modules/@aws-sdk/${client}/dist-types/models/`, import.meta.url);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\//g, ''));
  return {
    structures: Object.fromEntries(texts.flatMap(structuresOf)),
    enums: Object.fromEntries(texts.flatMap(enumsOf)),
  };
}

function structuresOf(text: string): readonly (readonly [string, Structure])[] {
  const plain = [...text.matchAll(/^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm)].map(
    ([, name = '', body = '']) => [name, structureOf(body)] as const,
  );
  const unions = [...text.matchAll(/^export declare namespace (\w+) \{\n([\s\S]*?)^\}/gm)].map(
    ([, name = '', body = '']) => [name, unionOf(body)] as const,
  );
  return [...plain, ...unions];
}

/** A union's namespace declares one interface per member, whose other members are `never`. */
function unionOf(body: string): Structure {
  const members = [...body.matchAll(/interface (?!\$)\w+Member \{\n([\s\S]*?)\}/g)].flatMap(([, member = '']) =>
    Object.entries(structureOf(member).members).filter(([, type]) => type !== 'never'),
  );
  return { members: Object.fromEntries(members), required: [] };
}

function structureOf(body: string): Structure {
  const members = [...body.matchAll(/^\s+(\w+)(\?)?: (.+);$/gm)].map(([, name = '', optional, type = '']) => ({
    name,
    required: optional === undefined,
    type: typeExpression(type.replace(' | undefined', '')),
  }));
  return {
    members: Object.fromEntries(members.map(({ name, type }) => [name, type])),
    required: members.filter(({ required }) => required).map(({ name }) => name),
  };
}

function typeExpression(type: string): string {
  const map = /^Record<string, (.+)>$/.exec(type)?.[1];
  return map === undefined ? type.replace('__DocumentType', 'document') : `{${typeExpression(map)}}`;
}

function enumsOf(text: string): readonly (readonly [string, readonly string[]])[] {
  return [...text.matchAll(/^export declare const (\w+): \{\n([\s\S]*?)^\};/gm)].map(
    ([, name = '', body = '']) => [name, [...body.matchAll(/: "(.*)";$/gm)].map(([, value = '']) => value)] as const,
  );
}

/** Name of the structure or enum, or of the primitive, that a type expression is about. */
export function innermost(type: string): string {
  return type.replaceAll(/[[\]{}]/g, '');
}

/** The parts of `models` that can be reached from the named structures, in alphabetical order. */
export function reachable(models: AwsModels, roots: readonly string[]): AwsModels {
  const seen = new Set<string>();
  const queue = [...roots];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    queue.push(...Object.values(models.structures[name]?.members ?? {}).map(innermost));
  }
  const pick = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([name]) => seen.has(name))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return { structures: pick(models.structures), enums: pick(models.enums) };
}
