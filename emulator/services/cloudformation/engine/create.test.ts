import { expect, test } from '@jest/globals';
import { MINUTE, parameterResource, parametersTemplate, refusing, stackWorld } from '../testing/stack-world.ts';

/** A value that the parameter store itself refuses: it does not match the pattern. */
const refused = parameterResource('b', { AllowedPattern: '[a]+' });
const REASON =
  'Resource handler returned message: "Parameter value, cannot be validated against allowedPattern: [a]+ ' +
  '(Service: Ssm, Status Code: 400, Request ID: UUID) (SDK Attempt Count: 1)" (RequestToken: UUID, HandlerErrorCode: GeneralServiceException)';

const failing = JSON.stringify({
  Resources: {
    A: parameterResource('a'),
    Bad: { ...refused, DependsOn: 'A' },
    After: { ...parameterResource('c'), DependsOn: 'Bad' },
  },
});

test('a failed creation is rolled back: all that was made is deleted, and the stack stays to be looked at', async () => {
  const { call, advance, events, stack, ssm } = stackWorld();
  await call('CreateStack', { StackName: 's', TemplateBody: failing });
  await advance(MINUTE);
  expect(await events('s')).toEqual([
    's CREATE_IN_PROGRESS (User Initiated)',
    'A CREATE_IN_PROGRESS',
    'A CREATE_IN_PROGRESS (Resource creation Initiated)',
    'A CREATE_COMPLETE',
    'Bad CREATE_IN_PROGRESS',
    `Bad CREATE_FAILED (${REASON})`,
    's ROLLBACK_IN_PROGRESS (The following resource(s) failed to create: [Bad]. Rollback requested by user.)',
    'Bad DELETE_COMPLETE',
    'A DELETE_IN_PROGRESS',
    'A DELETE_COMPLETE',
    's ROLLBACK_COMPLETE',
  ]);
  expect(await stack('s')).toMatchObject({ StackStatus: 'ROLLBACK_COMPLETE' });
  expect(await ssm('DescribeParameters', {})).toMatchObject({ Parameters: [] });
  await expect(call('UpdateStack', { StackName: 's', TemplateBody: failing })).rejects.toMatchObject({
    code: 'ValidationError',
    message: expect.stringMatching(/^Stack:arn:aws:.* is in ROLLBACK_COMPLETE state and can not be updated\.$/),
  });
});

test('OnFailure DELETE leaves nothing but a stack that only its ARN finds', async () => {
  const { call, advance, stack } = stackWorld();
  const { StackId: id } = await call<{ StackId: string }>('CreateStack', {
    StackName: 's',
    TemplateBody: failing,
    OnFailure: 'DELETE',
  });
  await advance(MINUTE);
  expect(await stack(id)).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
  await expect(stack('s')).rejects.toThrow('Stack with id s does not exist');
});

test('without rollback the stack is CREATE_FAILED with what succeeded, and can be mended by an update', async () => {
  const { call, advance, stack, ssm } = stackWorld();
  await call('CreateStack', { StackName: 's', TemplateBody: failing, DisableRollback: true });
  await advance(MINUTE);
  expect(await stack('s')).toMatchObject({
    StackStatus: 'CREATE_FAILED',
    StackStatusReason: 'The following resource(s) failed to create: [Bad]. ',
    DisableRollback: true,
  });
  expect(await ssm<{ Parameters: unknown[] }>('DescribeParameters', {})).toMatchObject({ Parameters: { length: 1 } });
  const mended = parametersTemplate({ A: 'a', Bad: 'b', After: 'c' });
  await call('UpdateStack', { StackName: 's', TemplateBody: mended });
  await advance(MINUTE);
  expect(await stack('s')).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
});

test('RollbackStack takes back a creation that was left failed', async () => {
  const { call, advance, stack, events } = stackWorld();
  await call('CreateStack', { StackName: 's', TemplateBody: failing, OnFailure: 'DO_NOTHING' });
  await advance(MINUTE);
  await call('RollbackStack', { StackName: 's' });
  await advance(MINUTE);
  expect(await stack('s')).toMatchObject({ StackStatus: 'ROLLBACK_COMPLETE' });
  expect(await events('s')).toContain('s ROLLBACK_IN_PROGRESS (User Initiated)');
});

test('what is being created beside a failure is cancelled, and deleted as far as it exists', async () => {
  const { call, advance, events, world } = stackWorld();
  const slow = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } };
  await call('CreateStack', {
    StackName: 's',
    TemplateBody: JSON.stringify({
      Resources: { Role: slow, A: parameterResource('a'), Bad: { ...refused, DependsOn: 'A' } },
    }),
    Capabilities: ['CAPABILITY_IAM'],
  });
  await advance(2 * MINUTE);
  const seen = await events('s');
  expect(seen).toContain('Role CREATE_FAILED (Resource creation cancelled)');
  expect(seen.indexOf('Role CREATE_FAILED (Resource creation cancelled)')).toBeGreaterThan(
    seen.indexOf(`Bad CREATE_FAILED (${REASON})`),
  );
  expect(seen).toContain('Role DELETE_COMPLETE');
  expect(seen.find((line) => line.startsWith('s ROLLBACK_IN_PROGRESS'))).toMatch(
    /\[(Bad, Role|Role, Bad)\]\. Rollback requested by user\.\)$/,
  );
  expect(await world.call('iam', 'ListRoles', {})).toMatchObject({ Roles: [] });
});

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

