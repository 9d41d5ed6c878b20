import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject, mapValues, scalarText } from '../template/json.ts';
import type { PropertySchemas, PropertyType, ResourceSchema } from './schemas.ts';
import { schemaOf } from './schemas.ts';

/**
 * Gives every property the kind that its schema names: parameters and YAML bring numbers as text and text as numbers.
 */
export function coerced(type: string, properties: JsonObject): JsonObject {
  const schema = schemaOf(type);
  return objectAs(schema, schema.properties, properties);
}

function objectAs(schema: ResourceSchema, known: PropertySchemas, object: JsonObject): JsonObject {
  return mapValues(object, (value, key) => {
    const property = known[key];
    return property ? valueAs(schema, property.type, value) : value;
  });
}

function valueAs(schema: ResourceSchema, type: PropertyType, value: Json): Json {
  const text = scalarText(value);
  if (typeof type === 'string') {
    switch (type) {
      case 'string':
        return text ?? value;
      case 'integer':
      case 'number':
        return text === undefined || Number.isNaN(Number(text)) ? value : Number(text);
      case 'boolean':
        return text === 'true' ? true : text === 'false' ? false : value;
      case 'tag':
        return isObject(value) ? mapValues(value, (item) => scalarText(item) ?? item) : value;
      case 'json':
      case 'null':
        return value;
    }
  }
  if ('enum' in type) return text ?? value;
  if ('array' in type) return isArray(value) ? value.map((item) => valueAs(schema, type.array, item)) : value;
  if ('map' in type) return isObject(value) ? mapValues(value, (item) => valueAs(schema, type.map, item)) : value;
  if ('ref' in type) return isObject(value) ? objectAs(schema, schema.definitions[type.ref] ?? {}, value) : value;
  return value;
}
