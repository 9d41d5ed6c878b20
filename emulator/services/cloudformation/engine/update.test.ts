import { expect, test } from '@jest/globals';
import { MINUTE, parameterResource, refusing, stackWorld } from '../testing/stack-world.ts';

const template = (resources: object, rest: object = {}): string => JSON.stringify({ ...rest, Resources: resources });
const named = (Name: string, Value = 'v', rest: object = {}): object => ({
  ...parameterResource(Value, { Name }),
  ...rest,
});
/** Accepted when it is made, refused by the service once it is updated. */
const refused = (Name: string): object =>
  named(Name, 'b', { Properties: { Type: 'String', Name, Value: 'b', AllowedPattern: '[a]+' } });

async function created(world: ReturnType<typeof stackWorld>, TemplateBody: string): Promise<void> {
  await world.call('CreateStack', { StackName: 's', TemplateBody });
  await world.advance(2 * MINUTE);
}

async function update(world: ReturnType<typeof stackWorld>, input: object): Promise<readonly string[]> {
  const before = (await world.events('s')).length;
  await world.call('UpdateStack', { StackName: 's', ...input });
  await world.advance(10 * MINUTE);
  return (await world.events('s')).slice(before);
}

async function stored(world: ReturnType<typeof stackWorld>, Name: string): Promise<unknown> {
  const { Parameter } = await world.ssm<{ Parameter: { Value: string } }>('GetParameter', { Name });
  return Parameter.Value;
}

test('an update changes in place what can be, creates what is new, and deletes what has left in the clean-up', async () => {
  const world = stackWorld();
  await created(world, template({ A: named('a'), B: named('b', 'old') }));
  expect(await update(world, { TemplateBody: template({ B: named('b', 'new'), C: named('c') }) })).toEqual([
    's UPDATE_IN_PROGRESS (User Initiated)',
    expect.stringMatching(/^[BC] (UPDATE|CREATE)_IN_PROGRESS$/),
    expect.stringMatching(/^[BC] (UPDATE|CREATE)_IN_PROGRESS$/),
    'C CREATE_IN_PROGRESS (Resource creation Initiated)',
    expect.any(String),
    expect.any(String),
    's UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
    'A DELETE_IN_PROGRESS',
    'A DELETE_COMPLETE',
    's UPDATE_COMPLETE',
  ]);
  expect(await stored(world, 'b')).toBe('new');
  await expect(stored(world, 'a')).rejects.toMatchObject({ code: 'ParameterNotFound' });
  expect(await world.stack('s')).toMatchObject({ LastUpdatedTime: expect.any(Number) });
});

test('a property that replaces makes another resource first, and deletes the old one last', async () => {
  const world = stackWorld();
  await created(world, template({ A: named('a'), B: parameterResource({ Ref: 'A' }, { Name: 'b' }) }));
  const TemplateBody = template({ A: named('a2'), B: parameterResource({ Ref: 'A' }, { Name: 'b' }) });
  expect(await update(world, { TemplateBody })).toEqual([
    's UPDATE_IN_PROGRESS (User Initiated)',
    'A UPDATE_IN_PROGRESS (Requested update requires the creation of a new physical resource; hence creating one.)',
    'A UPDATE_IN_PROGRESS (Resource creation Initiated)',
    'A UPDATE_COMPLETE',
    'B UPDATE_IN_PROGRESS',
    'B UPDATE_COMPLETE',
    's UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
    'A DELETE_IN_PROGRESS',
    'A DELETE_COMPLETE',
    's UPDATE_COMPLETE',
  ]);
  expect(await stored(world, 'b')).toBe('a2');
});

test('UpdateReplacePolicy and DeletionPolicy Retain leave the old resources alone', async () => {
  const world = stackWorld();
  const kept = (name: string): object => named(name, 'v', { UpdateReplacePolicy: 'Retain', DeletionPolicy: 'Retain' });
  await created(world, template({ A: kept('a'), B: kept('b'), C: named('c') }));
  const seen = await update(world, { TemplateBody: template({ A: kept('a2'), C: named('c') }) });
  expect(seen).toContain('A DELETE_SKIPPED');
  expect(seen).toContain('B DELETE_SKIPPED');
  expect(await Promise.all(['a', 'b', 'a2'].map((name) => stored(world, name)))).toEqual(['v', 'v', 'v']);
});

