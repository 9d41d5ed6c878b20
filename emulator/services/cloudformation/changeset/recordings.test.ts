import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { StackWorld } from '../testing/stack-world.ts';
import { MINUTE, parameterResource, stackWorld } from '../testing/stack-world.ts';

/**
 * What AWS answered, as recorded by others in JSON files of this folder: `{test: {recorded-content: {name: answer}}}`. The
 * recordings are not part of this repository.
 */
const folder = process.env['AWS_RECORDINGS'];
const SUITE = 'tests/aws/services/cloudformation/';

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
];

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

function looksUp(): object {
  return resources(
    { DerivedParameter: parameterResource({ Ref: 'InputValue' }) },
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
      PhysicalResourceId: PhysicalResourceId && (/-name$/.test(PhysicalResourceId) ? PhysicalResourceId : 'generated'),
      BeforeContext: parsed(BeforeContext),
      AfterContext: parsed(AfterContext),
      Details: Details.toSorted((a, b) => (`${a.ChangeSource}` < `${b.ChangeSource}` ? -1 : 1)),
    }),
  );
  return JSON.parse(rename(JSON.stringify(plain)));
}

(folder ? describe : describe.skip)(
  'change sets as recorded on AWS (AWS_RECORDINGS names the folder of recordings)',
  () => {
    test.each(SCENARIOS.map((scenario) => [scenario.recording[1], scenario] as const))(
      '%s',
      async (_name, scenario) => {
        const [file, name] = scenario.recording;
        const recordings = JSON.parse(readFileSync(`${folder}/${file}.snapshot.json`, 'utf8'));
        const key =
          Object.keys(recordings).find((candidate) => candidate.startsWith(SUITE) && candidate.endsWith(name)) ?? '';
        const recorded = recordings[key]['recorded-content'];
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
      },
    );
  },
);
