import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject, sameValue } from '../template/json.ts';

/**
 * What a service answered, cut down to what a template has set: defaults that the service filled in are no drift (user
 * guide, "Detect unmanaged configuration changes"). Items of a list are put in the template's order, since services
 * have an order of their own; those that no item of the template explains stay, as something that was added. With
 * `exact`, what the answer has beyond the template counts too.
 */
export function aligned(expected: Json | undefined, actual: Json | undefined, exact: boolean): Json | undefined {
  if (isArray(expected) && isArray(actual)) return alignedList(expected, actual, exact);
  if (isObject(expected) && isObject(actual)) {
    const names = exact ? [...new Set([...Object.keys(expected), ...Object.keys(actual)])] : Object.keys(expected);
    return alignedMembers(names, expected, actual, exact);
  }
  return actual;
}

function alignedMembers(
  names: readonly string[],
  expected: JsonObject,
  actual: JsonObject,
  exact: boolean,
): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = aligned(expected[name], actual[name], exact);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function alignedList(expected: readonly Json[], actual: readonly Json[], exact: boolean): readonly Json[] {
  if (expected.length > 0 && expected.every(isKeyed)) return keyedItems(expected, actual);
  const rest = [...actual];
  const taken = expected.map((item) => {
    const index = rest.findIndex((other) => sameValue(aligned(item, other, false), item));
    return index < 0 ? undefined : rest.splice(index, 1)[0];
  });
  const slots = expected.flatMap((item, index): Json[] => {
    const match = taken[index];
    if (match !== undefined) return [item];
    const other = rest.shift();
    return other === undefined ? [] : [exact ? other : (aligned(item, other, false) ?? other)];
  });
  return [...slots, ...rest];
}

/** Attributes and tags: only the keys that the template names are its concern. */
function keyedItems(expected: readonly JsonObject[], actual: readonly Json[]): readonly Json[] {
  return expected.flatMap((item) => {
    const match = actual.find((other) => isObject(other) && other['Key'] === item['Key']);
    const value = aligned(item, match, false);
    return value === undefined ? [] : [value];
  });
}

function isKeyed(item: Json): item is JsonObject {
  return isObject(item) && typeof item['Key'] === 'string' && 'Value' in item;
}
