import type { GetTopicAttributesResponse, ListTagsForResourceResponse } from '../../../../shapes/sns.d.ts';
import type { LiveReader } from '../reader.ts';
import { plain } from '../reader.ts';

const topic: LiveReader = {
  read: async (arn, _expected, { call }) => {
    const { Attributes: attributes } = await call<GetTopicAttributesResponse>('sns', 'GetTopicAttributes', {
      TopicArn: arn,
    });
    const { Tags } = await call<ListTagsForResourceResponse>('sns', 'ListTagsForResource', { ResourceArn: arn });
    return { ...plain({ Tags }), TopicName: arn.slice(arn.lastIndexOf(':') + 1), ...attributes };
  },
};

export const SNS_READERS: Readonly<Record<string, LiveReader>> = { 'AWS::SNS::Topic': topic };
