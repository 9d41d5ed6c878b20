import { AwsError } from '../../core/errors.ts';
import { type TagRefusals, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  ListQueueTagsRequest,
  ListQueueTagsResult,
  TagQueueRequest,
  UntagQueueRequest,
} from '../../shapes/sqs.d.ts';
import type { Queues } from './store.ts';
import { findQueue } from './store.ts';

const refused = (): AwsError =>
  new AwsError('InvalidParameterValue', 'Tags must be at most 50, with keys that do not start with aws:');
export const REFUSALS: TagRefusals = { reserved: refused, tooMany: refused };

export function tagOperations(queues: Queues) {
  return {
    TagQueue: ({ QueueUrl, Tags }: TagQueueRequest, context: CallContext): void => {
      const queue = findQueue(queues, QueueUrl);
      queue.tags = withTags(queue.tags, Object.entries(Tags), context, REFUSALS);
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