test('a failed update is taken back: in place, by restoring what was replaced, by deleting what is new', async () => {
  const world = stackWorld();
  const before = { InPlace: named('p', 'old'), Replaced: named('r'), Bad: named('bad', 'a') };
  await created(world, template(before, { Outputs: { O: { Value: { Ref: 'Replaced' } } } }));
  const after = {
    InPlace: named('p', 'new'),
    Replaced: named('r2'),
    New: named('n'),
    Bad: { ...refused('bad'), DependsOn: ['InPlace', 'Replaced', 'New'] },
  };
  const seen = await update(world, { TemplateBody: template(after) });
  expect(seen).toContain('s UPDATE_ROLLBACK_IN_PROGRESS (The following resource(s) failed to update: [Bad]. )');
  const rollback = seen.slice(seen.findIndex((line) => line.startsWith('s UPDATE_ROLLBACK_IN_PROGRESS')) + 1);
  const cleanUp = rollback.indexOf('s UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  expect(rollback.slice(0, cleanUp).toSorted()).toEqual([
    'Bad UPDATE_COMPLETE',
    'Bad UPDATE_IN_PROGRESS',
    'InPlace UPDATE_COMPLETE',
    'InPlace UPDATE_IN_PROGRESS',
    'Replaced UPDATE_COMPLETE',
  ]);
  expect(rollback.slice(cleanUp + 1).toSorted()).toEqual([
    'New DELETE_COMPLETE',
    'New DELETE_IN_PROGRESS',
    'Replaced DELETE_COMPLETE',
    'Replaced DELETE_IN_PROGRESS',
    's UPDATE_ROLLBACK_COMPLETE',
  ]);
  expect(await Promise.all(['p', 'r', 'bad'].map((name) => stored(world, name)))).toEqual(['old', 'v', 'a']);
  const { Parameters: left } = await world.ssm<{ Parameters: { Name: string }[] }>('DescribeParameters', {});
  expect(left.map(({ Name }) => Name).toSorted()).toEqual(['bad', 'p', 'r']);
  expect(await world.stack('s')).toMatchObject({
    StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
    Outputs: [{ OutputValue: 'r' }],
  });
  await expect(world.call('UpdateStack', { StackName: 's', UsePreviousTemplate: true })).rejects.toThrow(
    'No updates are to be performed.',
  );
});

test('a replacement under its own custom name is refused before anything is made', async () => {
  const world = stackWorld();
  const role = (Path: string): object => ({
    Type: 'AWS::IAM::Role',
    Properties: { RoleName: 'r', Path, AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } },
  });
  const Capabilities = ['CAPABILITY_NAMED_IAM'];
  await world.call('CreateStack', { StackName: 's', TemplateBody: template({ Role: role('/a/') }), Capabilities });
  await world.advance(2 * MINUTE);
  expect(await update(world, { TemplateBody: template({ Role: role('/b/') }), Capabilities })).toEqual([
    's UPDATE_IN_PROGRESS (User Initiated)',
    'Role UPDATE_FAILED (CloudFormation cannot update a stack when a custom-named resource requires replacing. ' +
      'Rename r and update the stack again.)',
    's UPDATE_ROLLBACK_IN_PROGRESS (The following resource(s) failed to update: [Role]. )',
    'Role UPDATE_COMPLETE',
    's UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
    's UPDATE_ROLLBACK_COMPLETE',
  ]);
  expect(await world.world.call('iam', 'GetRole', { RoleName: 'r' })).toMatchObject({ Role: { Path: '/a/' } });
});

test('CancelUpdateStack rolls an update back', async () => {
  const world = stackWorld();
  await created(
    world,
    template({ A: named('a', 'old'), B: parameterResource({ Ref: 'A' }, { Name: 'b', Description: 'old' }) }),
  );
  const after = template({
    A: named('a', 'new'),
    B: parameterResource({ Ref: 'A' }, { Name: 'b', Description: 'new' }),
  });
  await world.call('UpdateStack', { StackName: 's', TemplateBody: after });
  await world.advance(1_500);
  await world.call('CancelUpdateStack', { StackName: 's' });
  await world.advance(MINUTE);
  expect(await world.events('s')).toContain('s UPDATE_ROLLBACK_IN_PROGRESS (User Initiated)');
  expect(await world.events('s')).toContain('A UPDATE_FAILED (Resource update cancelled)');
  expect(await world.stack('s')).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  expect(await stored(world, 'a')).toBe('old');
  await expect(world.call('CancelUpdateStack', { StackName: 's' })).rejects.toThrow(
    'CancelUpdateStack cannot be called from current stack status',
  );
});

