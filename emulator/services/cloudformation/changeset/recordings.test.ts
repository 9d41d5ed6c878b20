import { expect, test } from '@jest/globals';
import { describeRecorded, recordingOf } from '../testing/recordings.ts';
import type { StackWorld } from '../testing/stack-world.ts';
import { MINUTE, parameterResource, stackWorld } from '../testing/stack-world.ts';

interface Version {
  readonly template: object;
  readonly parameters?: Readonly<Record<string, string>>;
}
interface Scenario {
  readonly recording: readonly [file: string, test: string];
  readonly before: Version;
  readonly after: Version;
  readonly prepare?: (world: StackWorld, version: 1 | 2) => Promise<unknown>;
  readonly names?: Readonly<Record<string, string>>;
}

const parameter = (type: string): object => ({ Type: type });
const resources = (members: object, rest: object = {}): object => ({ ...rest, Resources: members });
const refersToValue = (id: string): object => parameterResource({ 'Fn::GetAtt': [id, 'Value'] });

const topic = (name: unknown): object => ({ Type: 'AWS::SNS::Topic', Properties: { TopicName: name } });
const TOPICS = { 'arn:aws:sns:ap-northeast-1:123456789012:': 'arn:<partition>:sns:<region>:111111111111:' };

const SCENARIOS: readonly Scenario[] = [
  {
    recording: ['test_change_sets', 'TestCaptureUpdateProcess::test_base_dynamic_parameter_scenarios[change_dynamic]'],
    before: {
      template: resources(
        { Parameter: parameterResource({ Ref: 'ParameterValue' }) },
        { Parameters: { ParameterValue: parameter('String') } },
      ),
      parameters: { ParameterValue: 'value-1' },
    },
    after: {
      template: resources(
        { Parameter: parameterResource({ Ref: 'ParameterValue' }) },
        { Parameters: { ParameterValue: parameter('String') } },
      ),
      parameters: { ParameterValue: 'value-2' },
    },
  },
  {
    recording: [
      'test_change_sets',
      'TestCaptureUpdateProcess::test_base_dynamic_parameter_scenarios[change_parameter_for_condition_create_resource]',
    ],
    before: { template: conditional(), parameters: { ParameterValue: 'value-1' } },
    after: { template: conditional(), parameters: { ParameterValue: 'value-2' } },
  },
  {
    recording: [
      'test_change_sets',
      'TestCaptureUpdateProcess::test_base_mapping_scenarios[update_string_referencing_resource]',
    ],
    before: { template: mapped('value-1') },
    after: { template: mapped('value-2') },
  },
  {
    recording: ['test_change_sets', 'TestCaptureUpdateProcess::test_unrelated_changes_update_propagation'],
    before: {
      template: resources({
        Parameter1: parameterResource('topic-name', { Description: 'original' }),
        Parameter2: refersToValue('Parameter1'),
      }),
    },
    after: {
      template: resources({
        Parameter1: parameterResource('topic-name', { Description: 'changed' }),
        Parameter2: refersToValue('Parameter1'),
      }),
    },
  },
  {
    recording: ['test_change_sets', 'TestCaptureUpdateProcess::test_unrelated_changes_requires_replacement'],
    before: {
      template: resources({
        Parameter1: parameterResource('value', { Name: 'parameter-1-name' }),
        Parameter2: refersToValue('Parameter1'),
      }),
    },
    after: {
      template: resources({
        Parameter1: parameterResource('value', { Name: 'parameter-2-name' }),
        Parameter2: refersToValue('Parameter1'),
      }),
    },
  },
  {
    recording: ['test_change_sets', 'test_dynamic_ssm_parameter_lookup'],
    before: { template: looksUp(), parameters: { InputValue: 'looked-up' } },
    after: { template: looksUp(), parameters: { InputValue: 'looked-up' } },
    prepare: ({ ssm }, version) =>
      ssm('PutParameter', { Name: 'looked-up', Value: `stored-${version}`, Type: 'String', Overwrite: true }),
    names: { 'looked-up': '<parameter-name>', 'stored-1': '<parameter-value-1>', 'stored-2': '<parameter-value-2>' },
  },
  {
    recording: ['api__test_stacks', 'test_stack_deletion_order[B-C]'],
    before: {
      template: resources({
        A: parameterResource('root'),
        B: parameterResource({ Ref: 'A' }),
        C: parameterResource({ Ref: 'B' }),
        Dummy: parameterResource('dummy'),
      }),
    },
    after: { template: resources({ A: parameterResource('root'), Dummy: parameterResource('dummy') }) },
  },
  ...(['C', 'A-B-C'] as const).map(
    (removed): Scenario => ({
      recording: ['api__test_stacks', `test_stack_deletion_order[${removed}]`],
      before: { template: resources(chain(['A', 'B', 'C'])) },
      after: { template: resources(chain(removed === 'C' ? ['A', 'B'] : [])) },
    }),
  ),
  {
    recording: ['test_change_sets', 'test_dynamic_ssm_parameter_lookup_no_change'],
    before: { template: looksUp(), parameters: { InputValue: 'looked-up' } },
    after: {
      template: looksUp({ AnotherParameter: parameterResource('new parameter') }),
      parameters: { InputValue: 'looked-up' },
    },
    prepare: ({ ssm }) => ssm('PutParameter', { Name: 'looked-up', Value: 'stored', Type: 'String', Overwrite: true }),
    names: { 'looked-up': '<parameter-name>', stored: '<parameter-value>' },
  },
  {
    recording: ['test_change_sets', 'TestCaptureUpdateProcess::test_direct_update'],
    before: { template: resources({ Foo: topic('topic-1') }) },
    after: { template: resources({ Foo: topic('topic-2') }) },
    names: TOPICS,
  },
  {
    recording: ['test_change_sets', 'TestCaptureUpdateProcess::test_dynamic_update'],
    before: { template: topicAndParameter('topic-1') },
    after: { template: topicAndParameter('topic-2') },
    names: TOPICS,
  },
  {
    recording: ['test_change_sets', 'TestCaptureUpdateProcess::test_parameter_changes'],
    before: { template: topicOfParameter({ Ref: 'TopicName' }), parameters: { TopicName: 'topic-1' } },
    after: { template: topicOfParameter({ Ref: 'TopicName' }), parameters: { TopicName: 'topic-2' } },
    names: TOPICS,
  },
  {
    recording: ['test_change_sets', 'TestCaptureUpdateProcess::test_mappings_with_static_fields'],
    before: { template: mappedTopic('key1') },
    after: { template: mappedTopic('key2') },
    names: TOPICS,
  },
  {
    recording: ['test_change_sets', 'TestCaptureUpdateProcess::test_mappings_with_parameter_lookup'],
    before: { template: mappedTopic({ Ref: 'TopicName' }), parameters: { TopicName: 'key1' } },
    after: { template: mappedTopic({ Ref: 'TopicName' }), parameters: { TopicName: 'key2' } },
    names: TOPICS,
  },
];

