import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListQueueTagsRequest,
  ListQueueTagsResult,
  TagQueueRequest,
  UntagQueueRequest,
} from '../../shapes/sqs.d.ts';
import type { Queues } from './store.ts';
import { findQueue } from './store.ts';

const LIMIT = 50;

export function withTags(
  present: ReadonlyMap<string, string>,
  added: Readonly<Record<string, string>>,
  { internal }: CallContext,
): ReadonlyMap<string, string> {
  const reserved = Object.keys(added).some((key) => key.startsWith('aws:'));
  const tags = new Map([...present, ...Object.entries(added)]);
  const own = [...tags.keys()].filter((key) => !key.startsWith('aws:'));
  if ((reserved && !internal) || own.length > LIMIT)
    throw new AwsError('InvalidParameterValue', 'Tags must be at most 50, with keys that do not start with aws:');
  return tags;
}

export function tagOperations(queues: Queues) {
  return {
    TagQueue: ({ QueueUrl, Tags }: TagQueueRequest, context: CallContext): void => {
      const queue = findQueue(queues, QueueUrl);
      queue.tags = withTags(queue.tags, Tags, context);
    },

    UntagQueue: ({ QueueUrl, TagKeys }: UntagQueueRequest): void => {
      const queue = findQueue(queues, QueueUrl);
      queue.tags = new Map([...queue.tags].filter(([key]) => !TagKeys.includes(key)));
    },

    ListQueueTags: ({ QueueUrl }: ListQueueTagsRequest): ListQueueTagsResult => {
      const { tags } = findQueue(queues, QueueUrl);
      return tags.size > 0 ? { Tags: Object.fromEntries(tags) } : {};
    },
  };
}