test('a rollback that fails can be continued, with what cannot be rolled back skipped', async () => {
  let stuck = false;
  const world = stackWorld((inner) => refusing(inner, 'PutParameter', (name) => stuck && name === 'a'));
  await created(world, template({ A: named('a', 'old'), B: named('bad', 'a') }));
  const after = template({ A: named('a', 'new'), B: { ...refused('bad'), DependsOn: 'A' } });
  await world.call('UpdateStack', { StackName: 's', TemplateBody: after });
  await world.advance(2_000);
  stuck = true;
  await world.advance(MINUTE);
  expect(await world.stack('s')).toMatchObject({
    StackStatus: 'UPDATE_ROLLBACK_FAILED',
    StackStatusReason: expect.stringMatching(/^The following resource\(s\) failed to update: \[(A|A, B|B, A)\]\. $/),
  });
  const resume = { StackName: 's', ResourcesToSkip: ['X'] };
  await expect(world.call('ContinueUpdateRollback', resume)).rejects.toThrow(/resources to skip are invalid: \[X\]/);
  await world.call('ContinueUpdateRollback', { StackName: 's', ResourcesToSkip: ['A'] });
  stuck = false;
  await world.advance(MINUTE);
  expect(await world.stack('s')).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  expect(await stored(world, 'a')).toBe('new');
});

test('without rollback a failed update stays, and RollbackStack takes it back', async () => {
  const world = stackWorld();
  await created(world, template({ A: named('a', 'old'), B: named('bad', 'a') }));
  const after = template({ A: named('a', 'new'), B: { ...refused('bad'), DependsOn: 'A' } });
  await update(world, { TemplateBody: after, DisableRollback: true });
  expect(await world.stack('s')).toMatchObject({ StackStatus: 'UPDATE_FAILED' });
  expect(await stored(world, 'a')).toBe('new');
  await world.call('RollbackStack', { StackName: 's' });
  await world.advance(MINUTE);
  expect(await world.stack('s')).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  expect(await stored(world, 'a')).toBe('old');
});

test('an update that was left failed is tried again by the same template', async () => {
  let stuck = true;
  const world = stackWorld((inner) => refusing(inner, 'PutParameter', (name) => stuck && name === 'b'));
  await created(world, template({ A: named('a', 'old') }));
  const TemplateBody = template({ A: named('a', 'new'), B: named('b') });
  await update(world, { TemplateBody, DisableRollback: true });
  expect(await world.stack('s')).toMatchObject({ StackStatus: 'UPDATE_FAILED' });
  stuck = false;
  expect(await update(world, { TemplateBody })).toContain('B CREATE_COMPLETE');
  expect(await world.stack('s')).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
});

test('what the clean-up cannot delete after three attempts does not fail the update', async () => {
  const world = stackWorld((inner) => refusing(inner, 'DeleteParameter', () => true));
  await created(world, template({ A: named('a'), B: named('b') }));
  const seen = await update(world, { TemplateBody: template({ A: named('a') }) });
  expect(seen.filter((line) => line.startsWith('B DELETE_FAILED'))).toHaveLength(3);
  expect(seen.at(-1)).toBe('s UPDATE_COMPLETE (Update successful. One or more resources could not be deleted.)');
});

test.each([
  ['no change', template({ A: named('a') }), {}],
  ['a change of conditions only', template({ A: named('a') }, { Conditions: { C: { 'Fn::Equals': ['a', 'a'] } } }), {}],
  [
    'a parameter that nothing uses',
    template({ A: named('a') }, { Parameters: { P: { Type: 'String', Default: 'x' } } }),
    {},
  ],
])('%s is no update', async (_what, TemplateBody) => {
  const world = stackWorld();
  await created(world, template({ A: named('a') }));
  await expect(world.call('UpdateStack', { StackName: 's', TemplateBody })).rejects.toMatchObject({
    code: 'ValidationError',
    message: 'No updates are to be performed.',
  });
});

test('outputs alone are an update', async () => {
  const world = stackWorld();
  await created(world, template({ A: named('a') }));
  await update(world, { TemplateBody: template({ A: named('a') }, { Outputs: { O: { Value: { Ref: 'A' } } } }) });
  expect(await world.stack('s')).toMatchObject({ Outputs: [{ OutputKey: 'O', OutputValue: 'a' }] });
});

test('tags of the stack go to its resources', async () => {
  const world = stackWorld();
  await world.call('CreateStack', {
    StackName: 's',
    TemplateBody: template({ A: named('a') }),
    Tags: [{ Key: 'k', Value: '1' }],
  });
  await world.advance(MINUTE);
  const tags = (): Promise<unknown> => world.ssm('ListTagsForResource', { ResourceType: 'Parameter', ResourceId: 'a' });
  expect(await tags()).toEqual({ TagList: [{ Key: 'k', Value: '1' }] });
  await update(world, { UsePreviousTemplate: true, Tags: [{ Key: 'k', Value: '2' }] });
  expect(await tags()).toEqual({ TagList: [{ Key: 'k', Value: '2' }] });
  expect(await world.stack('s')).toMatchObject({ Tags: [{ Key: 'k', Value: '2' }] });
});
