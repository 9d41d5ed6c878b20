import type { Json, JsonObject } from './step.ts';

/** Dates as ISO 8601 text, bytes as Base64, without what is undefined. */
export function plain(value: unknown): Json {
  const encode = (_key: string, item: unknown): unknown =>
    item instanceof Uint8Array ? Buffer.from(item).toString('base64') : item;
  return JSON.parse(JSON.stringify(value ?? null, encode)) as Json;
}

/** The value at a path such as `Stacks.0.StackId`; undefined where the path ends early. */
export function valueAt(value: Json | undefined, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((at, key) => {
    if (typeof at !== 'object' || at === null) return undefined;
    return (at as JsonObject)[key];
  }, value);
}

/** The paths of all members, list items taken together: `services[].events[].message`. */
export function pathsOf(value: Json, prefix = ''): ReadonlySet<string> {
  const paths = new Set<string>();
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) for (const path of pathsOf(item, `${prefix}[]`)) paths.add(path);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const path = prefix === '' ? key : `${prefix}.${key}`;
      paths.add(path);
      for (const inner of pathsOf(item, path)) paths.add(inner);
    }
  }
  return paths;
}

/** Puts variables' values in place of `<name>`; text that is nothing but one variable takes its value as it is. */
export function substituted(value: Json, variables: ReadonlyMap<string, Json>): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => substituted(item, variables));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substituted(item, variables)]));
  if (typeof value !== 'string') return value;
  const whole = /^<(\w+)>$/.exec(value)?.[1];
  if (whole !== undefined) return variableOf(whole, variables);
  return value.replaceAll(/<(\w+)>/g, (_text, name: string) => String(variableOf(name, variables)));
}

function variableOf(name: string, variables: ReadonlyMap<string, Json>): Json {
  const value = variables.get(name);
  if (value === undefined) throw new Error(`nothing was saved as ${name}`);
  return value;
}

/** Where two values differ, as `path: one, other`. */
export function differencesOf(expected: Json | undefined, actual: Json | undefined, path = ''): readonly string[] {
  if (isObject(expected) && isObject(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return keys.flatMap((key) => differencesOf(expected[key], actual[key], path === '' ? key : `${path}.${key}`));
  }
  const same = JSON.stringify(expected) === JSON.stringify(actual);
  return same ? [] : [`${path}: ${JSON.stringify(expected)?.slice(0, 200)}, ${JSON.stringify(actual)?.slice(0, 200)}`];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null;
}
