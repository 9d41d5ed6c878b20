import { expect, test } from '@jest/globals';
import { describeRecorded, recordingOf } from '../testing/recordings.ts';
import type { StackWorld } from '../testing/stack-world.ts';
import { MINUTE, parameterResource, parametersTemplate, stackWorld } from '../testing/stack-world.ts';

type Ask = (world: StackWorld) => Promise<unknown>;

const TEMPLATE = parametersTemplate({ SimpleParam: 'x' });
const creates =
  (template: object | string): Ask =>
  ({ call }) =>
    call('CreateStack', {
      StackName: 's',
      TemplateBody: typeof template === 'string' ? template : JSON.stringify(template),
    });
const asks =
  (operation: string, input: object): Ask =>
  ({ call }) =>
    call(operation, input);
const changeSetOf = (StackName: string, rest: object = {}): object => ({
  StackName,
  ChangeSetName: 'test',
  TemplateBody: TEMPLATE,
  ...rest,
});

async function created({ call, advance, stack }: StackWorld): Promise<string> {
  await call('CreateStack', { StackName: 's', TemplateBody: TEMPLATE });
  await advance(MINUTE);
  return `${(await stack('s')).StackId}`;
}

async function deleted(world: StackWorld): Promise<string> {
  const id = await created(world);
  await world.call('DeleteStack', { StackName: 's' });
  await world.advance(MINUTE);
  return id;
}

async function deleting(world: StackWorld): Promise<string> {
  const id = await created(world);
  await world.call('DeleteStack', { StackName: 's' });
  return id;
}

/** Answers the id of a change set that is no more. */
async function reviewedAndDeleted({ changeSet, call }: StackWorld): Promise<string> {
  const { ChangeSetId: id = '' } = await changeSet(changeSetOf('s', { ChangeSetType: 'CREATE' }));
  await call('DeleteChangeSet', { ChangeSetName: id });
  return id;
}

/** After something was made: asks with its id. */
const then =
  (prepare: (world: StackWorld) => Promise<string>, ask: (id: string) => Ask): Ask =>
  async (world) =>
    ask(await prepare(world))(world);

