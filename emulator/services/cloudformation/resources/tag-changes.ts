import type { Json, JsonObject } from '../template/json.ts';
import { objectsOf } from './properties.ts';

export interface TagCalls {
  readonly add: (tags: readonly JsonObject[]) => Promise<unknown>;
  readonly remove: (keys: readonly string[]) => Promise<unknown>;
}

/** Calls the service for the tags that differ between two lists, and for no others. */
export async function reconcileTags(
  previous: Json | undefined,
  desired: Json | undefined,
  calls: TagCalls,
): Promise<void> {
  const [before, after] = [byKey(previous), byKey(desired)];
  const added = [...after.values()].filter((tag) => JSON.stringify(before.get(keyOf(tag))) !== JSON.stringify(tag));
  const removed = [...before.keys()].filter((key) => !after.has(key));
  if (removed.length > 0) await calls.remove(removed);
  if (added.length > 0) await calls.add(added);
}

function byKey(tags: Json | undefined): ReadonlyMap<string, JsonObject> {
  return new Map(objectsOf(tags).map((tag) => [keyOf(tag), tag]));
}

const keyOf = ({ Key: key }: JsonObject): string => String(key);
