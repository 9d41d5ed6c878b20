import { canonicalJson, isJsonObject, type Json } from '../../model/json.ts';

export interface Difference {
  readonly path: readonly string[];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/**
 * Where two values differ. Objects are compared member by member, also against nothing, so that every difference is
 * about one value; lists are compared as a whole.
 */
export function differences(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[] = [],
): readonly Difference[] {
  const [one, other] = [before ?? {}, after ?? {}];
  if (isJsonObject(one) && isJsonObject(other)) {
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
    if (names.length > 0) return names.flatMap((name) => differences(one[name], other[name], [...path, name]));
  }
  if (canonicalJson(before) === canonicalJson(after)) return [];
  return [{ path, before, after }];
}
