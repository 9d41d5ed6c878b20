import { AwsError } from '../../core/errors.ts';
import { type TagRefusals, tagPairs, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '../../shapes/sns.d.ts';
import type { TopicRecord, Topics } from './store.ts';
import { invalidParameter } from './store.ts';

export const REFUSALS: TagRefusals = {
  reserved: () => invalidParameter('Tags Reason: Tag keys must not start with aws:'),
  tooMany: () => new AwsError('TagLimitExceeded', 'Could not complete request: tag quota of per resource exceeded'),
};

export function tagOperations(topics: Topics) {
  const tagged = (arn: string): TopicRecord => {
    const topic = topics.byArn.get(arn);
    if (!topic) throw new AwsError('ResourceNotFound', 'Resource does not exist', 404);
    return topic;
  };
  return {
    TagResource: ({ ResourceArn, Tags }: TagResourceRequest, context: CallContext): object => {
      const topic = tagged(ResourceArn);
      topic.tags = withTags(topic.tags, tagPairs(Tags), context, REFUSALS);
      return {};
    },

    UntagResource: ({ ResourceArn, TagKeys }: UntagResourceRequest): object => {
      const topic = tagged(ResourceArn);
      topic.tags = new Map([...topic.tags].filter(([key]) => !TagKeys.includes(key)));
      return {};
    },

    ListTagsForResource: ({ ResourceArn }: ListTagsForResourceRequest): ListTagsForResourceResponse => ({
      Tags: [...tagged(ResourceArn).tags].map(([Key, Value]) => ({ Key, Value })),
    }),
  };
}
