import { describe, expect, test } from '@jest/globals';
import type { DescribeStackEventsOutput, OperationEvent } from '../../../shapes/cloudformation.d.ts';
import type { StackWorld } from '../testing/stack-world.ts';
import { MINUTE, parameterResource, parametersTemplate, stackWorld } from '../testing/stack-world.ts';

const TEMPLATE = parametersTemplate({ A: 'a', B: { Ref: 'A' } });

async function created(input: object = {}): Promise<StackWorld & { readonly id: string }> {
  const world = stackWorld();
  const { StackId: id } = await world.call<{ StackId: string }>('CreateStack', {
    StackName: 's',
    TemplateBody: TEMPLATE,
    ...input,
  });
  await world.advance(MINUTE);
  return { ...world, id };
}

describe('a stack', () => {
  test('is found by name while it lives, and by its ARN for ever', async () => {
    const { call, advance, stack, id } = await created();
    expect(await stack(id)).toEqual(await stack('s'));
    await call('DeleteStack', { StackName: 's' });
    await advance(MINUTE);
    expect(await stack(id)).toMatchObject({ StackStatus: 'DELETE_COMPLETE', DeletionTime: expect.any(Number) });
    expect(await stack(id)).not.toHaveProperty('EnableTerminationProtection');
    await expect(stack('s')).rejects.toMatchObject({
      code: 'ValidationError',
      message: 'Stack with id s does not exist',
    });
    await expect(call('DescribeStackEvents', { StackName: 's' })).rejects.toThrow('Stack [s] does not exist');
    expect(await call('DescribeStacks', {})).toEqual({ Stacks: [] });
    expect(await call('ListStacks', { StackStatusFilter: ['DELETE_COMPLETE'] })).toMatchObject({
      StackSummaries: [{ StackId: id }],
    });
    const { StackId: next } = await call<{ StackId: string }>('CreateStack', {
      StackName: 's',
      TemplateBody: TEMPLATE,
    });
    expect(next).not.toBe(id);
  });

  test('cannot be made twice, nor under a bad name', async () => {
    const { call } = await created();
    await expect(call('CreateStack', { StackName: 's', TemplateBody: TEMPLATE })).rejects.toMatchObject({
      code: 'AlreadyExistsException',
      message: 'Stack [s] already exists',
    });
    await expect(call('CreateStack', { StackName: '*@x_$', TemplateBody: TEMPLATE })).rejects.toThrow(
      "1 validation error detected: Value '*@x_$' at 'stackName' failed to satisfy constraint: Member must satisfy regular " +
        'expression pattern: [a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*',
    );
  });

  test('refuses everything but reading while it is busy', async () => {
    const { call, advance, stack } = await created();
    await call('UpdateStack', { StackName: 's', TemplateBody: parametersTemplate({ A: 'b', B: 'c' }) });
    const busy = /^Stack:arn:.* is in UPDATE_IN_PROGRESS state and can not be updated\.$/;
    await expect(call('UpdateStack', { StackName: 's', TemplateBody: TEMPLATE })).rejects.toThrow(busy);
    await expect(
      call('CreateChangeSet', { StackName: 's', ChangeSetName: 'c', TemplateBody: TEMPLATE }),
    ).rejects.toThrow(busy);
    await expect(call('DeleteStack', { StackName: 's' })).rejects.toThrow(
      /cannot be deleted while in status UPDATE_IN_PROGRESS/,
    );
    await advance(MINUTE);
    expect(await stack('s')).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
  });

  test('is deleted in the reverse order of dependencies', async () => {
    const { call, advance, events, id } = await created();
    await call('DeleteStack', { StackName: 's' });
    await advance(MINUTE);
    expect((await events(id)).slice(-6)).toEqual([
      's DELETE_IN_PROGRESS (User Initiated)',
      'B DELETE_IN_PROGRESS',
      'B DELETE_COMPLETE',
      'A DELETE_IN_PROGRESS',
      'A DELETE_COMPLETE',
      's DELETE_COMPLETE',
    ]);
    await call('DeleteStack', { StackName: id });
    await call('DeleteStack', { StackName: 'never-was' });
  });

  test('is kept by termination protection', async () => {
    const { call, stack } = await created({ EnableTerminationProtection: true });
    await expect(call('DeleteStack', { StackName: 's' })).rejects.toThrow(
      'Stack [s] cannot be deleted while TerminationProtection is enabled',
    );
    await call('UpdateTerminationProtection', { StackName: 's', EnableTerminationProtection: false });
    expect(await stack('s')).toMatchObject({ EnableTerminationProtection: false });
    await call('DeleteStack', { StackName: 's' });
  });

  test('takes a client request token once, and marks its events with it', async () => {
    const { call, advance } = await created({ ClientRequestToken: 'once' });
    const { StackEvents: events = [] } = await call<DescribeStackEventsOutput>('DescribeStackEvents', {
      StackName: 's',
    });
    expect(new Set(events.map(({ ClientRequestToken: token }) => token))).toEqual(new Set(['once']));
    const input = { StackName: 's', TemplateBody: parametersTemplate({ A: 'b' }), ClientRequestToken: 'once' };
    await expect(call('UpdateStack', input)).rejects.toMatchObject({ code: 'TokenAlreadyExistsException' });
    await advance(0);
  });

  test('that is only under review can be deleted', async () => {
    const { call, advance, stack } = stackWorld();
    const { StackId: id } = await call<{ StackId: string }>('CreateChangeSet', {
      StackName: 's',
      ChangeSetName: 'c',
      ChangeSetType: 'CREATE',
      TemplateBody: TEMPLATE,
    });
    await call('DeleteStack', { StackName: 's' });
    await advance(MINUTE);
    expect(await stack(id)).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
  });
});

