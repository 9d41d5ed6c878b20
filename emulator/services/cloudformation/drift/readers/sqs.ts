import type { GetQueueAttributesResult } from '../../../../shapes/sqs.d.ts';
import type { LiveReader } from '../reader.ts';

const queue: LiveReader = {
  read: async (url, _expected, { call }) => {
    const { Attributes: attributes = {} } = await call<GetQueueAttributesResult>('sqs', 'GetQueueAttributes', {
      QueueUrl: url,
      AttributeNames: ['All'],
    });
    return { QueueName: url.replace(/^.*\//, ''), ...attributes };
  },
};

export const SQS_READERS: Readonly<Record<string, LiveReader>> = { 'AWS::SQS::Queue': queue };
