import { describe, expect, test } from '@jest/globals';
import { changeOf, MINUTE, parameterResource, stackWorld } from '../testing/stack-world.ts';

const logGroup = (DeletionPolicy: string, LogGroupName: unknown = '/app'): object => ({
  Type: 'AWS::Logs::LogGroup',
  DeletionPolicy,
  Properties: { LogGroupName, RetentionInDays: 30 },
});
const template = (G: object, rest: object = {}): string => JSON.stringify({ Resources: { G, ...rest } });
const CREATE = { StackName: 's', ChangeSetType: 'CREATE', Tags: [{ Key: 'team', Value: 'web' }] };
const IMPORT = { ...CREATE, ImportExistingResources: true };

async function worldWithGroup() {
  const test = stackWorld();
  const logs = <Output>(operation: string, input: object): Promise<Output> => test.world.call('logs', operation, input);
  await logs('CreateLogGroup', { logGroupName: '/app' });
  const groups = async (): Promise<readonly { retentionInDays?: number }[]> =>
    (await logs<{ logGroups: [] }>('DescribeLogGroups', {})).logGroups;
  return { ...test, logs, groups };
}

describe('a change set that imports existing resources', () => {
  test('shows what it imports, takes it into the stack as it is, and tags it', async () => {
    const { changeSet, call, advance, stack, events, logs, groups } = await worldWithGroup();
    const made = await changeSet({ ...IMPORT, TemplateBody: template(logGroup('RetainExceptOnCreate')) });
    expect(made).toMatchObject({ Status: 'CREATE_COMPLETE', ImportExistingResources: true });
    expect(changeOf(made, 'G')).toMatchObject({ Action: 'Import', PhysicalResourceId: '/app' });
    await call('ExecuteChangeSet', { ChangeSetName: made.ChangeSetId });
    await advance(MINUTE);
    expect(await stack('s')).toMatchObject({ StackStatus: 'CREATE_COMPLETE' });
    expect((await events('s')).filter((event) => event.startsWith('G '))).toEqual([
      'G IMPORT_IN_PROGRESS (Resource import started.)',
      'G IMPORT_COMPLETE (Resource import completed.)',
      'G UPDATE_IN_PROGRESS (Apply stack-level tags to imported resource if applicable.)',
      'G UPDATE_COMPLETE',
    ]);
    expect(await groups()).not.toMatchObject([{ retentionInDays: 30 }]);
    const resourceArn = `arn:aws:logs:ap-northeast-1:123456789012:log-group:/app`;
    expect(await logs('ListTagsForResource', { resourceArn })).toMatchObject({ tags: { team: 'web' } });
  });

  test('creates what does not exist', async () => {
    const { changeSet } = stackWorld();
    const made = await changeSet({ ...IMPORT, TemplateBody: template(logGroup('Retain')) });
    expect(changeOf(made, 'G')).toMatchObject({ Action: 'Add' });
  });

  test('leaves what it imported where a rollback of the creation ends', async () => {
    const { deploy, stack, groups } = await worldWithGroup();
    const failing = { ...(parameterResource('v', { Name: 'aws-no' }) as object), DependsOn: 'G' };
    const TemplateBody = template(logGroup('RetainExceptOnCreate'), { P: failing });
    await deploy({ ...IMPORT, DisableValidation: true, TemplateBody });
    expect(await stack('s')).toMatchObject({ StackStatus: 'ROLLBACK_COMPLETE' });
    expect(await groups()).toHaveLength(1);
  });

  test('is refused where the template would delete what it imports', async () => {
    const { changeSet } = await worldWithGroup();
    expect(await changeSet({ ...IMPORT, TemplateBody: template(logGroup('Delete')) })).toMatchObject({
      Status: 'FAILED',
      StatusReason: expect.stringContaining('The affected resources are G ({LogGroupName=/app})'),
    });
  });

  test.each([
    ['its name is not written out', { 'Fn::Sub': '/app' }],
    ['another stack has it', '/taken'],
  ])('does not import where %s', async (_, name) => {
    const { changeSet, deploy } = await worldWithGroup();
    await deploy({ ...CREATE, StackName: 'other', TemplateBody: template(logGroup('Retain', '/taken')) });
    expect(await changeSet({ ...IMPORT, TemplateBody: template(logGroup('Retain', name)) })).toMatchObject({
      Status: 'FAILED',
      StatusReason: expect.stringContaining('AWS::EarlyValidation::ResourceExistenceCheck'),
    });
  });
});
