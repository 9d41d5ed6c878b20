import { expect, test } from '@jest/globals';
import { MINUTE, parametersTemplate, stackWorld } from '../testing/stack-world.ts';

test('a stack is created resource by resource, in the order of dependencies, with every event', async () => {
  const { call, advance, events, stack, ssm } = stackWorld();
  const TemplateBody = parametersTemplate(
    { B: { Ref: 'A' }, A: 'root' },
    { Outputs: { Name: { Value: { Ref: 'B' }, Description: 'name of B' } }, Description: 'two parameters' },
  );
  const { StackId: id } = await call<{ StackId: string }>('CreateStack', { StackName: 's', TemplateBody });
  expect(id).toMatch(/^arn:aws:cloudformation:ap-northeast-1:123456789012:stack\/s\/[0-9a-f-]{36}$/);
  expect(await stack('s')).toMatchObject({ StackStatus: 'CREATE_IN_PROGRESS', StackStatusReason: 'User Initiated' });
  await advance(MINUTE);
  expect(await events('s')).toEqual([
    's CREATE_IN_PROGRESS (User Initiated)',
    'A CREATE_IN_PROGRESS',
    'A CREATE_IN_PROGRESS (Resource creation Initiated)',
    'A CREATE_COMPLETE',
    'B CREATE_IN_PROGRESS',
    'B CREATE_IN_PROGRESS (Resource creation Initiated)',
    'B CREATE_COMPLETE',
    's CREATE_COMPLETE',
  ]);
  const described = await stack('s');
  const name = described.Outputs?.[0]?.OutputValue ?? '';
  expect(described).toMatchObject({
    StackStatus: 'CREATE_COMPLETE',
    Description: 'two parameters',
    Outputs: [{ OutputKey: 'Name', Description: 'name of B' }],
    DisableRollback: false,
    EnableTerminationProtection: false,
    DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
    RollbackConfiguration: {},
    NotificationARNs: [],
    Tags: [],
  });
  expect(described).not.toHaveProperty('StackStatusReason');
  expect(name).toMatch(/^CFN-B-\w{12}$/);
  expect(await ssm('GetParameter', { Name: name })).toMatchObject({
    Parameter: { Value: expect.stringMatching(/^CFN-A-\w{12}$/) },
  });
});
