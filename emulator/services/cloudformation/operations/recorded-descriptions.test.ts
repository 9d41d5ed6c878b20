import { expect, test } from '@jest/globals';
import type {
  DescribeStackEventsOutput,
  DescribeStackResourcesOutput,
  Stack,
} from '../../../shapes/cloudformation.d.ts';
import type { GetParameterResult } from '../../../shapes/ssm.d.ts';
import { describeRecorded, recordingOf } from '../testing/recordings.ts';
import { MINUTE, parameterResource, parametersTemplate, stackWorld } from '../testing/stack-world.ts';

const SIMPLE = parametersTemplate({ SimpleParam: 'x' });
const TOPIC = JSON.stringify({ Resources: { topic123: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 't' } } } });
const REVIEWED = { StackName: 's', ChangeSetName: 'c', ChangeSetType: 'CREATE' };

/** What is the same in every run: generated ids, times and names are only there or not there. */
function stable(answer: object): object {
  const generated = /(Id|Time|Date|Name|Timestamp|Token|ARNs)$/;
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

  test('a parameter whose value changes', async () => {
    const recording = recordingOf('test_change_sets', 'TestCaptureUpdateProcess::test_single_resource_static_update');
    const { changeSet, call, ssm, advance } = stackWorld();
    const value = async (): Promise<object> => {
      const { StackResources: resources } = await call<DescribeStackResourcesOutput>('DescribeStackResources', {
        StackName: 's',
      });
      const { Parameter } = await ssm<GetParameterResult>('GetParameter', { Name: resources?.[0]?.PhysicalResourceId });
      return stable({ ...Parameter, ARN: undefined });
    };
    for (const [version, text] of ['foo', 'bar'].entries()) {
      const TemplateBody = parametersTemplate({ MyParameter: text });
      const ChangeSetType = version === 0 ? 'CREATE' : 'UPDATE';
      const made = await changeSet({ StackName: 's', ChangeSetType, TemplateBody });
      expect(stable(made)).toEqual(stable(recording[`describe-${version + 1}`]));
      await call('ExecuteChangeSet', { ChangeSetName: made.ChangeSetId });
      await advance(MINUTE);
      expect(await value()).toEqual(stable({ ...recording[`parameter-${version + 1}`], ARN: undefined }));
    }
  });

  test('a topic with another name, described and listed', async () => {
    const recording = recordingOf('api__test_changesets', 'test_create_change_set_update_without_parameters');
    const { deploy, changeSet, call } = stackWorld();
    await deploy({ ...REVIEWED, TemplateBody: TOPIC });
    const TemplateBody = TOPIC.replace('"t"', '"other"');
    const made = await changeSet({ StackName: 's', ChangeSetName: 'again', TemplateBody });
    // Recorded before AWS told PolicyAction.
    const shown = JSON.parse(JSON.stringify(made, (key, value) => (key === 'PolicyAction' ? undefined : value)));
    expect(stable(shown)).toEqual(stable(recording['describe_change_set']));
    expect(stable(await call('ListChangeSets', { StackName: 's' }))).toEqual(stable(recording['list_change_set']));
  });

  test('a change set that was deleted, and one of the same name that takes its place', async () => {
    const recording = recordingOf('api__test_changesets', 'test_describe_changeset_after_delete');
    const { deploy, changeSet, call } = stackWorld();
    const TemplateBody = JSON.stringify({
      Parameters: { TopicName: { Type: 'String' } },
      Resources: { topic123: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'TopicName' } } } },
    });
    const named = (ParameterValue: string) => ({
      StackName: 's',
      TemplateBody,
      Parameters: [{ ParameterKey: 'TopicName', ParameterValue }],
    });
    await deploy({ ...REVIEWED, ...named('topic-1-name') });
    const second = recording['describe-2'].Parameters[0].ParameterValue.replaceAll(/[<>]/g, '');
    const first = { StackName: 's', ChangeSetName: 'cs-1' };
    await changeSet({ ...named(second), ...first });
    await call('DeleteChangeSet', first);
    const { Error: error } = recording['describe-deleted-cs'];
    await expect(call('DescribeChangeSet', first)).rejects.toMatchObject({
      code: error.Code,
      status: recording['describe-deleted-cs'].ResponseMetadata.HTTPStatusCode,
      message: error.Message.replace('<cs-1-name>', 'cs-1'),
    });
    const shown = JSON.parse(
      JSON.stringify(await changeSet({ ...named(second), ...first })).replace(second, `<${second}>`),
    );
    expect(stable(shown)).toEqual(stable(recording['describe-2']));
  });

  test('a stack that has been updated twice', async () => {
    const recording = recordingOf('api__test_stacks', 'test_updating_an_updated_stack_sets_status');
    const [expected] = recording['describe-result'].Stacks;
    const { deploy, stack } = stackWorld();
    const Capabilities = ['CAPABILITY_AUTO_EXPAND', 'CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'];
    for (const [index, ChangeSetType] of ['CREATE', 'UPDATE', 'UPDATE'].entries()) {
      const topics = [1, 2, 3].slice(0, index + 1);
      const TemplateBody = JSON.stringify({
        Parameters: Object.fromEntries([1, 2, 3].map((topic) => [`Topic${topic}Name`, { Type: 'String' }])),
        Resources: Object.fromEntries(
          topics.map((topic) => [
            `Topic${topic}`,
            { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: `Topic${topic}Name` } } },
          ]),
        ),
      });
      const { Parameters } = expected;
      await deploy({
        StackName: 's',
        ChangeSetName: `c${index}`,
        ChangeSetType,
        TemplateBody,
        Parameters,
        Capabilities,
      });
    }
    // The order of Parameters is that of the template, which is not recorded.
    const byKey = (answer: Pick<Stack, 'Parameters'>) => ({
      ...answer,
      Parameters: answer.Parameters?.toSorted((a, b) => `${a.ParameterKey}`.localeCompare(`${b.ParameterKey}`)),
    });
    expect(stable(byKey(await stack('s')))).toEqual(stable(byKey(expected)));
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