test('pre-deployment validation stops CreateStack too, before any resource', async () => {
  const { call, advance, events, stack } = stackWorld();
  const TemplateBody = JSON.stringify({ Resources: { A: parameterResource('a', { Foo: 1 }) } });
  await call('CreateStack', { StackName: 's', TemplateBody });
  await advance(MINUTE);
  expect(await events('s')).toEqual([
    's CREATE_IN_PROGRESS (User Initiated)',
    "s ROLLBACK_IN_PROGRESS (Validation failure detected. See the operation's FAILED event for details. Rollback requested by user.)",
    's ROLLBACK_COMPLETE',
  ]);
  expect(await stack('s')).toMatchObject({ DetailedStatus: 'VALIDATION_FAILED' });
});

test('without validation the resource itself fails', async () => {
  const { call, advance, events } = stackWorld();
  const TemplateBody = JSON.stringify({ Resources: { A: parameterResource('a', { Foo: 1 }) } });
  await call('CreateStack', { StackName: 's', TemplateBody, DisableValidation: true });
  await advance(MINUTE);
  expect(await events('s')).toContain(
    'A CREATE_FAILED (Properties validation failed for resource A with message:\n[#: extraneous key [Foo] is not permitted])',
  );
});

describe('events', () => {
  test('come newest first, a hundred a page', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`R${index}`, 'v']));
    const { call } = await created({ TemplateBody: parametersTemplate(many) });
    const first = await call<DescribeStackEventsOutput>('DescribeStackEvents', { StackName: 's' });
    expect(first.StackEvents).toHaveLength(100);
    expect(first.StackEvents?.[0]).toMatchObject({ LogicalResourceId: 's', ResourceStatus: 'CREATE_COMPLETE' });
    const second = await call<DescribeStackEventsOutput>('DescribeStackEvents', {
      StackName: 's',
      NextToken: first.NextToken,
    });
    expect(second.StackEvents).toHaveLength(22);
    expect(second).not.toHaveProperty('NextToken');
    await expect(call('DescribeStackEvents', { StackName: 's', NextToken: 'nonsense' })).rejects.toThrow(
      'Invalid NextToken',
    );
  });

  test('have the properties of their resource, with every scalar as text', async () => {
    const { call } = await created();
    const { StackEvents: events = [] } = await call<DescribeStackEventsOutput>('DescribeStackEvents', {
      StackName: 's',
    });
    expect(events.find(({ LogicalResourceId: id }) => id === 'A')).toMatchObject({
      EventId: expect.stringMatching(/^A-CREATE_COMPLETE-2026-11-01T00:00:\d\d\.\d{3}Z$/),
      PhysicalResourceId: expect.stringMatching(/^CFN-A-/),
      ResourceProperties: '{"Type":"String","Value":"a"}',
      ResourceType: 'AWS::SSM::Parameter',
    });
  });

  test('of an operation can be read alone, and its failures alone', async () => {
    const { call, advance } = stackWorld();
    const bad = JSON.stringify({ Resources: { A: parameterResource('b', { AllowedPattern: 'a' }) } });
    const { OperationId } = await call<{ OperationId: string }>('CreateStack', { StackName: 's', TemplateBody: bad });
    await advance(MINUTE);
    const { OperationEvents: all } = await call<{ OperationEvents: OperationEvent[] }>('DescribeEvents', {
      StackName: 's',
    });
    expect(new Set(all.map(({ OperationType: type }) => type))).toEqual(new Set(['ROLLBACK', 'CREATE_STACK']));
    const { OperationEvents: failed } = await call<{ OperationEvents: OperationEvent[] }>('DescribeEvents', {
      OperationId,
      Filters: { FailedEvents: true },
    });
    expect(failed).toMatchObject([
      { EventType: 'STACK_EVENT', OperationStatus: 'FAILED', OperationType: 'CREATE_STACK' },
      { EventType: 'PROVISIONING_ERROR', LogicalResourceId: 'A', ResourceStatus: 'CREATE_FAILED' },
    ]);
    await expect(call('DescribeEvents', {})).rejects.toMatchObject({ code: 'ValidationError' });
  });
});

