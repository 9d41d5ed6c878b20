import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type { Tag } from '../../shapes/elbv2.d.ts';
import { QUOTAS } from './quotas.ts';

/** `given` on top of what there is; throws DuplicateTagKeys, TooManyTags or ValidationError. */
export function mergeTags(
  present: readonly Tag[],
  given: readonly Tag[] = [],
  { internal }: Pick<CallContext, 'internal'> = {},
): readonly Tag[] {
  const keys = given.map(({ Key }) => Key);
  const reserved = internal ? undefined : keys.find((key) => key.toLowerCase().startsWith('aws:'));
  if (reserved !== undefined)
    throw new AwsError('ValidationError', `Tag key '${reserved}' is reserved: keys must not start with 'aws:'`);
  if (new Set(keys).size < keys.length)
    throw new AwsError('DuplicateTagKeys', 'A tag key was specified more than once');
  const merged = new Map([...present, ...given].map(({ Key, Value = '' }) => [Key, Value]));
  if (merged.size > QUOTAS.tags) throw new AwsError('TooManyTags', `A resource can have at most '${QUOTAS.tags}' tags`);
  return [...merged].map(([Key, Value]) => ({ Key, Value }));
}
