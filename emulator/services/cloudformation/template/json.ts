/** A value as a template holds it: JSON, where YAML was read too. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Narrows to the array type, which `Array.isArray` does not do for readonly arrays. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** CloudFormation knows scalars as strings: the number 80 and the text "80" are the same value to it. */
export function scalarText(value: Json): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** Every scalar as text: how CloudFormation shows properties in events and in a change set's contexts. */
export function stringified(value: Json): Json {
  if (isArray(value)) return value.map(stringified);
  if (isObject(value)) return mapValues(value, stringified);
  return scalarText(value) ?? value;
}

export function mapValues(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

/**
 * Equality as CloudFormation judges whether a property has changed: order of keys and kinds of scalars do not count.
 */
export function sameValue(a: Json | undefined, b: Json | undefined): boolean {
  if (isArray(a) && isArray(b)) return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameValue(a[key], b[key]));
  }
  if (a === undefined || b === undefined) return a === b;
  return typeof a !== 'object' && typeof b !== 'object' ? String(a) === String(b) : a === b;
}
