import type { AwsError } from './errors.ts';
import type { CallContext } from './world.ts';

/** How many tags a resource can have, besides those that AWS itself gives to it. */
export const MOST_TAGS = 50;

/** How a service refuses tags, in its own words. */
export interface TagRefusals {
  readonly reserved: () => AwsError;
  readonly tooMany: () => AwsError;
}

/** Keys with this prefix, in capitals or not, are AWS's own. */
export const isReservedKey = (key: string): boolean => /^aws:/i.test(key);

/** Refuses keys that only AWS may give, and more tags than a resource that has `present` can have. */
export function checkTagKeys(
  added: readonly string[],
  present: Iterable<string>,
  { internal }: CallContext,
  { reserved, tooMany }: TagRefusals,
): void {
  if (!internal && added.some(isReservedKey)) throw reserved();
  const own = new Set([...present, ...added].filter((key) => !isReservedKey(key)));
  if (own.size > MOST_TAGS) throw tooMany();
}

/** Tags in the form that most services have them in, as pairs. */
export const tagPairs = (tags: readonly { readonly Key: string; readonly Value: string }[]) =>
  tags.map(({ Key: key, Value: value }) => [key, value] as const);

/** The tags after `added` were laid over `present`, where they are not refused. */
export function withTags(
  present: ReadonlyMap<string, string>,
  added: readonly (readonly [key: string, value: string])[],
  context: CallContext,
  refusals: TagRefusals,
): Map<string, string> {
  checkTagKeys(
    added.map(([key]) => key),
    present.keys(),
    context,
    refusals,
  );
  return new Map([...present, ...added]);
}
