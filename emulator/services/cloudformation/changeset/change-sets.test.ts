// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the variables of Fn::Sub are written so
import { describe, expect, test } from '@jest/globals';
import { changeOf, MINUTE, parameterResource, parametersTemplate, stackWorld } from '../testing/stack-world.ts';

const template = (resources: object, rest: object = {}): string => JSON.stringify({ ...rest, Resources: resources });
const CREATE = { StackName: 's', ChangeSetType: 'CREATE' };
const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

describe('the life of a change set', () => {
  test('begins with a stack under review, and ends with the change set executed and its siblings gone', async () => {
    const { call, advance, stack, changeSet, events } = stackWorld();
    const TemplateBody = parametersTemplate({ A: 'a' });
    const { Id: id } = await call<{ Id: string }>('CreateChangeSet', {
      ...CREATE,
      ChangeSetName: 'first',
      TemplateBody,
    });
    expect(await call('DescribeChangeSet', { ChangeSetName: id })).toMatchObject({
      Status: 'CREATE_PENDING',
      ExecutionStatus: 'UNAVAILABLE',
      Changes: [],
    });
    expect(await stack('s')).toMatchObject({ StackStatus: 'REVIEW_IN_PROGRESS', StackStatusReason: 'User Initiated' });
    const sibling = await changeSet({ ...CREATE, ChangeSetName: 'second', TemplateBody });
    expect(sibling).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE', Capabilities: [] });
    expect(await call('ListChangeSets', { StackName: 's' })).toMatchObject({
      Summaries: [{ ChangeSetName: 'first' }, { ChangeSetName: 'second' }],
    });
    await call('ExecuteChangeSet', { ChangeSetName: 'first', StackName: 's', ClientRequestToken: 'token' });
    await advance(MINUTE);
    expect(await stack('s')).toMatchObject({
      StackStatus: 'CREATE_COMPLETE',
      ChangeSetId: id,
      LastUpdatedTime: expect.any(Number),
    });
    expect(await call('ListChangeSets', { StackName: 's' })).toMatchObject({ Summaries: [] });
    expect(await call('DescribeChangeSet', { ChangeSetName: id })).toMatchObject({
      ExecutionStatus: 'EXECUTE_COMPLETE',
    });
    await expect(call('DescribeChangeSet', { ChangeSetName: sibling.ChangeSetId })).rejects.toMatchObject({
      code: 'ChangeSetNotFound',
      message: `ChangeSet [${sibling.ChangeSetId}] does not exist`,
    });
    expect((await events('s')).slice(0, 2)).toEqual([
      's REVIEW_IN_PROGRESS (User Initiated)',
      's CREATE_IN_PROGRESS (User Initiated)',
    ]);
  });

  test('without changes is a failure, which cannot be executed', async () => {
    const { call, changeSet, deploy } = stackWorld();
    const TemplateBody = parametersTemplate({ A: 'a' });
    await deploy({ ...CREATE, TemplateBody });
    const failed = await changeSet({ StackName: 's', TemplateBody });
    expect(failed).toMatchObject({
      Status: 'FAILED',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason: NO_CHANGES,
      Changes: [],
    });
    await expect(call('ExecuteChangeSet', { ChangeSetName: failed.ChangeSetId })).rejects.toMatchObject({
      code: 'InvalidChangeSetStatus',
      message: `ChangeSet [${failed.ChangeSetId}] cannot be executed in its current status of [FAILED]`,
    });
  });

  test('with other outputs only can be executed, although it lists no changes', async () => {
    const { changeSet, deploy, stack } = stackWorld();
    await deploy({ ...CREATE, TemplateBody: parametersTemplate({ A: 'a' }) });
    const TemplateBody = parametersTemplate({ A: 'a' }, { Outputs: { O: { Value: 'o' } } });
    expect(await changeSet({ StackName: 's', ChangeSetName: 'd', TemplateBody })).toMatchObject({
      Status: 'CREATE_COMPLETE',
      Changes: [],
    });
    await deploy({ StackName: 's', TemplateBody });
    expect(await stack('s')).toMatchObject({ Outputs: [{ OutputKey: 'O', OutputValue: 'o' }] });
  });

  test('ends early when the stack is changed behind its back', async () => {
    const { call, advance, changeSet } = stackWorld();
    const { ChangeSetId: id } = await changeSet({ ...CREATE, TemplateBody: parametersTemplate({ A: 'a' }) });
    await call('CreateStack', { StackName: 's', TemplateBody: parametersTemplate({ A: 'a' }) });
    await advance(MINUTE);
    expect(await call('DescribeChangeSet', { ChangeSetName: id })).toMatchObject({ ExecutionStatus: 'OBSOLETE' });
    await expect(call('ExecuteChangeSet', { ChangeSetName: id })).rejects.toThrow(
      `ChangeSet [${id}] cannot be executed in its current execution status of [OBSOLETE]`,
    );
  });

  test('is idempotent by its token, and refuses its name to others', async () => {
    const { call } = stackWorld();
    const input = { ...CREATE, ChangeSetName: 'c', TemplateBody: parametersTemplate({ A: 'a' }), ClientToken: 't' };
    const first = await call('CreateChangeSet', input);
    expect(await call('CreateChangeSet', input)).toEqual(first);
    await expect(call('CreateChangeSet', { ...input, ClientToken: 'u' })).rejects.toMatchObject({
      code: 'AlreadyExistsException',
    });
  });

  test('can be deleted, again and again', async () => {
    const { call, changeSet } = stackWorld();
    const { ChangeSetId: id } = await changeSet({ ...CREATE, TemplateBody: parametersTemplate({ A: 'a' }) });
    await call('DeleteChangeSet', { ChangeSetName: id });
    await call('DeleteChangeSet', { ChangeSetName: id });
    await expect(call('DescribeChangeSet', { StackName: 's', ChangeSetName: 'c' })).rejects.toThrow(
      'ChangeSet [c] does not exist',
    );
  });
});

