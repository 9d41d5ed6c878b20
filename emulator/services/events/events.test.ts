import { describe, expect, test } from '@jest/globals';
import type { Services } from '../../core/create-world.ts';
import type { World } from '../../core/world.ts';
import type { DescribeRuleResponse, ListTargetsByRuleResponse } from '../../shapes/events.d.ts';
import { awsvpcWorld } from '../ecs/testing/awsvpc-world.ts';
import { type EcsWorld, ecsWorld } from '../ecs/testing/world.ts';
import { createService as createIam } from '../iam/service.ts';
import { createService as createSts } from '../sts/service.ts';
import { createService } from './service.ts';

const MINUTE = 60_000;
const CLUSTER = 'arn:aws:ecs:ap-northeast-1:123456789012:cluster/c';
const ROLE = 'arn:aws:iam::123456789012:role/ecsEventsRole';
const trusting = (service: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });

interface RoleFacts {
  readonly trusted?: string;
  readonly allowed?: readonly string[];
  /** Of the task definition besides its container. */
  readonly definition?: object;
}

interface EventsWorld extends EcsWorld {
  readonly events: <Output = object>(operation: string, input: object) => Promise<Output>;
  readonly revision: string;
}

async function eventsWorld({
  trusted = 'events.amazonaws.com',
  allowed = ['ecs:RunTask', 'iam:PassRole'],
  definition = {},
}: RoleFacts = {}): Promise<EventsWorld> {
  const ecs = await ecsWorld({ real: services });
  await ecs.addInstance('ap-northeast-1a');
  await createRole(ecs, trusted, allowed);
  return {
    ...ecs,
    revision: await ecs.register({}, definition),
    events: (operation, input) => ecs.world.call('events', operation, input),
  };
}

const services = (world: World): Services => ({
  events: createService(world),
  iam: createIam(world),
  sts: createSts(world),
});