const ANY = parameterResource('x');
const ERRORS: readonly (readonly [file: string, test: string, answer: string, ask: Ask])[] = [
  [
    'api__test_validations',
    'test_invalid_output_structure[none-value]',
    'validation-error',
    creates({ Resources: { A: ANY }, Outputs: { MyOutput: { Value: null } } }),
  ],
  ['api__test_validations', 'test_missing_resources_block', 'validation-error', creates({ Parameters: {} })],
  [
    'api__test_validations',
    'test_resources_blocks[missing-type]',
    'validation-error',
    creates({ Resources: { A: {} } }),
  ],
  [
    'api__test_validations',
    'test_resources_blocks[invalid-key]',
    'validation-error',
    creates({ Resources: { A: { ...ANY, Invalid: 'key' } } }),
  ],
  ['api__test_stacks', 'test_linting_error_during_creation', 'error', creates({ Resources: { A: 'text' } })],
  [
    'api__test_stacks',
    'TestStacksApi::test_create_stack_url_as_template',
    'stack_create_ec2',
    creates('https://x/y.yaml'),
  ],
  ['api__test_stacks', 'test_non_existing_stack_message', 'Error', asks('DescribeStacks', { StackName: 's' })],
  [
    'api__test_stacks',
    'test_describe_stack_events_errors',
    'describe_stack_events_stack_not_found',
    asks('DescribeStackEvents', { StackName: 'does-not-exist' }),
  ],
  [
    'api__test_stacks',
    'test_stack_resource_not_found',
    'Error',
    then(created, (StackName) =>
      asks('DescribeStackResource', { StackName: StackName.split('/')[1], LogicalResourceId: 'NonExistentResource' }),
    ),
  ],
  [
    'api__test_stacks',
    'test_no_parameters_given',
    'deploy-error',
    asks(
      'CreateChangeSet',
      changeSetOf('s', {
        ChangeSetType: 'CREATE',
        TemplateBody: JSON.stringify({ Parameters: { Input: { Type: 'String' } }, Resources: { A: ANY } }),
      }),
    ),
  ],
  [
    'api__test_stacks',
    'TestStacksApi::test_update_stack_with_same_template_withoutchange',
    'no_change_exception',
    then(created, () => asks('UpdateStack', { StackName: 's', TemplateBody: TEMPLATE })),
  ],
  [
    'api__test_stacks',
    'test_name_conflicts',
    'create_stack_already_exists_exc',
    then(created, () => creates(TEMPLATE)),
  ],
  [
    'api__test_stacks',
    'test_name_conflicts',
    'deleted_stack_not_found_exc',
    then(deleted, () => asks('DescribeStacks', { StackName: 's' })),
  ],
  [
    'api__test_stacks',
    'test_name_conflicts',
    'deleted_stack_events_not_found_by_name',
    then(deleted, () => asks('DescribeStackEvents', { StackName: 's' })),
  ],
  [
    'api__test_changesets',
    'test_describe_change_set_nonexisting',
    'exception',
    asks('DescribeChangeSet', { StackName: 'somestack', ChangeSetName: 'somechangeset' }),
  ],
  [
    'api__test_changesets',
    'test_delete_change_set_exception',
    'e1',
    asks('DeleteChangeSet', { StackName: 'nostack', ChangeSetName: 'c' }),
  ],
  ['api__test_changesets', 'test_delete_change_set_exception', 'e2', asks('DeleteChangeSet', { ChangeSetName: 'c' })],
  [
    'api__test_changesets',
    'test_using_pseudoparameters_in_places[resource]',
    'error',
    creates({ Resources: { 'AWS::NoValue': ANY } }),
  ],
  [
    'api__test_changesets',
    'test_using_pseudoparameters_in_places[parameter]',
    'error',
    creates({ Parameters: { 'AWS::NoValue': { Type: 'String', Default: 'x' } }, Resources: { A: ANY } }),
  ],
  [
    'api__test_changesets',
    'test_name_conflicts',
    'create_changeset_existingstack_exc',
    then(created, () => asks('CreateChangeSet', changeSetOf('s', { ChangeSetType: 'CREATE', ChangeSetName: 'c' }))),
  ],
  [
    'api__test_changesets',
    'test_create_changeset_for_deleted_stack',
    'ErrorForCreate',
    then(deleted, (id) => asks('CreateChangeSet', changeSetOf(id, { ChangeSetType: 'CREATE' }))),
  ],
  [
    'api__test_changesets',
    'test_create_changeset_for_deleted_stack',
    'ErrorForUpdate',
    then(deleted, (id) => asks('CreateChangeSet', changeSetOf(id, { ChangeSetType: 'UPDATE' }))),
  ],
  [
    'api__test_changesets',
    'test_changeset_for_deleted_stack',
    'ErrorForComplete',
    then(deleted, (id) => asks('CreateChangeSet', changeSetOf(id))),
  ],
  [
    'api__test_changesets',
    'test_changeset_for_deleted_stack',
    'ErrorForInProgress',
    then(deleting, () => asks('CreateChangeSet', changeSetOf('s'))),
  ],
  [
    'api__test_changesets',
    'test_deleted_changeset',
    'postdelete_changeset_notfound',
    then(reviewedAndDeleted, (id) => asks('DescribeChangeSet', { ChangeSetName: id })),
  ],
];

/** The recorders' placeholders, and the ids that stand for them here. */
function withoutIds(text: string): string {
  return text
    .replaceAll(/arn:aws:cloudformation:[^\]\s]*stack\/[^\]\s]*?(?=[\]\s]|$)/g, '<stack-id>')
    .replaceAll(/arn:(aws|<partition>):cloudformation:[^\]\s]*changeSet\/[^\]\s]*/g, '<change-set-id>')
    .replaceAll(/<stack-name(:1)?>/g, 's')
    .replaceAll('<change-set-name:1>', 'c');
}

/** What botocore's exceptions say is recorded as text where the answer itself is not. */
function codeAndMessage(recorded: string | { readonly Error: { readonly Code: string; readonly Message: string } }) {
  if (typeof recorded !== 'string') return { code: recorded.Error.Code, message: withoutIds(recorded.Error.Message) };
  const [, code, message = ''] =
    /^An error occurred \((\w+)\) when calling the \w+ operation: (.*)$/.exec(recorded) ?? [];
  return { code, message: withoutIds(message) };
}

describeRecorded('errors', () => {
  test.each(ERRORS)('%s %s: %s', async (file, name, answer, ask) => {
    const expected = codeAndMessage(recordingOf(file, name)[answer]);
    const error = await ask(stackWorld()).then(
      () => undefined,
      (refusal: { code: string; message: string }) => refusal,
    );
    expect({ code: error?.code, message: error && withoutIds(error.message) }).toEqual(expected);
  });
});