test.each<[string, object, string, string]>([
  ['a stack that does not exist', { StackName: 'none' }, 'ValidationError', 'Stack [none] does not exist'],
  [
    'a stack that exists already',
    { StackName: 's', ChangeSetType: 'CREATE' },
    'ValidationError',
    'Stack [s] already exists and cannot be created again with the changeSet [c].',
  ],
  [
    'a stack name that is none',
    { StackName: '*@', ChangeSetType: 'CREATE' },
    'ValidationError',
    "1 validation error detected: Value '*@' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: ([a-zA-Z][-a-zA-Z0-9]*)|(arn:\\b(aws|aws-us-gov|aws-cn)\\b:[-a-zA-Z0-9:/._+]*)",
  ],
  [
    'an import',
    { StackName: 's', ChangeSetType: 'IMPORT' },
    'ValidationError',
    'ChangeSetType IMPORT is not supported by this emulator',
  ],
  [
    'IAM without the capability',
    { StackName: 's', TemplateBody: template({ R: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r' } } }) },
    'InsufficientCapabilitiesException',
    'Requires capabilities : [CAPABILITY_NAMED_IAM]',
  ],
])('a change set for %s is refused', async (_what, input, code, message) => {
  const { call, deploy } = stackWorld();
  await deploy({ ...CREATE, TemplateBody: parametersTemplate({ A: 'a' }) });
  const all = { ChangeSetName: 'c', TemplateBody: parametersTemplate({ A: 'b' }), ...input };
  await expect(call('CreateChangeSet', all)).rejects.toMatchObject({ code, message });
});

describe('what a change set shows', () => {
  test('of NoEcho parameters is never their value', async () => {
    const { call, changeSet, deploy } = stackWorld();
    const TemplateBody = template(
      { A: parameterResource({ 'Fn::Sub': 'key ${P}' }) },
      { Parameters: { P: { Type: 'String', NoEcho: true } } },
    );
    const value = (ParameterValue: string): object => ({
      TemplateBody,
      Parameters: [{ ParameterKey: 'P', ParameterValue }],
    });
    await deploy({ ...CREATE, ...value('secret-1') });
    const { ChangeSetId } = await changeSet({ StackName: 's', ...value('secret-2') });
    const shown = await call('DescribeChangeSet', { ChangeSetName: ChangeSetId, IncludePropertyValues: true });
    expect(JSON.stringify(shown)).not.toContain('secret');
    expect(JSON.stringify(await call('DescribeStackEvents', { StackName: 's' }))).not.toContain('secret');
    expect(JSON.stringify(await call('DescribeStacks', {}))).not.toContain('secret');
  });

  test('of a nested property that replaces is that the whole resource does', async () => {
    const world = stackWorld();
    const TemplateBody = template({ A: parameterResource('v', { Tags: { a: '1' } }) });
    await world.deploy({ ...CREATE, TemplateBody });
    const changed = await world.changeSet({
      StackName: 's',
      TemplateBody: template({
        A: { ...parameterResource('v', { Tags: { a: '2', b: '3' } }), DeletionPolicy: 'Retain', Metadata: { m: 1 } },
      }),
    });
    expect(changeOf(changed, 'A')).toMatchObject({
      Action: 'Modify',
      Replacement: 'False',
      Scope: ['DeletionPolicy', 'Metadata', 'Tags'],
    });
    const values = await world.call('DescribeChangeSet', {
      ChangeSetName: changed.ChangeSetId,
      IncludePropertyValues: true,
    });
    expect(changeOf(values, 'A')?.Details?.flatMap(({ Target: target }) => target?.Path ?? [])).toEqual([
      '/Properties/Tags/a',
      '/Properties/Tags/b',
    ]);
    expect(JSON.parse(changeOf(values, 'A')?.AfterContext ?? '')).toEqual({
      Properties: { Type: 'String', Value: 'v', Tags: { a: '2', b: '3' } },
      Metadata: { m: '1' },
      DeletionPolicy: 'Retain',
    });
  });

  test('of properties that the type lacks is a failed validation, told by DescribeEvents', async () => {
    const { call, changeSet } = stackWorld();
    const TemplateBody = template({
      A: parameterResource('v', { Foo: 1, Tier: ['x'] }),
      B: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String' } },
    });
    const failed = await changeSet({ ...CREATE, TemplateBody });
    expect(failed).toMatchObject({
      Status: 'FAILED',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason:
        'The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation]. To troubleshoot Early ' +
        'Validation errors, use the DescribeEvents API for detailed failure information.',
    });
    const { OperationEvents: events } = await call<{ OperationEvents: { EventType: string }[] }>('DescribeEvents', {
      ChangeSetName: failed.ChangeSetId,
      Filters: { FailedEvents: true },
    });
    expect(events.filter(({ EventType: type }) => type === 'VALIDATION_ERROR').reverse()).toMatchObject([
      {
        LogicalResourceId: 'A',
        ResourceType: 'AWS::SSM::Parameter',
        ValidationName: 'PROPERTY_VALIDATION',
        ValidationStatus: 'FAILED',
        ValidationFailureMode: 'FAIL',
        ValidationStatusReason: '#: extraneous key [Foo] is not permitted',
        ValidationPath: '/Resources/A/Properties',
        OperationType: 'CREATE_CHANGESET',
      },
      {
        ValidationStatusReason: '#/Tier: expected type: String, found: JSONArray',
        ValidationPath: '/Resources/A/Properties/Tier',
      },
      { LogicalResourceId: 'B', ValidationStatusReason: '#: required key [Value] not found' },
    ]);
  });

  test('of a name that is taken is a failed validation, too', async () => {
    const { call, changeSet, ssm } = stackWorld();
    await ssm('PutParameter', { Name: 'taken', Value: 'v', Type: 'String' });
    const TemplateBody = template({ A: parameterResource('v', { Name: 'taken' }) });
    const failed = await changeSet({ ...CREATE, TemplateBody });
    expect(failed.StatusReason).toContain('[AWS::EarlyValidation::ResourceExistenceCheck]');
    expect(await call('DescribeEvents', { ChangeSetName: failed.ChangeSetId })).toMatchObject({
      OperationEvents: expect.arrayContaining([
        expect.objectContaining({
          ValidationName: 'NAME_CONFLICT_VALIDATION',
          ValidationStatusReason: "Resource of type 'AWS::SSM::Parameter' with identifier 'taken' already exists.",
          ValidationPath: '/Resources/A',
        }),
      ]),
    });
    const skipped = await changeSet({ ...CREATE, ChangeSetName: 'd', TemplateBody, DisableValidation: true });
    expect(skipped).toMatchObject({ Status: 'CREATE_COMPLETE' });
  });

  test('of an export that does not exist yet is a value known after apply', async () => {
    const { call, changeSet } = stackWorld();
    const { ChangeSetId } = await changeSet({
      ...CREATE,
      TemplateBody: parametersTemplate({ A: { 'Fn::ImportValue': 'later' } }),
    });
    const shown = await call('DescribeChangeSet', { ChangeSetName: ChangeSetId, IncludePropertyValues: true });
    expect(changeOf(shown, 'A')?.AfterContext).toBe(
      '{"Properties":{"Type":"String","Value":"{{changeSet:KNOWN_AFTER_APPLY}}"}}',
    );
  });
});
