import { expect, test } from '@jest/globals';
import type { GetQueueAttributesResult } from '../../../shapes/sqs.d.ts';
import { describeRecorded, recordingOf } from '../testing/recordings.ts';
import type { StackWorld } from '../testing/stack-world.ts';
import { parameterResource, stackWorld } from '../testing/stack-world.ts';

const resource = (id: string, made: object): string => JSON.stringify({ Resources: { [id]: made } });
const queue = (properties: object): object => ({ Type: 'AWS::SQS::Queue', Properties: properties });

async function deployAll({ deploy }: StackWorld, templates: readonly string[]): Promise<void> {
  for (const [index, TemplateBody] of templates.entries())
    await deploy({ StackName: 's', ChangeSetType: index === 0 ? 'CREATE' : 'UPDATE', TemplateBody });
}

/** Statuses of one resource, each once where it is announced twice. */
async function statusesOf({ events }: StackWorld, id: string): Promise<readonly string[]> {
  const statuses = (await events('s'))
    .filter((text) => text.startsWith(`${id} `))
    .map((text) => text.split(' ')[1] ?? '');
  return statuses.filter((status, index) => status !== statuses[index - 1]);
}

const recordedStatuses = (events: readonly { readonly ResourceStatus: string }[]): readonly string[] =>
  events.map(({ ResourceStatus: status }) => status);

describeRecorded('events', () => {
  test('a queue is replaced and its predecessor deleted', async () => {
    const world = stackWorld();
    await deployAll(world, [resource('MyQueue', queue({})), resource('MyQueue', queue({ QueueName: 'named' }))]);
    const { 'queue-events': events } = recordingOf('engine__test_replacement', 'test_requires_replacement');
    expect(await statusesOf(world, 'MyQueue')).toEqual(recordedStatuses(events));
  });

  test('UpdateReplacePolicy Retain skips the predecessor', async () => {
    const named = (Name: string): string =>
      resource('MyParameter', { ...parameterResource('x', { Name }), UpdateReplacePolicy: 'Retain' });
    const world = stackWorld();
    await deployAll(world, [named('first'), named('second')]);
    const recording = recordingOf('engine__test_update_policy', 'test_update_replace_policy_retain');
    expect(await statusesOf(world, 'MyParameter')).toEqual(
      recordedStatuses(recording['per-resource-events'].MyParameter),
    );
  });

  test('a queue that loses its properties gets the values that AWS gives back', async () => {
    const world = stackWorld();
    const recording = recordingOf('test_change_sets', 'TestCaptureUpdateProcess::test_queue_update');
    const versions = [
      {},
      { MaximumMessageSize: 4321, MessageRetentionPeriod: 17_539, ReceiveMessageWaitTimeSeconds: 17 },
      {},
    ];
    for (const [index, properties] of versions.entries()) {
      await world.deploy({
        StackName: 's',
        ChangeSetType: index === 0 ? 'CREATE' : 'UPDATE',
        TemplateBody: resource('StandardQueue', queue({ QueueName: 'q', ...properties })),
      });
      const { Attributes: attributes = {} } = await world.world.call<GetQueueAttributesResult>(
        'sqs',
        'GetQueueAttributes',
        {
          QueueUrl: 'https://sqs.ap-northeast-1.amazonaws.com/123456789012/q',
          AttributeNames: ['All'],
        },
      );
      const recorded = recording[`queue-attributes-${index + 1}`].Attributes;
      const generated = ['CreatedTimestamp', 'LastModifiedTimestamp', 'QueueArn'];
      expect({ ...attributes, ...Object.fromEntries(generated.map((name) => [name, recorded[name]])) }).toEqual(
        recorded,
      );
    }
    expect(await statusesOf(world, 'StandardQueue')).toEqual(recordedStatuses(recording.events));
  });
});
