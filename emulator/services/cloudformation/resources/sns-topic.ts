import { AwsError } from '../../../core/errors.ts';
import type { CreateTopicResponse } from '../../../shapes/sns.d.ts';
import type { JsonObject } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import { generatedName } from './names.ts';
import { objectsOf } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { Refused } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

const ATTRIBUTES = ['ContentBasedDeduplication', 'DisplayName', 'KmsMasterKeyId', 'SignatureVersion', 'TracingConfig'];
/** What an attribute goes back to when the template drops it (est). */
const UNSET: Readonly<Record<string, string>> = {
  ContentBasedDeduplication: 'false',
  SignatureVersion: '1',
  TracingConfig: 'PassThrough',
};

export const snsTopic: ResourceType = {
  type: 'AWS::SNS::Topic',
  service: 'Sns',
  serves: ['FifoTopic', 'Tags', 'TopicName', ...ATTRIBUTES],
  latency: 'resource-default',
  naming: { property: 'TopicName', generate: generatedName(251) },
  create: async (properties, context) => {
    const { TopicName: name, Tags: tags } = properties;
    if (await exists(String(name), context)) throw new Refused(alreadyExists(String(name)));
    const { TopicArn: arn = '' } = await context.call<CreateTopicResponse>('sns', 'CreateTopic', {
      Name: name,
      Attributes: attributesOf(properties, ['FifoTopic', ...ATTRIBUTES]),
      Tags: objectsOf(tags),
    });
    return arn;
  },
  update: async (arn, { previous, desired }, { call }) => {
    for (const name of ATTRIBUTES) {
      if (sameValue(previous[name], desired[name])) continue;
      const value = String(desired[name] ?? UNSET[name] ?? '');
      await call('sns', 'SetTopicAttributes', { TopicArn: arn, AttributeName: name, AttributeValue: value });
    }
    await reconcileTags(previous['Tags'], desired['Tags'], {
      add: (tags) => call('sns', 'TagResource', { ResourceArn: arn, Tags: tags }),
      remove: (keys) => call('sns', 'UntagResource', { ResourceArn: arn, TagKeys: keys }),
    });
  },
  remove: async (arn, _properties, { call }) => {
    await call('sns', 'DeleteTopic', { TopicArn: arn });
  },
  attributes: async (arn) => ({ TopicArn: arn, TopicName: arn.replace(/^.*:/, '') }),
};

const topicArn = (name: string, { account, region }: ResourceContext): string =>
  `arn:aws:sns:${region}:${account}:${name}`;

function attributesOf(properties: JsonObject, names: readonly string[]): Readonly<Record<string, string>> {
  const set = names.filter((name) => properties[name] !== undefined);
  return Object.fromEntries(set.map((name) => [name, String(properties[name])]));
}

/** The service would answer the one that is there, which is another's (est). */
async function exists(name: string, context: ResourceContext): Promise<boolean> {
  try {
    await context.call('sns', 'GetTopicAttributes', { TopicArn: topicArn(name, context) });
    return true;
  } catch (error) {
    if (error instanceof AwsError && error.code === 'NotFound') return false;
    throw error;
  }
}

const alreadyExists = (name: string): string =>
  `Resource of type 'AWS::SNS::Topic' with identifier '${name}' already exists.`;
