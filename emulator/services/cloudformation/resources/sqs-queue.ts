import { AwsError } from '../../../core/errors.ts';
import type { CreateQueueResult } from '../../../shapes/sqs.d.ts';
import type { JsonObject } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import { generatedName } from './names.ts';
import { objectsOf } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { Refused } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

/** What an attribute goes back to when the template drops it; the size, as recorded, is not a new queue's. */
const UNSET: Readonly<Record<string, string>> = {
  ContentBasedDeduplication: 'false',
  DelaySeconds: '0',
  MaximumMessageSize: '262144',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  SqsManagedSseEnabled: 'true',
  VisibilityTimeout: '30',
};
const ATTRIBUTES = Object.keys(UNSET);

export const sqsQueue: ResourceType = {
  type: 'AWS::SQS::Queue',
  service: 'Sqs',
  serves: ['FifoQueue', 'QueueName', 'Tags', ...ATTRIBUTES],
  latency: 'resource-default',
  naming: { property: 'QueueName', generate: generatedName(75) },
  create: async (properties, context) => {
    const name = String(properties['QueueName']);
    if (await exists(name, context)) throw new Refused(alreadyExists(name));
    const { QueueUrl: url = '' } = await context.call<CreateQueueResult>('sqs', 'CreateQueue', {
      QueueName: name,
      Attributes: attributesOf(properties, ['FifoQueue', ...ATTRIBUTES]),
      tags: tagMap(objectsOf(properties['Tags'])),
    });
    return url;
  },
  update: async (url, { previous, desired }, { call }) => {
    const changed = ATTRIBUTES.filter((name) => !sameValue(previous[name], desired[name]));
    if (changed.length > 0)
      await call('sqs', 'SetQueueAttributes', {
        QueueUrl: url,
        Attributes: attributesOf({ ...UNSET, ...desired }, changed),
      });
    await reconcileTags(previous['Tags'], desired['Tags'], {
      add: (tags) => call('sqs', 'TagQueue', { QueueUrl: url, Tags: tagMap(tags) }),
      remove: (keys) => call('sqs', 'UntagQueue', { QueueUrl: url, TagKeys: keys }),
    });
  },
  remove: async (url, _properties, { call }) => {
    await call('sqs', 'DeleteQueue', { QueueUrl: url });
  },
  attributes: async (url, _properties, { account, region }) => {
    const name = url.replace(/^.*\//, '');
    return { Arn: `arn:aws:sqs:${region}:${account}:${name}`, QueueName: name, QueueUrl: url };
  },
};

function attributesOf(properties: JsonObject, names: readonly string[]): Readonly<Record<string, string>> {
  const set = names.filter((name) => properties[name] !== undefined);
  return Object.fromEntries(set.map((name) => [name, String(properties[name])]));
}

const tagMap = (tags: readonly JsonObject[]): JsonObject =>
  Object.fromEntries(tags.map(({ Key, Value }) => [String(Key), String(Value)]));

/** The service would answer the one that is there, which is another's (est). */
async function exists(name: string, { call }: ResourceContext): Promise<boolean> {
  try {
    await call('sqs', 'GetQueueUrl', { QueueName: name });
    return true;
  } catch (error) {
    if (error instanceof AwsError && error.code === 'QueueDoesNotExist') return false;
    throw error;
  }
}

const alreadyExists = (name: string): string =>
  `Resource of type 'AWS::SQS::Queue' with identifier '${name}' already exists.`;
