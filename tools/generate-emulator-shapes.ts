/**
 * Writes emulator/shapes/<service>.json and .d.ts from botocore's published API models.
 *
 * The emulator must not learn AWS's shapes from the SDK that it judges, so it takes them from the other official
 * client:
 *   pip download botocore==1.44.5 --no-deps && python3 -m zipfile -e botocore-*.whl DIR
 *   node tools/generate-emulator-shapes.ts DIR/botocore/data
 * Only the operations listed in emulator/shapes/operations.json keep their shapes; of the others the names remain, so
 * that an operation that AWS has and the emulator lacks can be told from one that nobody has.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

interface Member {
  shape: string;
  locationName?: string;
  queryName?: string;
  flattened?: boolean;
}
interface Shape {
  type: string;
  members?: Record<string, Member>;
  member?: Member;
  key?: Member;
  value?: Member;
  required?: string[];
  enum?: string[];
  min?: number;
  max?: number;
  pattern?: string;
  flattened?: boolean;
  union?: boolean;
  document?: boolean;
  exception?: boolean;
  error?: { code?: string; httpStatusCode?: number };
  timestampFormat?: string;
}
interface Operation {
  name: string;
  input?: { shape: string };
  output?: { shape: string; resultWrapper?: string };
  errors?: { shape: string }[];
}
interface Model {
  metadata: Record<string, unknown>;
  operations: Record<string, Operation>;
  shapes: Record<string, Shape>;
}

const KEPT: readonly (keyof Shape)[] = [
  'type',
  'required',
  'enum',
  'min',
  'max',
  'pattern',
  'flattened',
  'union',
  'document',
  'exception',
  'error',
  'timestampFormat',
];
const METADATA = [
  'apiVersion',
  'endpointPrefix',
  'signingName',
  'jsonVersion',
  'protocol',
  'protocols',
  'targetPrefix',
  'xmlNamespace',
  'serviceId',
];

function readModel(dir: string, service: string): Model {
  const versions = readdirSync(`${dir}/${service}`).sort();
  const path = `${dir}/${service}/${versions.at(-1)}/service-2.json`;
  const text = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  return JSON.parse(text.toString('utf8'));
}

function references(shape: Shape): string[] {
  const members = [...Object.values(shape.members ?? {}), shape.member, shape.key, shape.value];
  return members.flatMap((member) => (member ? [member.shape] : []));
}

function reachable(model: Model, roots: string[]): string[] {
  const seen = new Set<string>();
  const queue = [...roots];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const shape = model.shapes[name];
    if (seen.has(name) || !shape) continue;
    seen.add(name);
    queue.push(...references(shape));
  }
  return [...seen].sort();
}

const member = ({ shape, locationName, queryName, flattened }: Member): Member => ({
  shape,
  ...(locationName ? { locationName } : {}),
  ...(queryName ? { queryName } : {}),
  ...(flattened ? { flattened } : {}),
});

function trimmed(shape: Shape): Partial<Shape> {
  const kept: Record<string, unknown> = {};
  for (const key of KEPT) if (shape[key] !== undefined) kept[key] = shape[key];
  if (shape.members)
    kept['members'] = Object.fromEntries(Object.entries(shape.members).map(([name, m]) => [name, member(m)]));
  for (const key of ['member', 'key', 'value'] as const) if (shape[key]) kept[key] = member(shape[key]);
  return kept;
}

const TYPES: Record<string, string> = { boolean: 'boolean', timestamp: 'number', blob: 'Uint8Array' };
const NUMBERS = new Set(['integer', 'long', 'float', 'double', 'short', 'byte']);

function typeOf(model: Model, name: string): string {
  const shape = model.shapes[name];
  if (!shape) throw new Error(`no shape ${name}`);
  if (shape.document) return 'unknown';
  if (shape.type === 'structure')
    return shape.members && Object.keys(shape.members).length > 0 ? name : 'Record<string, never>';
  if (shape.type === 'list') return `${arrayElement(typeOf(model, shape.member?.shape ?? ''))}[]`;
  if (shape.type === 'map') return `Record<string, ${typeOf(model, shape.value?.shape ?? '')}>`;
  if (shape.type === 'string' && shape.enum) return shape.enum.map((value) => `'${value}'`).join(' | ');
  if (NUMBERS.has(shape.type)) return 'number';
  return TYPES[shape.type] ?? 'string';
}

const arrayElement = (type: string): string => (type.includes('|') ? `(${type})` : type);

function declaration(model: Model, name: string): string {
  const shape = model.shapes[name];
  const required = new Set(shape?.required ?? []);
  const lines = Object.entries(shape?.members ?? {}).map(
    ([key, m]) =>
      `  ${/^[\w$]+$/.test(key) ? key : `'${key}'`}${required.has(key) ? '' : '?'}: ${typeOf(model, m.shape)}${required.has(key) ? '' : ' | undefined'};`,
  );
  return `export interface ${name} {\n${lines.join('\n')}\n}`;
}

const [dir] = process.argv.slice(2);
if (!dir || !existsSync(dir)) throw new Error('usage: node tools/generate-emulator-shapes.ts BOTOCORE_DATA_DIR');
const out = new URL('../emulator/shapes/', import.meta.url);
const served: Record<string, string[]> = JSON.parse(readFileSync(new URL('operations.json', out), 'utf8'));
for (const [service, names] of Object.entries(served)) {
  const model = readModel(dir, service);
  const operations = Object.fromEntries(
    [...names].sort().map((name) => {
      const operation = model.operations[name];
      if (!operation) throw new Error(`${service} has no operation ${name}`);
      const { input, output, errors } = operation;
      return [
        name,
        {
          input: input?.shape,
          output: output?.shape,
          resultWrapper: output?.resultWrapper,
          errors: errors?.map((e) => e.shape),
        },
      ];
    }),
  );
  const roots = Object.values(operations).flatMap((o) =>
    [o.input, o.output, ...(o.errors ?? [])].flatMap((name) => (name ? [name] : [])),
  );
  const shapes = reachable(model, roots);
  const metadata = Object.fromEntries(
    METADATA.flatMap((key) => (model.metadata[key] === undefined ? [] : [[key, model.metadata[key]]])),
  );
  const lacking = Object.keys(model.operations)
    .filter((name) => !names.includes(name))
    .sort();
  const data = {
    metadata,
    operations,
    lacking,
    shapes: Object.fromEntries(shapes.map((name) => [name, trimmed(model.shapes[name] as Shape)])),
  };
  writeFileSync(new URL(`${service}.json`, out), `${JSON.stringify(data)}\n`);
  const structures = shapes.filter(
    (name) => model.shapes[name]?.type === 'structure' && !model.shapes[name]?.exception,
  );
  const header = `// Generated by tools/generate-emulator-shapes.ts from botocore's model of ${service}. Timestamps are milliseconds since the epoch.\n`;
  writeFileSync(
    new URL(`${service}.d.ts`, out),
    `${header}${structures.map((name) => declaration(model, name)).join('\n')}\n`,
  );
}
