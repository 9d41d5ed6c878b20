/** What a request says about itself, by condition key in lower case: keys differ by more than case. */
export type ConditionKeys = ReadonlyMap<string, readonly string[]>;

type Given = string | number | boolean | readonly string[] | undefined;

/** Leaves out what is undefined: such a key is not in the request. */
export function conditionKeys(given: Readonly<Record<string, Given>>): ConditionKeys {
  return new Map(
    Object.entries(given).flatMap(([key, value]): [string, readonly string[]][] =>
      value === undefined ? [] : [[key.toLowerCase(), typeof value === 'object' ? value : [String(value)]]],
    ),
  );
}

export const valuesOf = (keys: ConditionKeys, key: string): readonly string[] | undefined =>
  keys.get(key.toLowerCase());

export const merged = (...all: readonly ConditionKeys[]): ConditionKeys => new Map(all.flatMap((keys) => [...keys]));