/** Each refers to the one before it. */
function chain(ids: readonly string[]): object {
  const chained = ids.map((id, index) => [id, parameterResource(index === 0 ? 'root' : { Ref: ids[index - 1] })]);
  return Object.fromEntries([...chained, ['Dummy', parameterResource('dummy')]]);
}

function topicAndParameter(name: unknown, rest: object = {}): object {
  return resources({ Foo: topic(name), Parameter: parameterResource({ 'Fn::GetAtt': ['Foo', 'TopicName'] }) }, rest);
}

function topicOfParameter(name: unknown): object {
  return topicAndParameter(name, { Parameters: { TopicName: parameter('String') } });
}

function mappedTopic(key: unknown): object {
  const names = { key1: { Name: 'topic-name-1' }, key2: { Name: 'topic-name-2' } };
  return topicAndParameter(
    { 'Fn::FindInMap': ['Names', key, 'Name'] },
    {
      Mappings: { Names: names },
      ...(typeof key === 'string' ? {} : { Parameters: { TopicName: parameter('String') } }),
    },
  );
}

function conditional(): object {
  return resources(
    {
      SSMParameter1: parameterResource('first'),
      SSMParameter2: { ...parameterResource('first'), Condition: 'Second' },
    },
    {
      Parameters: { ParameterValue: parameter('String') },
      Conditions: { Second: { 'Fn::Equals': [{ Ref: 'ParameterValue' }, 'value-2'] } },
    },
  );
}

function mapped(value: string): object {
  return resources(
    { MySSMParameter: parameterResource({ 'Fn::FindInMap': ['MyMap', 'MyKey', 'MyAttribute'] }) },
    { Mappings: { MyMap: { MyKey: { MyAttribute: value } } } },
  );
}

function looksUp(more: object = {}): object {
  return resources(
    { DerivedParameter: parameterResource({ Ref: 'InputValue' }), ...more },
    {
      Parameters: { InputValue: parameter('AWS::SSM::Parameter::Value<String>') },
      Outputs: { DerivedParameterName: { Value: { Ref: 'DerivedParameter' } } },
    },
  );
}

interface Detail {
  readonly ChangeSource?: string;
  readonly CausingEntity?: string;
}
interface RecordedChange {
  readonly ResourceChange: {
    PhysicalResourceId?: string;
    Details: Detail[];
    BeforeContext?: unknown;
    AfterContext?: unknown;
  };
}

