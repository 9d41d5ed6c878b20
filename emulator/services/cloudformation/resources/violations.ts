import { isKnown } from '../intrinsics/unknown.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject, scalarText } from '../template/json.ts';
import type { PropertySchemas, PropertyType, ResourceSchema } from './schemas.ts';
import { schemaOf } from './schemas.ts';

/** Where and how properties break their type's schema: the words of AWS's JSON-schema validator. */
export interface Violation {
  /** JSON pointer below the properties, '' for the properties themselves. */
  readonly pointer: string;
  readonly message: string;
}

export function violations(type: string, properties: JsonObject): readonly Violation[] {
  const schema = schemaOf(type);
  return inObject(schema, schema.properties, properties, '');
}

/** What a resource that is provisioned all the same fails with. */
export function violationText(logicalId: string, found: readonly Violation[]): string {
  const list = found.map(({ pointer, message }) => `#${pointer}: ${message}`).join(', ');
  return `Properties validation failed for resource ${logicalId} with message:\n[${list}]`;
}

function inObject(schema: ResourceSchema, known: PropertySchemas, object: JsonObject, pointer: string): Violation[] {
  const extraneous = Object.keys(object)
    .filter((key) => !(key in known))
    .map((key) => ({ pointer, message: `extraneous key [${key}] is not permitted` }));
  const missing = Object.entries(known)
    .filter(([key, property]) => property.required && object[key] === undefined)
    .map(([key]) => ({ pointer, message: `required key [${key}] not found` }));
  const nested = Object.entries(object).flatMap(([key, value]) => {
    const property = known[key];
    return property ? inValue(schema, property.type, value, `${pointer}/${key}`) : [];
  });
  return [...extraneous, ...missing, ...nested];
}

function inValue(schema: ResourceSchema, type: PropertyType, value: Json, pointer: string): Violation[] {
  if (!isKnown(value)) return [];
  const expected = (name: string): Violation[] => [
    { pointer, message: `expected type: ${name}, found: ${kindOf(value)}` },
  ];
  if (typeof type === 'string') return isOfType(type, value) ? [] : expected(TYPE_NAMES[type]);
  if ('enum' in type) {
    const text = scalarText(value);
    if (text === undefined) return expected('String');
    return type.enum.includes(text) ? [] : [{ pointer, message: `${text} is not a valid enum value` }];
  }
  if ('array' in type)
    return isArray(value)
      ? value.flatMap((item, index) => inValue(schema, type.array, item, `${pointer}/${index}`))
      : expected('JSONArray');
  if ('map' in type)
    return isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => inValue(schema, type.map, item, `${pointer}/${key}`))
      : expected('JSONObject');
  if ('ref' in type)
    return isObject(value)
      ? inObject(schema, schema.definitions[type.ref] ?? {}, value, pointer)
      : expected('JSONObject');
  const attempts = type.union.map((member) => inValue(schema, member, value, pointer));
  return attempts.some((found) => found.length === 0) ? [] : (attempts[0] ?? []);
}

const TYPE_NAMES = {
  string: 'String',
  integer: 'Integer',
  number: 'Number',
  boolean: 'Boolean',
  json: 'JSONObject',
  null: 'Null',
  tag: 'JSONObject',
} as const;

function isOfType(type: keyof typeof TYPE_NAMES, value: Json): boolean {
  const text = scalarText(value);
  switch (type) {
    case 'string':
      return text !== undefined;
    case 'integer':
      return text !== undefined && /^-?\d+$/.test(text);
    case 'number':
      return text !== undefined && text.trim() !== '' && !Number.isNaN(Number(text));
    case 'boolean':
      return text === 'true' || text === 'false';
    case 'json':
      return isObject(value) || isArray(value);
    case 'null':
      return value === null;
    case 'tag':
      return isObject(value) && Object.keys(value).every((key) => key === 'Key' || key === 'Value');
  }
}

function kindOf(value: Json): string {
  if (isArray(value)) return 'JSONArray';
  if (value === null) return 'Null';
  const kinds = { string: 'String', number: 'Number', boolean: 'Boolean', object: 'JSONObject' } as const;
  return kinds[typeof value as keyof typeof kinds];
}
