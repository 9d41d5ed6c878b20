import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';
import { withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateQueueRequest,
  CreateQueueResult,
  DeleteQueueRequest,
  GetQueueAttributesRequest,
  GetQueueAttributesResult,
  GetQueueUrlRequest,
  GetQueueUrlResult,
  ListQueuesRequest,
  ListQueuesResult,
  SetQueueAttributesRequest,
} from '../../shapes/sqs.d.ts';
import { checkAttributes, DEFAULTS } from './attributes.ts';
import type { QueueRecord, Queues } from './store.ts';
import { findQueue, queueUrl } from './store.ts';
import { REFUSALS } from './tags.ts';

const PAGE = 1_000;
/** How long the name of a deleted queue stays taken. */
const REUSE_MS = 60_000;
const NAME_RULE = 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length';

export function queueOperations(queues: Queues) {
  const { world, byUrl, deletedAt } = queues;
  return {
    CreateQueue: (input: CreateQueueRequest, context: CallContext): CreateQueueResult => {
      const { QueueName: name, Attributes: attributes = {}, tags = {} } = input;
      const fifo = attributes['FifoQueue'] === 'true';
      if (!/^[\w-]{1,80}$/.test(fifo ? name.replace(/\.fifo$/, '') : name) || fifo !== name.endsWith('.fifo'))
        throw new AwsError('InvalidParameterValue', NAME_RULE);
      checkAttributes(attributes);
      const url = queueUrl(world, name);
      const present = byUrl.get(url);
      for (const [attribute, value] of present ? Object.entries(attributes) : [])
        if (present?.attributes[attribute] !== value)
          throw new AwsError(
            'QueueNameExists',
            `A queue already exists with the same name and a different value for attribute ${attribute}`,
          );
      if (present) return { QueueUrl: url };
      const now = world.clock.now();
      if (now - (deletedAt.get(url) ?? -REUSE_MS) < REUSE_MS)
        throw new AwsError(
          'QueueDeletedRecently',
          'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
        );
      byUrl.set(url, {
        url,
        name,
        createdAt: now,
        modifiedAt: now,
        attributes: { ...DEFAULTS, ...attributes },
        tags: withTags(new Map(), Object.entries(tags), context, REFUSALS),
      });
      return { QueueUrl: url };
    },

    DeleteQueue: ({ QueueUrl: url }: DeleteQueueRequest): void => {
      findQueue(queues, url);
      byUrl.delete(url);
      deletedAt.set(url, world.clock.now());
    },

    GetQueueUrl: ({ QueueName: name }: GetQueueUrlRequest): GetQueueUrlResult => ({
      QueueUrl: findQueue(queues, queueUrl(world, name)).url,
    }),

    GetQueueAttributes: (input: GetQueueAttributesRequest): GetQueueAttributesResult => {
      const all = described(queues, findQueue(queues, input.QueueUrl));
      const names: readonly string[] = input.AttributeNames ?? [];
      if (names.includes('All')) return { Attributes: all };
      const asked = Object.entries(all).filter(([name]) => names.includes(name));
      return asked.length > 0 ? { Attributes: Object.fromEntries(asked) } : {};
    },

    SetQueueAttributes: (input: SetQueueAttributesRequest): void => {
      const queue = findQueue(queues, input.QueueUrl);
      checkAttributes(input.Attributes);
      if (input.Attributes['FifoQueue'] !== undefined)
        throw new AwsError('InvalidAttributeName', 'You can specify the FifoQueue only when you create it.');
      queue.attributes = { ...queue.attributes, ...input.Attributes };
      queue.modifiedAt = world.clock.now();
    },

    ListQueues: (input: ListQueuesRequest): ListQueuesResult => {
      const { QueueNamePrefix: prefix = '', MaxResults: size = PAGE, NextToken: token } = input;
      const named = [...byUrl.values()].filter(({ name }) => name.startsWith(prefix));
      const invalidToken = () => new AwsError('InvalidParameterValue', 'Invalid or expired next token.');
      const { items, nextToken } = pageOf(named.map(({ url }) => url).sort(), { token, size, invalidToken });
      return { QueueUrls: items.length > 0 ? items : undefined, NextToken: nextToken };
    },
  };
}

const seconds = (ms: number): string => String(Math.floor(ms / 1_000));

function described({ world }: Queues, queue: QueueRecord): Readonly<Record<string, string>> {
  return {
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesDelayed: '0',
    ApproximateNumberOfMessagesNotVisible: '0',
    CreatedTimestamp: seconds(queue.createdAt),
    LastModifiedTimestamp: seconds(queue.modifiedAt),
    QueueArn: `arn:aws:sqs:${world.region}:${world.account}:${queue.name}`,
    ...queue.attributes,
  };
}
