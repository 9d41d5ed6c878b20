/** The tables of docs/config-reference.md, from the JSON Schemas. */
import { type JsonSchema, jsonSchemaOf, SCHEMAS } from './generate-schemas.ts';

/** Titles of the sections, and whether keys that only AWS describes are left to AWS. */
const FILES = {
  'cluster.schema.json': 'cluster.yaml',
  'service.schema.json': 'service.yaml',
  'task-definition.schema.json': 'task-definition.yaml',
} as const satisfies Record<keyof typeof SCHEMAS, string>;

interface Row {
  readonly key: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

export function configReference(): string {
  return Object.entries(FILES)
    .map(([name, title]) => fileSection(title, jsonSchemaOf(SCHEMAS[name as keyof typeof SCHEMAS])))
    .join('\n\n');
}

function fileSection(title: string, schema: JsonSchema): string {
  const top = members(schema);
  const nested = top.filter((row) => rowsBelow(row.schema).length > 0);
  return [
    `## ${title}`,
    table(top),
    ...nested.flatMap((row) => [`### ${title.split('.')[0]}: ${row.key}`, table(rowsBelow(row.schema))]),
  ].join('\n\n');
}

/** Keys of an object, those without a word of ours left out where AWS describes them. */
function members(schema: JsonSchema): readonly Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, member]) => {
    if (typeof member === 'boolean') return [];
    const required = schema.required?.includes(key) ?? false;
    return [{ key, schema: member, required: required && member.default === undefined }];
  });
}

function rowsBelow(schema: JsonSchema, prefix = ''): readonly Row[] {
  const item = schema.items as JsonSchema | undefined;
  if (item?.properties) return rowsBelow(item, `${prefix.replace(/\.$/, '')}[].`);
  return members(schema)
    .filter((row) => row.schema.description !== undefined || rowsBelow(row.schema).length > 0)
    .flatMap((row) => [{ ...row, key: `${prefix}${row.key}` }, ...rowsBelow(row.schema, `${prefix}${row.key}.`)]);
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ key, schema, required }) => {
    const fallback = required ? '**required**' : defaultText(schema);
    return `| \`${key}\` | ${typeText(schema)} | ${fallback} | ${meaning(schema)} |`;
  });
  return ['| key | type | default | meaning |', '|---|---|---|---|', ...lines].join('\n');
}

function defaultText(schema: JsonSchema): string {
  const derived = schema['x-default'];
  if (typeof derived === 'string') return derived;
  return schema.default === undefined ? '' : `\`${JSON.stringify(schema.default)}\``;
}

function typeText(schema: JsonSchema): string {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference) return reference.endsWith('/Json') ? 'any value' : awsLink(reference);
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  switch (schema.type) {
    case 'array': {
      const item = schema.items as JsonSchema;
      return `list of ${item.type === 'object' ? 'keys and values' : typeText(item)}`;
    }
    case 'integer':
    case 'number':
      return `${schema.type === 'integer' ? 'whole number' : 'number'}${rangeText(schema)}`;
    case 'boolean':
      return '`true`, `false`';
    case 'string':
      return 'text';
    default:
      return 'keys and values';
  }
}

function rangeText({ minimum, maximum }: JsonSchema): string {
  const upper = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  const lower = minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum;
  if (lower === undefined) return '';
  return upper === undefined ? `, at least ${lower}` : `, ${lower} to ${upper}`;
}

function meaning({ description = 'As AWS has it.' }: JsonSchema): string {
  const text = description.startsWith('https://') ? `[As AWS has it.](${description})` : description;
  return text.replaceAll('|', '\\|');
}

function awsLink(reference: string): string {
  const name = reference.split('/').at(-1) ?? '';
  return `[${name}](https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${name}.html)`;
}
