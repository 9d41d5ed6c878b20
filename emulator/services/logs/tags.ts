import { AwsError } from '../../core/errors.ts';
import { MOST_TAGS, type TagRefusals, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '../../shapes/logs.d.ts';
import type { LogGroupRecord, Logs } from './store.ts';
import { invalidParameter } from './store.ts';

export const REFUSALS: TagRefusals = {
  reserved: () => invalidParameter("Tag keys starting with 'aws:' are reserved for internal use"),
  tooMany: () => new AwsError('TooManyTagsException', `A resource can have at most ${MOST_TAGS} tags.`),
};

export function tagOperations(logs: Logs) {
  const tagged = (arn: string): LogGroupRecord => {
    const group = [...logs.groups.values()].find((each) => each.arn === arn.replace(/:\*$/, ''));
    if (!group) throw new AwsError('ResourceNotFoundException', 'The specified resource does not exist.');
    return group;
  };

  return {
    TagResource: ({ resourceArn, tags }: TagResourceRequest, context: CallContext): void => {
      const group = tagged(resourceArn);
      group.tags = withTags(group.tags, Object.entries(tags), context, REFUSALS);
    },

    UntagResource: ({ resourceArn, tagKeys }: UntagResourceRequest): void => {
      const group = tagged(resourceArn);
      group.tags = new Map([...group.tags].filter(([key]) => !tagKeys.includes(key)));
    },

    ListTagsForResource: ({ resourceArn }: ListTagsForResourceRequest): ListTagsForResourceResponse => ({
      tags: Object.fromEntries(tagged(resourceArn).tags),
    }),
  };
}
