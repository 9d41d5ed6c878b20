import type { JsonObject } from '../../model/json.ts';

/** An answer of the SDK as plain JSON: members without a value are left out, times become ISO 8601 texts. */
export function jsonOf(shape: object): JsonObject {
  return JSON.parse(JSON.stringify(shape)) as JsonObject;
}

/** Tags as ECS writes them, as a record. */
export function tagRecord(
  tags: readonly { key?: string | undefined; value?: string | undefined }[] | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries((tags ?? []).map(({ key = '', value = '' }) => [key, value]));
}

/** A record as ECS writes tags. */
export function tagList(tags: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