async function createRole(ecs: EcsWorld, trusted: string, allowed: readonly string[]): Promise<void> {
  const role = { RoleName: 'ecsEventsRole', AssumeRolePolicyDocument: trusting(trusted) };
  await ecs.world.call('iam', 'CreateRole', role);
  const Statement = [{ Effect: 'Allow', Action: allowed, Resource: '*' }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  const policy = { RoleName: role.RoleName, PolicyName: 'own', PolicyDocument };
  await ecs.world.call('iam', 'PutRolePolicy', policy);
  await ecs.advance(MINUTE);
}

const target = (TaskDefinitionArn: string, more: object = {}) => ({
  Id: 'nightly',
  Arn: CLUSTER,
  RoleArn: ROLE,
  EcsParameters: { TaskDefinitionArn },
  ...more,
});

const rule = { Name: 'nightly', ScheduleExpression: 'rate(5 minutes)' };

describe('a scheduled rule', () => {
  test('starts its target again and again, as its role', async () => {
    const { events, revision, advance, tasks, metrics } = await eventsWorld();
    await events('PutRule', rule);
    const Input = JSON.stringify({
      containerOverrides: [{ name: 'app', environment: [{ name: 'MODE', value: 'x' }] }],
    });
    await events('PutTargets', { Rule: 'nightly', Targets: [target(revision, { Input })] });
    await advance(5 * MINUTE + 1_000);
    expect(await tasks()).toEqual([
      expect.objectContaining({ taskDefinitionArn: revision, startedBy: 'events-rule/nightly', group: 'family:f' }),
    ]);
    expect((await tasks())[0]?.overrides?.containerOverrides).toMatchObject([{ environment: [{ value: 'x' }] }]);
    await advance(5 * MINUTE);
    expect(await tasks()).toHaveLength(2);
    expect(metrics.filter(({ Namespace }) => Namespace === 'AWS/Events')).toHaveLength(2);
  });

  test.each<[what: string, facts: RoleFacts, deregisters?: boolean]>([
    ['a role that trusts another service', { trusted: 'ecs.amazonaws.com' }],
    ['a role that may not run tasks', { allowed: ['iam:PassRole'] }],
    ["a role that may not pass the task's", { allowed: ['ecs:RunTask'], definition: { taskRoleArn: ROLE } }],
    ['a revision that was deregistered', {}, true],
  ])('with %s starts nothing, and only metrics tell', async (_what, facts, deregisters = false) => {
    const { events, revision, advance, tasks, metrics, call } = await eventsWorld(facts);
    await events('PutRule', rule);
    await events('PutTargets', { Rule: 'nightly', Targets: [target(revision)] });
    if (deregisters) await call('DeregisterTaskDefinition', { taskDefinition: revision });
    await advance(6 * MINUTE);
    expect(await tasks()).toEqual([]);
    expect(metrics.find(({ Namespace }) => Namespace === 'AWS/Events')?.MetricData).toMatchObject([
      { MetricName: 'FailedInvocations' },
    ]);
  });

  test('starts tasks with network interfaces of their own in the subnets of its target', async () => {
    const ecs = await awsvpcWorld(services);
    await createRole(ecs, 'events.amazonaws.com', ['ecs:RunTask']);
    const TaskDefinitionArn = await ecs.register({}, { networkMode: 'awsvpc' });
    const Subnets = [ecs.subnets['ap-northeast-1a']];
    const NetworkConfiguration = { awsvpcConfiguration: { Subnets, SecurityGroups: [ecs.taskGroup] } };
    await ecs.world.call('events', 'PutRule', rule);
    const EcsParameters = { TaskDefinitionArn, NetworkConfiguration };
    await ecs.world.call('events', 'PutTargets', {
      Rule: 'nightly',
      Targets: [target(TaskDefinitionArn, { EcsParameters })],
    });
    await ecs.advance(5 * MINUTE + 60_000);
    expect((await ecs.tasks())[0]).toMatchObject({ lastStatus: 'RUNNING', attachments: [{ status: 'ATTACHED' }] });
    expect(await ecs.interfaces()).toMatchObject([{ SubnetId: Subnets[0], Groups: [{ GroupId: ecs.taskGroup }] }]);
    await ecs.stop();
  });

  test('that is disabled starts nothing until it is enabled', async () => {
    const { events, revision, advance, tasks } = await eventsWorld();
    await events('PutRule', { ...rule, State: 'DISABLED' });
    await events('PutTargets', { Rule: 'nightly', Targets: [target(revision)] });
    await advance(11 * MINUTE);
    expect(await tasks()).toEqual([]);
    await events('EnableRule', { Name: 'nightly' });
    await advance(6 * MINUTE);
    expect(await tasks()).toHaveLength(1);
    await events('DisableRule', { Name: 'nightly' });
    expect(await events<DescribeRuleResponse>('DescribeRule', { Name: 'nightly' })).toMatchObject({
      State: 'DISABLED',
    });
    await advance(11 * MINUTE);
    expect(await tasks()).toHaveLength(1);
  });
});

test('a target that is put again is replaced as a whole', async () => {
  const { events, revision } = await eventsWorld();
  await events('PutRule', rule);
  const Rule = 'nightly';
  await events('PutTargets', { Rule, Targets: [target(revision, { Input: '{}' })] });
  await events('PutTargets', { Rule, Targets: [target(revision)] });
  const { Targets: targets = [] } = await events<ListTargetsByRuleResponse>('ListTargetsByRule', { Rule });
  expect(targets).toHaveLength(1);
  expect(targets[0]).not.toHaveProperty('Input');
  expect(targets[0]?.EcsParameters).toMatchObject({ TaskDefinitionArn: revision, TaskCount: 1 });
  expect(await events('ListRuleNamesByTarget', { TargetArn: CLUSTER })).toEqual({ RuleNames: ['nightly'] });
});

test('a rule that is put again keeps its targets and tags, and loses what it does not name', async () => {
  const { events, revision } = await eventsWorld();
  const Tags = [{ Key: 'team', Value: 'a' }];
  const { RuleArn: ResourceARN } = await events<{ RuleArn: string }>('PutRule', { ...rule, Description: 'old', Tags });
  await events('PutTargets', { Rule: 'nightly', Targets: [target(revision)] });
  await events('PutRule', { ...rule, ScheduleExpression: 'cron(0 3 * * ? *)', Tags: [{ Key: 'team', Value: 'b' }] });
  const described = await events<DescribeRuleResponse>('DescribeRule', { Name: 'nightly' });
  expect(described).toEqual({
    Name: 'nightly',
    Arn: 'arn:aws:events:ap-northeast-1:123456789012:rule/nightly',
    ScheduleExpression: 'cron(0 3 * * ? *)',
    State: 'ENABLED',
    EventBusName: 'default',
    CreatedBy: '123456789012',
  });
  expect(await events('ListTagsForResource', { ResourceARN })).toEqual({ Tags });
  await events('TagResource', { ResourceARN, Tags: [{ Key: 'team', Value: 'c' }] });
  await events('UntagResource', { ResourceARN, TagKeys: ['team'] });
  expect(await events('ListTagsForResource', { ResourceARN })).toEqual({ Tags: [] });
  await expect(events('DeleteRule', { Name: 'nightly' })).rejects.toThrow(
    "Rule can't be deleted since it has targets.",
  );
  await events('RemoveTargets', { Rule: 'nightly', Ids: ['nightly'] });
  await events('DeleteRule', { Name: 'nightly' });
  expect(await events('ListRules', {})).toEqual({ Rules: [] });
});

test.each<[what: string, operation: string, input: object, message: string]>([
  ['a rule that does not exist', 'ListTargetsByRule', { Rule: 'x' }, 'Rule x does not exist on EventBus default.'],
  ['another bus', 'DescribeRule', { Name: 'nightly', EventBusName: 'b' }, 'Event bus b does not exist.'],
  ['a schedule that is none', 'PutRule', { ...rule, ScheduleExpression: 'daily' }, 'ScheduleExpression is not valid'],
  ['neither schedule nor pattern', 'PutRule', { Name: 'x' }, 'EventPattern or ScheduleExpression must be specified'],
  [
    'a target without a role',
    'PutTargets',
    { Rule: 'nightly', Targets: [target('f:1', { RoleArn: undefined })] },
    'RoleArn is required',
  ],
  [
    'another kind of target',
    'PutTargets',
    { Rule: 'nightly', Targets: [target('f:1', { Arn: 'arn:aws:lambda:x' })] },
    'not supported',
  ],
])('%s is refused', async (_what, operation, input, message) => {
  const { events } = await eventsWorld();
  await events('PutRule', rule);
  await expect(events(operation, input)).rejects.toThrow(message);
});
