import type { CallContext } from '../../core/world.ts';
import type { Tag } from '../../shapes/ecs.d.ts';
import { invalidParameter } from './refusals.ts';

const MOST = 50;

/** Refuses what AWS refuses of tags that a client brings; `existing` are those already on the resource. */
export function checkTags(
  tags: readonly Tag[] | undefined,
  existing: readonly Tag[] = [],
  { internal }: Pick<CallContext, 'internal'> = {},
): readonly Tag[] {
  for (const { key } of tags ?? []) {
    if (key === undefined) throw invalidParameter('Tag key must not be null.');
    if (!internal && /^aws:/i.test(key))
      throw invalidParameter("Tag keys that start with 'aws:' are reserved for AWS.");
  }
  const keys = (tags ?? []).map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) throw invalidParameter(`The tag key '${twice}' is given more than once.`);
  const all = mergeTags(existing, tags ?? []);
  if (all.filter(({ key }) => !key?.startsWith('aws:')).length > MOST)
    throw invalidParameter(`The maximum number of tags on a resource is ${MOST}.`);
  return all;
}

/** Later values win; order of first appearance. */
export function mergeTags(...lists: (readonly Tag[])[]): Tag[] {
  const values = new Map<string, string>();
  for (const { key, value } of lists.flat()) if (key !== undefined) values.set(key, value ?? '');
  return [...values].map(([key, value]) => ({ key, value }));
}

export const withoutTags = (tags: readonly Tag[], keys: readonly string[]): Tag[] =>
  tags.filter(({ key }) => !keys.includes(key ?? ''));