describe('resources', () => {
  test('are listed by logical id, and described one by one', async () => {
    const { call } = await created();
    const listed = await call('ListStackResources', { StackName: 's' });
    expect(listed).toMatchObject({
      StackResourceSummaries: [
        {
          LogicalResourceId: 'A',
          ResourceStatus: 'CREATE_COMPLETE',
          DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
        },
        { LogicalResourceId: 'B' },
      ],
    });
    const described = await call<{ StackResources: { PhysicalResourceId: string }[] }>('DescribeStackResources', {
      StackName: 's',
    });
    const { PhysicalResourceId } = described.StackResources[0] ?? {};
    expect(await call('DescribeStackResources', { PhysicalResourceId })).toEqual(described);
    expect(await call('DescribeStackResource', { StackName: 's', LogicalResourceId: 'A' })).toMatchObject({
      StackResourceDetail: { PhysicalResourceId, ResourceType: 'AWS::SSM::Parameter' },
    });
    await expect(call('DescribeStackResource', { StackName: 's', LogicalResourceId: 'X' })).rejects.toThrow(
      'Resource X does not exist for stack s',
    );
  });
});

describe('templates', () => {
  test('are answered as they were sent, in both stages', async () => {
    const { call } = await created();
    for (const TemplateStage of ['Original', 'Processed'])
      expect(await call('GetTemplate', { StackName: 's', TemplateStage })).toEqual({
        TemplateBody: TEMPLATE,
        StagesAvailable: ['Original', 'Processed'],
      });
  });

  test('are validated and summed up without a stack', async () => {
    const { call } = stackWorld();
    const TemplateBody = JSON.stringify({
      Description: 'd',
      Parameters: { P: { Type: 'String', Default: 'x', NoEcho: true, AllowedValues: ['x'], Description: 'p' } },
      Resources: { R: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } } },
    });
    const need = {
      Capabilities: ['CAPABILITY_IAM'],
      CapabilitiesReason: 'The following resource(s) require capabilities: [AWS::IAM::Role]',
    };
    expect(await call('ValidateTemplate', { TemplateBody })).toEqual({
      Description: 'd',
      Parameters: [{ ParameterKey: 'P', DefaultValue: 'x', NoEcho: true, Description: 'p' }],
      ...need,
    });
    expect(await call('GetTemplateSummary', { TemplateBody })).toEqual({
      Description: 'd',
      Parameters: [
        {
          ParameterKey: 'P',
          DefaultValue: 'x',
          NoEcho: true,
          Description: 'p',
          ParameterType: 'String',
          ParameterConstraints: { AllowedValues: ['x'] },
        },
      ],
      ResourceTypes: ['AWS::IAM::Role'],
      ResourceIdentifierSummaries: [
        { ResourceType: 'AWS::IAM::Role', LogicalResourceIds: ['R'], ResourceIdentifiers: ['RoleName'] },
      ],
      ...need,
    });
  });
});

