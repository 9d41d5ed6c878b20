import { expect, test } from '@jest/globals';
import { createTestWorld } from '../../core/testing.ts';
import type { CreateTopicResponse, GetTopicAttributesResponse } from '../../shapes/sns.d.ts';
import { createService } from './service.ts';

function world() {
  const { world: made } = createTestWorld({ services: (each) => ({ sns: createService(each) }) });
  return <Output = unknown>(operation: string, input: object): Promise<Output> => made.call('sns', operation, input);
}

test('creating a topic again answers the same one, but not with another display name', async () => {
  const call = world();
  const topic = { Name: 't', Attributes: { DisplayName: 'one' } };
  const { TopicArn: arn } = await call<CreateTopicResponse>('CreateTopic', topic);
  expect(await call('CreateTopic', topic)).toEqual({ TopicArn: arn });
  await expect(call('CreateTopic', { ...topic, Attributes: { DisplayName: 'two' } })).rejects.toMatchObject({
    code: 'InvalidParameter',
    message: 'Invalid parameter: Attributes Reason: Topic already exists with different attributes',
  });
});

test('a topic shows what was set, and is gone once deleted', async () => {
  const call = world();
  const { TopicArn } = await call<CreateTopicResponse>('CreateTopic', { Name: 't' });
  await call('SetTopicAttributes', { TopicArn, AttributeName: 'DisplayName', AttributeValue: 'new' });
  const { Attributes: shown } = await call<GetTopicAttributesResponse>('GetTopicAttributes', { TopicArn });
  expect(shown).toMatchObject({ DisplayName: 'new', TopicArn });
  await call('DeleteTopic', { TopicArn });
  await call('DeleteTopic', { TopicArn });
  await expect(call('GetTopicAttributes', { TopicArn })).rejects.toMatchObject({ code: 'NotFound', status: 404 });
});

test.each(['a b', 't.fifo', ''.padEnd(257, 'x')])('refuses the topic name %j', async (Name) => {
  await expect(world()('CreateTopic', { Name })).rejects.toThrow('Invalid parameter: Topic Name');
});

test('tags are added and taken away', async () => {
  const call = world();
  const { TopicArn: ResourceArn } = await call<CreateTopicResponse>('CreateTopic', { Name: 't' });
  await call('TagResource', {
    ResourceArn,
    Tags: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ],
  });
  await call('UntagResource', { ResourceArn, TagKeys: ['a'] });
  expect(await call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: [{ Key: 'b', Value: '2' }] });
});
