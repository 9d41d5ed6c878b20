import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListTagsForResourceInput,
  ListTagsForResourceOutput,
  Tag,
  TagResourceInput,
  UntagResourceInput,
} from '../../shapes/cloudwatch.d.ts';
import { invalidValue } from './errors.ts';
import type { Alarm, CloudWatch } from './state.ts';

const LIMIT = 50;

/** Refuses what clients may not tag with; `present` are the keys that the alarm has already. */
export function checkedTags(
  tags: readonly Tag[],
  present: Iterable<string>,
  { internal }: CallContext,
): readonly Tag[] {
  if (!internal && tags.some(({ Key }) => Key.startsWith('aws:')))
    throw invalidValue('Tag keys starting with "aws:" are reserved for system use.');
  const keys = new Set([...present, ...tags.map(({ Key }) => Key)]);
  if ([...keys].filter((key) => !key.startsWith('aws:')).length > LIMIT)
    throw invalidValue(`An alarm can have at most ${LIMIT} tags.`);
  return tags;
}

export function tagOperations({ alarms }: CloudWatch) {
  const find = (arn: string): Alarm => {
    const alarm = [...alarms.values()].find((each) => each.arn === arn);
    if (!alarm) throw new AwsError('ResourceNotFoundException', `Unknown resource: ${arn}`, 404);
    return alarm;
  };

  return {
    ListTagsForResource: ({ ResourceARN }: ListTagsForResourceInput): ListTagsForResourceOutput => ({
      Tags: [...find(ResourceARN).tags].map(([Key, Value]) => ({ Key, Value })),
    }),

    TagResource: ({ ResourceARN, Tags }: TagResourceInput, context: CallContext): object => {
      const { tags } = find(ResourceARN);
      for (const { Key, Value } of checkedTags(Tags, tags.keys(), context)) tags.set(Key, Value);
      return {};
    },

    UntagResource: ({ ResourceARN, TagKeys }: UntagResourceInput): object => {
      const { tags } = find(ResourceARN);
      for (const key of TagKeys) tags.delete(key);
      return {};
    },
  };
}
