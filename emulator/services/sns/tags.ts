import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  Tag,
  TagResourceRequest,
  UntagResourceRequest,
} from '../../shapes/sns.d.ts';
import type { TopicRecord, Topics } from './store.ts';
import { invalidParameter } from './store.ts';

const LIMIT = 50;

export function withTags(
  present: ReadonlyMap<string, string>,
  added: readonly Tag[],
  { internal }: CallContext,
): ReadonlyMap<string, string> {
  if (!internal && added.some(({ Key: key }) => key.startsWith('aws:')))
    throw invalidParameter('Tags Reason: Tag keys must not start with aws:');
  const tags = new Map([...present, ...added.map(({ Key: key, Value: value }) => [key, value] as const)]);
  if ([...tags.keys()].filter((key) => !key.startsWith('aws:')).length > LIMIT)
    throw new AwsError('TagLimitExceeded', 'Could not complete request: tag quota of per resource exceeded');
  return tags;
}

export function tagOperations(topics: Topics) {
  const tagged = (arn: string): TopicRecord => {
    const topic = topics.byArn.get(arn);
    if (!topic) throw new AwsError('ResourceNotFound', 'Resource does not exist', 404);
    return topic;
  };
  return {
    TagResource: ({ ResourceArn, Tags }: TagResourceRequest, context: CallContext): object => {
      const topic = tagged(ResourceArn);
      topic.tags = withTags(topic.tags, Tags, context);
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
