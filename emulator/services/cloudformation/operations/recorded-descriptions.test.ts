import { expect, test } from '@jest/globals';
import type { DescribeStackEventsOutput } from '../../../shapes/cloudformation.d.ts';
import { describeRecorded, recordingOf } from '../testing/recordings.ts';
import { MINUTE, parameterResource, parametersTemplate, stackWorld } from '../testing/stack-world.ts';

const SIMPLE = parametersTemplate({ SimpleParam: 'x' });
const TOPIC = JSON.stringify({ Resources: { topic123: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 't' } } } });
const REVIEWED = { StackName: 's', ChangeSetName: 'c', ChangeSetType: 'CREATE' };

/** What is the same in every run: generated ids, times and names are only there or not there. */
function stable(answer: object): object {
  const generated = /(Id|Time|Name|Timestamp|Token|ARNs)$/;
  const known = new Set(['ChangeSetName', 'StackName', 'TopicName']);
  return JSON.parse(
    JSON.stringify(answer, (key, value) => {
      if (key === 'ResponseMetadata' || key === 'LastOperations') return undefined;
      return (generated.test(key) && key !== 'LogicalResourceId') || known.has(key) ? 'generated' : value;
    }),
  );
}

describeRecorded('descriptions', () => {
  test('a stack in review, its change set, and the stack once the change set is executed', async () => {
    for (const [tags, recorded] of [
      [undefined, 'no-tags'],
      [[{ Key: 'foo', Value: 'bar' }], 'with-tags'],
    ] as const) {
      const recording = recordingOf('api__test_stacks', `TestStacksApi::test_stack_description_lifecycle[${recorded}]`);
      const { changeSet, call, stack, advance } = stackWorld();
      const template = { Description: 'test <env>.test.net', Resources: { TestResource: parameterResource('x') } };
      const shown = await changeSet({ ...REVIEWED, TemplateBody: JSON.stringify(template), Tags: tags });
      expect(stable(shown)).toEqual(stable(recording['change-set-pre-execute']));
      expect(stable(await stack('s'))).toEqual(stable(recording['stack-pre-execute']));
      await call('ExecuteChangeSet', { ChangeSetName: shown.ChangeSetId });
      await advance(MINUTE);
      expect(stable(await stack('s'))).toEqual(stable(recording['stack-post-execute']));
    }
  });

  test('a stack that is created while a change set waits makes the change set obsolete', async () => {
    const recording = recordingOf('api__test_changesets', 'test_create_while_in_review');
    const { changeSet, call, stack, advance } = stackWorld();
    const { ChangeSetId: id } = await changeSet({ ...REVIEWED, TemplateBody: SIMPLE });
    await call('CreateStack', { StackName: 's', TemplateBody: SIMPLE });
    await advance(MINUTE);
    expect(stable(await stack('s'))).toEqual(stable(recording.describe_stack.Stacks[0]));
    const shown = await call('DescribeChangeSet', { ChangeSetName: id });
    expect(stable(shown)).toEqual(stable(recording.describe_change_set));
  });

  test('a change set without changes fails and cannot be executed', async () => {
    const recording = recordingOf('api__test_changesets', 'test_empty_changeset');
    const { changeSet, deploy, call } = stackWorld();
    const Capabilities = ['CAPABILITY_AUTO_EXPAND', 'CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'];
    const TemplateBody = JSON.stringify({ Resources: { CDKMetadata: { Type: 'AWS::CDK::Metadata', Properties: {} } } });
    await deploy({ ...REVIEWED, TemplateBody, Capabilities });
    const shown = await changeSet({ StackName: 's', ChangeSetName: 'again', TemplateBody, Capabilities });
    expect(stable(shown)).toEqual(stable(recording.describe_nochange));
    const message = recording.error_execute_failed.replace(/^.*operation: ChangeSet \[[^\]]*\] /, '');
    await expect(call('ExecuteChangeSet', { ChangeSetName: shown.ChangeSetId })).rejects.toThrow(message);
  });

  test('stacks of one name, one after the other', async () => {
    const recording = recordingOf('api__test_stacks', 'test_name_conflicts');
    const { call, stack, advance } = stackWorld();
    await call('CreateStack', { StackName: 's', TemplateBody: SIMPLE });
    await advance(MINUTE);
    const { StackId: id = '' } = await stack('s');
    await call('DeleteStack', { StackName: 's' });
    await advance(MINUTE);
    expect(stable(await stack(id))).toEqual(stable(recording.deleted_stack_desc.Stacks[0]));
    await call('CreateStack', { StackName: 's', TemplateBody: SIMPLE });
    await advance(MINUTE);
    expect(stable(await stack('s'))).toEqual(stable(recording.new_stack_desc.Stacks[0]));
    expect(stable(await stack(id))).toEqual(stable(recording.stack_id_desc.Stacks[0]));
  });

  test('every event of a topic that is created', async () => {
    const recording = recordingOf('api__test_stacks', 'TestStacksApi::test_list_events_after_deployment');
    const { deploy, call } = stackWorld();
    await deploy({ ...REVIEWED, TemplateBody: TOPIC });
    const { StackEvents: events = [] } = await call<DescribeStackEventsOutput>('DescribeStackEvents', {
      StackName: 's',
    });
    const told = events.toReversed().map((event) => {
      const {
        LogicalResourceId: id,
        ResourceProperties: properties,
        ResourceStatus: status,
        PhysicalResourceId,
      } = event;
      const { ResourceStatusReason: reason, ResourceType: type } = event;
      const named = Object.keys(properties === undefined ? {} : JSON.parse(properties));
      return [id === 's' ? 'stack' : id, type, status, reason, PhysicalResourceId !== '', named];
    });
    expect(told).toEqual(
      recording.events.StackEvents.map((event: Readonly<Record<string, string>>) => [
        event['LogicalResourceId'] === '<stack-name:1>' ? 'stack' : event['LogicalResourceId'],
        event['ResourceType'],
        event['ResourceStatus'],
        event['ResourceStatusReason'],
        event['PhysicalResourceId'] !== '',
        Object.keys(event['ResourceProperties'] ?? {}),
      ]),
    );
  });
});
