import { expect, test } from '@jest/globals';
import { createTestWorld } from '../../core/testing.ts';
import type { CreateQueueResult } from '../../shapes/sqs.d.ts';
import { createService } from './service.ts';

function world() {
  const { world: made, advance } = createTestWorld({ services: (each) => ({ sqs: createService(each) }) });
  const call = <Output = unknown>(operation: string, input: object): Promise<Output> =>
    made.call('sqs', operation, input);
  return { call, advance };
}

test('creating a queue again answers the same one, but not with another timeout', async () => {
  const { call } = world();
  const { QueueUrl } = await call<CreateQueueResult>('CreateQueue', { QueueName: 'q' });
  expect(await call('CreateQueue', { QueueName: 'q' })).toEqual({ QueueUrl });
  const other = { QueueName: 'q', Attributes: { VisibilityTimeout: '31' } };
  await expect(call('CreateQueue', other)).rejects.toMatchObject({
    code: 'QueueNameExists',
    message: 'A queue already exists with the same name and a different value for attribute VisibilityTimeout',
  });
});

test('the name of a deleted queue is free after a minute', async () => {
  const { call, advance } = world();
  const { QueueUrl } = await call<CreateQueueResult>('CreateQueue', { QueueName: 'q' });
  await call('DeleteQueue', { QueueUrl });
  await expect(call('GetQueueUrl', { QueueName: 'q' })).rejects.toThrow('The specified queue does not exist.');
  await expect(call('CreateQueue', { QueueName: 'q' })).rejects.toMatchObject({ code: 'QueueDeletedRecently' });
  await advance(60_000);
  expect(await call('CreateQueue', { QueueName: 'q' })).toEqual({ QueueUrl });
});

test.each([
  ['DelaySeconds', '901'],
  ['MaximumMessageSize', '1023'],
  ['VisibilityTimeout', 'soon'],
  ['SqsManagedSseEnabled', 'yes'],
])('refuses %s %s', async (name, value) => {
  const input = { QueueName: 'q', Attributes: { [name]: value } };
  await expect(world().call('CreateQueue', input)).rejects.toMatchObject({
    code: 'InvalidAttributeValue',
    message: `Invalid value for the parameter ${name}.`,
  });
});

test('answers the attributes that are asked for, and tags', async () => {
  const { call } = world();
  const { QueueUrl } = await call<CreateQueueResult>('CreateQueue', { QueueName: 'q', tags: { a: '1' } });
  await call('SetQueueAttributes', { QueueUrl, Attributes: { DelaySeconds: '5' } });
  expect(await call('GetQueueAttributes', { QueueUrl, AttributeNames: ['DelaySeconds'] })).toEqual({
    Attributes: { DelaySeconds: '5' },
  });
  await call('TagQueue', { QueueUrl, Tags: { b: '2' } });
  await call('UntagQueue', { QueueUrl, TagKeys: ['a'] });
  expect(await call('ListQueueTags', { QueueUrl })).toEqual({ Tags: { b: '2' } });
});