test('a rollback that cannot delete ends in ROLLBACK_FAILED; then what resists can be retained', async () => {
  let locked = true;
  const { call, advance, stack, events } = stackWorld((world) => refusing(world, 'DeleteParameter', () => locked));
  await call('CreateStack', { StackName: 's', TemplateBody: failing });
  await advance(10 * MINUTE);
  expect(await stack('s')).toMatchObject({
    StackStatus: 'ROLLBACK_FAILED',
    StackStatusReason: 'The following resource(s) failed to delete: [A]. ',
  });
  await call('DeleteStack', { StackName: 's' });
  await advance(10 * MINUTE);
  const { StackId: id = '', ...failed } = await stack('s');
  expect(failed).toMatchObject({ StackStatus: 'DELETE_FAILED' });
  await call('DeleteStack', { StackName: 's', RetainResources: ['A'] });
  await advance(MINUTE);
  expect((await events(id)).slice(-3)).toEqual([
    's DELETE_IN_PROGRESS (User Initiated)',
    'A DELETE_SKIPPED',
    's DELETE_COMPLETE',
  ]);
  locked = false;
});

test('FORCE_DELETE_STACK is for a deletion that has failed, and leaves behind what resists', async () => {
  const { call, advance, stack } = stackWorld((world) => refusing(world, 'DeleteParameter', () => true));
  const { StackId: id } = await call<{ StackId: string }>('CreateStack', {
    StackName: 's',
    TemplateBody: parametersTemplate({ A: 'a' }),
  });
  await advance(MINUTE);
  const forced = { StackName: 's', DeletionMode: 'FORCE_DELETE_STACK' };
  await expect(call('DeleteStack', forced)).rejects.toMatchObject({ code: 'ValidationError' });
  await call('DeleteStack', { StackName: 's' });
  await advance(10 * MINUTE);
  await call('DeleteStack', forced);
  await advance(10 * MINUTE);
  expect(await stack(id)).toMatchObject({ StackStatus: 'DELETE_COMPLETE', DeletionMode: 'FORCE_DELETE_STACK' });
});

test('a creation can be deleted while it is under way', async () => {
  const { call, advance, stack, ssm } = stackWorld();
  const { StackId: id } = await call<{ StackId: string }>('CreateStack', {
    StackName: 's',
    TemplateBody: parametersTemplate({ A: 'a', B: { Ref: 'A' }, C: { Ref: 'B' } }),
  });
  await advance(3_000);
  await call('DeleteStack', { StackName: 's' });
  await advance(MINUTE);
  expect(await stack(id)).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
  expect(await ssm('DescribeParameters', {})).toMatchObject({ Parameters: [] });
});

test('a creation that takes longer than its timeout is rolled back', async () => {
  const { call, advance, events } = stackWorld();
  const chain = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`R${i}`, i === 0 ? 'a' : { Ref: `R${i - 1}` }]),
  );
  await call('CreateStack', { StackName: 's', TemplateBody: parametersTemplate(chain), TimeoutInMinutes: 1 });
  await advance(10 * MINUTE);
  expect(await events('s')).toContain(
    's ROLLBACK_IN_PROGRESS (Stack creation time exceeded the specified timeout. Rollback requested by user.)',
  );
});

test('an export that nobody has stops a creation before it begins', async () => {
  const { call, advance, events } = stackWorld();
  await call('CreateStack', {
    StackName: 's',
    TemplateBody: parametersTemplate({ A: { 'Fn::ImportValue': 'nothing' } }),
  });
  await advance(MINUTE);
  expect(await events('s')).toEqual([
    's CREATE_IN_PROGRESS (User Initiated)',
    's ROLLBACK_IN_PROGRESS (No export named nothing found. Rollback requested by user.)',
    's ROLLBACK_COMPLETE',
  ]);
});

test('Retain outlives a failed creation, RetainExceptOnCreate does not', async () => {
  const { call, advance, events } = stackWorld();
  const kept = (DeletionPolicy: string): object => ({ ...parameterResource('a'), DeletionPolicy });
  await call('CreateStack', {
    StackName: 's',
    TemplateBody: JSON.stringify({
      Resources: {
        Kept: kept('Retain'),
        Gone: kept('RetainExceptOnCreate'),
        Bad: { ...refused, DependsOn: ['Kept', 'Gone'] },
      },
    }),
  });
  await advance(MINUTE);
  const seen = await events('s');
  expect(seen).toContain('Kept DELETE_SKIPPED');
  expect(seen).toContain('Gone DELETE_COMPLETE');
});
