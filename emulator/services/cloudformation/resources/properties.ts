import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject } from '../template/json.ts';

/** Those of the named properties that are there. */
export function pick(properties: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = properties[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Names as the JSON services have them: the first letter small, at every depth. */
export function camelCased(value: Json): Json {
  if (isArray(value)) return value.map(camelCased);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.charAt(0).toLowerCase() + key.slice(1), camelCased(item)]),
  );
}

export function listOf(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}

export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter((item) => isObject(item));
}

export function textsOf(value: Json | undefined): readonly string[] {
  return listOf(value).map(String);
}

/** A policy document as IAM takes it: text. */
export function documentText(document: Json | undefined): string {
  return typeof document === 'string' ? document : JSON.stringify(document);
}
