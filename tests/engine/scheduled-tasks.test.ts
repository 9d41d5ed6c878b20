import {
  EventBridgeClient,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmulatedAccount, openAccount } from './account.ts';

const CLUSTER = 'arn:aws:ecs:ap-northeast-1:123456789012:cluster/shop';
const REVISION = 'arn:aws:ecs:ap-northeast-1:123456789012:task-definition/web';

/** Everything that a target can have, so that what is lost shows. */
const TARGET = {
  Id: 'task',
  Arn: CLUSTER,
  RoleArn: 'arn:aws:iam::123456789012:role/ecsEventsRole',
  Input: '{"containerOverrides":[{"name":"app","command":["report"]}]}',
  RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 600 },
  DeadLetterConfig: { Arn: 'arn:aws:sqs:ap-northeast-1:123456789012:lost' },
  EcsParameters: {
    TaskDefinitionArn: `${REVISION}:1`,
    TaskCount: 2,
    LaunchType: 'EC2',
    Group: 'reports',
    NetworkConfiguration: {
      awsvpcConfiguration: { Subnets: ['subnet-a'], SecurityGroups: ['sg-a'], AssignPublicIp: 'DISABLED' },
    },
    PropagateTags: 'TASK_DEFINITION',
    EnableECSManagedTags: true,
    EnableExecuteCommand: true,
    PlacementStrategy: [{ type: 'spread', field: 'instanceId' }],
    Tags: [{ Key: 'team', Value: 'a' }],
  },
} as const;

let account: EmulatedAccount;
let events: EventBridgeClient;

async function put(rule: string, targets: readonly object[]): Promise<void> {
  await events.send(new PutRuleCommand({ Name: rule, ScheduleExpression: 'cron(0 3 * * ? *)' }));
  await events.send(new PutTargetsCommand({ Rule: rule, Targets: targets as [] }));
}

beforeAll(async () => {
  account = await openAccount(40);
  events = new EventBridgeClient({});
  await put('nightly', [TARGET]);
});
afterAll(async () => {
  events.destroy();
  await account.stop();
});

describe('scheduled tasks over the wire', () => {
  test('are the targets of a rule that start tasks of ECS', async () => {
    const { scheduledTasks } = account.ports;
    const view = { rule: 'nightly', targetId: 'task', taskDefinition: `${REVISION}:1` };
    expect(await scheduledTasks.targets('nightly')).toEqual([view]);
    expect(await scheduledTasks.targets('weekly')).toBeUndefined();
  });

  test('get another revision, and keep everything else that they have', async () => {
    const { scheduledTasks } = account.ports;
    const [view] = (await scheduledTasks.targets('nightly')) ?? [];
    if (!view) throw new Error('no target');
    account.writes();
    await scheduledTasks.move(view, `${REVISION}:2`);
    const { Targets: targets } = await events.send(new ListTargetsByRuleCommand({ Rule: 'nightly' }));
    const EcsParameters = { ...TARGET.EcsParameters, TaskDefinitionArn: `${REVISION}:2` };
    expect(targets).toEqual([{ ...TARGET, EcsParameters }]);
    await scheduledTasks.move(view, `${REVISION}:2`);
    expect(account.writes()).toEqual(['PutTargets']);
  });

  test('that are gone by then are told of', async () => {
    const gone = { rule: 'nightly', targetId: 'other', taskDefinition: `${REVISION}:1` };
    await expect(account.ports.scheduledTasks.move(gone, `${REVISION}:2`)).rejects.toMatchObject({
      code: 'SCHEDULED_TASK_UNSUITABLE',
    });
  });

  test('hold their revisions in use, whichever rule of the cluster starts them', async () => {
    const of = (family: string, Id = 'task') => ({
      ...TARGET,
      Id,
      EcsParameters: { TaskDefinitionArn: `${REVISION}${family}` },
    });
    await put('hourly', [of(':7'), of('-other:1', 'other')]);
    await put('elsewhere', [{ ...of(':9'), Arn: CLUSTER.replace('shop', 'blog') }]);
    const inUse = await account.ports.scheduledTasks.revisionsInUse(CLUSTER, 'web');
    expect([...inUse].sort()).toEqual([`${REVISION}:2`, `${REVISION}:7`]);
  });
});