describe('exports', () => {
  const exporting = (Value: string, Name = 'shared'): string =>
    parametersTemplate({ A: 'a' }, { Outputs: { O: { Value, Export: { Name } } } });

  test('can be imported, and are then held fast', async () => {
    const world = await created({ TemplateBody: exporting('v1') });
    const { call, advance, stack, ssm } = world;
    expect(await call('ListExports', {})).toEqual({
      Exports: [{ ExportingStackId: world.id, Name: 'shared', Value: 'v1' }],
    });
    const importing = JSON.stringify({
      Resources: { A: parameterResource({ 'Fn::ImportValue': 'shared' }, { Name: 'i' }) },
    });
    await call('CreateStack', { StackName: 'importer', TemplateBody: importing });
    await advance(MINUTE);
    expect(await ssm('GetParameter', { Name: 'i' })).toMatchObject({ Parameter: { Value: 'v1' } });
    expect(await call('ListImports', { ExportName: 'shared' })).toEqual({ Imports: ['importer'] });

    await call('UpdateStack', { StackName: 's', TemplateBody: exporting('v2') });
    await advance(MINUTE);
    expect(await world.events('s')).toContain(
      's UPDATE_ROLLBACK_IN_PROGRESS (Export shared cannot be updated as it is in use by importer)',
    );
    await call('UpdateStack', { StackName: 's', TemplateBody: TEMPLATE });
    await advance(MINUTE);
    const refusal = 'Delete canceled. Cannot delete export shared as it is in use by importer.';
    expect(await world.events('s')).toContain(`s UPDATE_ROLLBACK_IN_PROGRESS (${refusal})`);
    await call('DeleteStack', { StackName: 's' });
    await advance(MINUTE);
    expect(await stack('s')).toMatchObject({ StackStatus: 'DELETE_FAILED', StackStatusReason: refusal });

    await call('DeleteStack', { StackName: 'importer' });
    await advance(MINUTE);
    await expect(call('ListImports', { ExportName: 'shared' })).rejects.toThrow(
      "Export 'shared' is not imported by any stack.",
    );
    await call('DeleteStack', { StackName: 's' });
    await advance(MINUTE);
    expect(await stack(world.id)).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
  });

  test('have names of one stack only', async () => {
    const world = await created({ TemplateBody: exporting('v1') });
    await world.call('CreateStack', { StackName: 't', TemplateBody: exporting('v2') });
    await world.advance(MINUTE);
    expect(await world.events('t')).toContain(
      't ROLLBACK_IN_PROGRESS (Export with name shared is already exported by stack s. Rollback requested by user.)',
    );
  });
});

test('a dynamic reference is resolved for the resource, and is no change when its parameter changes', async () => {
  const { call, advance, ssm } = stackWorld();
  const put = (Value: string): Promise<unknown> =>
    ssm('PutParameter', { Name: '/v', Value, Type: 'String', Overwrite: true });
  await put('one');
  const TemplateBody = JSON.stringify({ Resources: { A: parameterResource('<{{resolve:ssm:/v}}>', { Name: 'a' }) } });
  await call('CreateStack', { StackName: 's', TemplateBody });
  await advance(MINUTE);
  expect(await ssm('GetParameter', { Name: 'a' })).toMatchObject({ Parameter: { Value: '<one>' } });
  await put('two');
  await expect(call('UpdateStack', { StackName: 's', TemplateBody })).rejects.toThrow(
    'No updates are to be performed.',
  );
});
