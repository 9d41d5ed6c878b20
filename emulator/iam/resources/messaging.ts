import type { Resource } from '../catalogue.ts';
import { texts } from '../input.ts';
import type { FindResources } from './find.ts';

/** Topics are named by their ARN, but when they are made. */
export const snsResources: FindResources = ({ input, types }) => {
  const arns = texts(input, 'TopicArn', 'ResourceArn');
  if (arns.length > 0 || !types.required.includes('topic')) return arns;
  return texts(input, 'Name').map((name): Resource => ({ type: 'topic', names: { TopicName: name } }));
};

/** Queues are named by their URL, or by their name. */
export const sqsResources: FindResources = ({ input, types }) => {
  if (!types.required.includes('queue')) return [];
  return texts(input, 'QueueUrl', 'QueueName').map(
    (queue): Resource => ({ type: 'queue', names: { QueueName: queue.replace(/^.*\//, '') } }),
  );
};
