import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject } from '../template/json.ts';
import type { PropertySchemas, PropertyType, ResourceSchema } from './schemas.ts';
import { schemaOf } from './schemas.ts';

/**
 * Those of the named properties that are there, with their members named as the JSON services have them: the first
 * letter small. Keys that the user chose, such as labels and options, stay as they are.
 */
export function apiMembers(type: string, properties: JsonObject, names: readonly string[]): JsonObject {
  const schema = schemaOf(type);
  const chosen = Object.entries(properties).filter(([name]) => names.includes(name));
  return members(schema, schema.properties, Object.fromEntries(chosen));
}

function members(schema: ResourceSchema, known: PropertySchemas, object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      memberValue(schema, known[name]?.type ?? 'json', value),
    ]),
  );
}

/** The way back: an answer of a JSON service with its members named as templates have them. */
export function templateMembers(type: string, answer: JsonObject): JsonObject {
  const schema = schemaOf(type);
  return propertiesOf(schema, schema.properties, answer);
}

function propertiesOf(schema: ResourceSchema, known: PropertySchemas, object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => {
      const property = name.charAt(0).toUpperCase() + name.slice(1);
      return [property, propertyValue(schema, known[property]?.type ?? 'json', value)];
    }),
  );
}

function propertyValue(schema: ResourceSchema, type: PropertyType, value: Json): Json {
  if (type === 'tag') return isObject(value) ? propertiesOf(schema, {}, value) : value;
  if (typeof type === 'string' || 'enum' in type) return value;
  if ('array' in type) return isArray(value) ? value.map((item) => propertyValue(schema, type.array, item)) : value;
  if ('ref' in type) return isObject(value) ? propertiesOf(schema, schema.definitions[type.ref] ?? {}, value) : value;
  return value;
}

function memberValue(schema: ResourceSchema, type: PropertyType, value: Json): Json {
  if (type === 'tag') return isObject(value) ? members(schema, {}, value) : value;
  if (typeof type === 'string' || 'enum' in type) return value;
  if ('array' in type) return isArray(value) ? value.map((item) => memberValue(schema, type.array, item)) : value;
  if ('ref' in type) return isObject(value) ? members(schema, schema.definitions[type.ref] ?? {}, value) : value;
  return value;
}