/** Leaves out what differs from run to run: generated ids, and the order of details, which AWS does not keep. */
function comparable(changes: readonly RecordedChange[], names: Readonly<Record<string, string>> = {}): unknown {
  const rename = (text: string): string =>
    Object.entries(names).reduce((renamed, [from, to]) => renamed.replaceAll(from, to), text);
  const parsed = (context: unknown): unknown => (typeof context === 'string' ? JSON.parse(context) : context);
  const plain = changes.map(
    ({ ResourceChange: { PhysicalResourceId, Details, BeforeContext, AfterContext, ...change } }) => ({
      ...change,
      PhysicalResourceId:
        PhysicalResourceId && (/-name$|:sns:/.test(PhysicalResourceId) ? PhysicalResourceId : 'generated'),
      BeforeContext: parsed(BeforeContext),
      AfterContext: parsed(AfterContext),
      Details: Details.toSorted((a, b) => (`${a.ChangeSource}` < `${b.ChangeSource}` ? -1 : 1)),
    }),
  );
  return JSON.parse(rename(JSON.stringify(plain)));
}

type Stage = readonly [resource: string, status: string];

/** The recorders kept one event of each status, and none that announces the clean-up. */
async function stagesOf(world: StackWorld, id: string): Promise<readonly Stage[]> {
  const stages = (await world.events(id)).map((text): Stage => {
    const [resource = '', status = ''] = text.split(' ');
    return [resource === 's' ? 'Stack' : resource, status];
  });
  const kept = stages.filter(([, status]) => status !== 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  return kept.filter(([resource, status], index) => {
    const before = kept.slice(0, index).findLast(([other]) => other === resource);
    return before?.[1] !== status;
  });
}

function byResource(stages: readonly Stage[]): object {
  const grouped = Map.groupBy(stages, ([resource]) => resource);
  return Object.fromEntries([...grouped].map(([resource, own]) => [resource, own.map(([, status]) => status)]));
}

type RecordedEvents = Readonly<Record<string, readonly { readonly ResourceStatus: string }[]>>;

const recordedStages = (recorded: RecordedEvents): readonly Stage[] =>
  Object.entries(recorded).flatMap(([resource, events]) =>
    events.map(({ ResourceStatus: status }): Stage => [resource, status]),
  );

/** When the resource that depends on nothing is made or deleted is chance. */
const ordered = (stages: readonly Stage[]): readonly Stage[] => stages.filter(([resource]) => resource !== 'Dummy');

describeRecorded('change sets', () => {
  test.each(SCENARIOS.map((scenario) => [scenario.recording[1], scenario] as const))('%s', async (_name, scenario) => {
    const [file, name] = scenario.recording;
    const recorded = recordingOf(file, name);
    const world = stackWorld();
    for (const [index, version] of [scenario.before, scenario.after].entries()) {
      const number = index === 0 ? 1 : 2;
      await scenario.prepare?.(world, number);
      const shown = await world.changeSet({
        StackName: 's',
        ChangeSetType: number === 1 ? 'CREATE' : 'UPDATE',
        TemplateBody: JSON.stringify(version.template),
        Parameters: Object.entries(version.parameters ?? {}).map(([ParameterKey, ParameterValue]) => ({
          ParameterKey,
          ParameterValue,
        })),
      });
      const valued = await world.call<{ Changes: RecordedChange[] }>('DescribeChangeSet', {
        ChangeSetName: shown.ChangeSetId,
        IncludePropertyValues: true,
      });
      expect(comparable(shown.Changes as RecordedChange[], scenario.names)).toEqual(
        comparable(recorded[`describe-change-set-${number}`].Changes),
      );
      expect(comparable(valued.Changes, scenario.names)).toEqual(
        comparable(recorded[`describe-change-set-${number}-prop-values`].Changes),
      );
      await world.call('ExecuteChangeSet', { ChangeSetName: shown.ChangeSetId });
      await world.advance(MINUTE);
      const { StackStatus: status, ChangeSetId: _id, ...stack } = await world.stack('s');
      const expected = recorded[`post-create-${number}-describe`];
      expect(status).toBe(expected.StackStatus);
      expect(
        Object.keys(stack)
          .filter((member) => member !== 'LastOperations')
          .toSorted(),
      ).toEqual(
        Object.keys(expected)
          .filter((member) => !['ChangeSetId', 'StackStatus', 'Capabilities'].includes(member))
          .toSorted(),
      );
    }
    const { StackId: id = '' } = await world.stack('s');
    await world.call('DeleteStack', { StackName: 's' });
    await world.advance(MINUTE);
    expect((await world.stack(id)).StackStatus).toBe(recorded['delete-describe'].StackStatus);
    const expected = recordedStages(recorded['per-resource-events']);
    const stages = await stagesOf(world, id);
    const deletions = expected.some(([, status]) => status.startsWith('DELETE_'));
    // Some recorders left every deletion out.
    const compared = stages.filter(([, status]) => deletions || !status.startsWith('DELETE_'));
    expect(byResource(compared)).toEqual(byResource(expected));
    const inOrder: readonly Stage[] = recorded['all-events'] ?? [];
    if (inOrder.length > 0)
      expect(ordered(stages)).toEqual(
        ordered(inOrder.map(([resource, status]) => [resource.replace('<stack-name:1>', 'Stack'), status])),
      );
  });
});
