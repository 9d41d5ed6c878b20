import { pageOf } from '../../core/pages.ts';
import { tagPairs, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateTopicInput,
  CreateTopicResponse,
  DeleteTopicInput,
  GetTopicAttributesInput,
  GetTopicAttributesResponse,
  ListTopicsInput,
  ListTopicsResponse,
  SetTopicAttributesInput,
} from '../../shapes/sns.d.ts';
import type { Topics } from './store.ts';
import { findTopic, invalidParameter } from './store.ts';
import { REFUSALS } from './tags.ts';

const SETTABLE = ['ContentBasedDeduplication', 'DisplayName', 'KmsMasterKeyId', 'SignatureVersion', 'TracingConfig'];
const CREATABLE = [...SETTABLE, 'FifoTopic'];
const PAGE = 100;

export function topicOperations(topics: Topics) {
  const { account, region } = topics.world;
  return {
    CreateTopic: (input: CreateTopicInput, context: CallContext): CreateTopicResponse => {
      const { Name: name, Attributes: attributes = {}, Tags: tags = [] } = input;
      if (!/^[A-Za-z0-9_-]{1,256}$/.test(name.replace(/\.fifo$/, ''))) throw invalidParameter('Topic Name');
      if (name.endsWith('.fifo') !== (attributes['FifoTopic'] === 'true')) throw invalidParameter('Topic Name');
      for (const attribute of Object.keys(attributes)) expectAttribute(attribute, CREATABLE);
      if (input.DataProtectionPolicy !== undefined) throw invalidParameter('DataProtectionPolicy is not emulated');
      const arn = `arn:aws:sns:${region}:${account}:${name}`;
      const present = topics.byArn.get(arn);
      if (present && Object.entries(attributes).some(([key, value]) => present.attributes[key] !== value))
        throw invalidParameter('Attributes Reason: Topic already exists with different attributes');
      if (present && tags.some(({ Key: key, Value: value }) => present.tags.get(key) !== value))
        throw invalidParameter('Tags Reason: Topic already exists with different tags');
      if (!present)
        topics.byArn.set(arn, { arn, attributes, tags: withTags(new Map(), tagPairs(tags), context, REFUSALS) });
      return { TopicArn: arn };
    },

    /** Deleting what is not there succeeds, as the API reference says. */
    DeleteTopic: ({ TopicArn: arn }: DeleteTopicInput): void => {
      topics.byArn.delete(arn);
    },

    GetTopicAttributes: ({ TopicArn }: GetTopicAttributesInput): GetTopicAttributesResponse => {
      const { arn, attributes } = findTopic(topics, TopicArn);
      return {
        Attributes: {
          DisplayName: '',
          Owner: account,
          SubscriptionsConfirmed: '0',
          SubscriptionsDeleted: '0',
          SubscriptionsPending: '0',
          TopicArn: arn,
          ...attributes,
        },
      };
    },

    SetTopicAttributes: (input: SetTopicAttributesInput): void => {
      const topic = findTopic(topics, input.TopicArn);
      expectAttribute(input.AttributeName, SETTABLE);
      topic.attributes = { ...topic.attributes, [input.AttributeName]: input.AttributeValue ?? '' };
    },

    ListTopics: ({ NextToken: token }: ListTopicsInput): ListTopicsResponse => {
      const invalidToken = () => invalidParameter('NextToken Reason: Invalid value for parameter NextToken');
      const { items, nextToken } = pageOf([...topics.byArn.keys()].sort(), { token, size: PAGE, invalidToken });
      return { Topics: items.map((TopicArn) => ({ TopicArn })), NextToken: nextToken };
    },
  };
}

function expectAttribute(name: string, known: readonly string[]): void {
  if (!known.includes(name)) throw invalidParameter('AttributeName');
}
