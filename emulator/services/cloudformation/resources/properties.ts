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
