import { AwsError } from '../../core/errors.ts';
import { MOST_TAGS, type TagRefusals, tagPairs, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListTagsForResourceInput,
  ListTagsForResourceOutput,
  TagResourceInput,
  UntagResourceInput,
} from '../../shapes/cloudwatch.d.ts';
import { invalidValue } from './errors.ts';
import type { Alarm, CloudWatch } from './state.ts';

export const REFUSALS: TagRefusals = {
  reserved: () => invalidValue('Tag keys starting with "aws:" are reserved for system use.'),
  tooMany: () => invalidValue(`An alarm can have at most ${MOST_TAGS} tags.`),
};

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
      for (const [key, value] of withTags(tags, tagPairs(Tags), context, REFUSALS)) tags.set(key, value);
      return {};
    },

    UntagResource: ({ ResourceARN, TagKeys }: UntagResourceInput): object => {
      const { tags } = find(ResourceARN);
      for (const key of TagKeys) tags.delete(key);
      return {};
    },
  };
}
