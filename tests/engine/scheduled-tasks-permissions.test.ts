import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import { createScheduledTasks } from '../../src/adapters/aws/scheduled-tasks.ts';
import type { ScheduledTasks } from '../../src/ports/scheduled-tasks.ts';
import { createIdentity } from '../identity/identity-stack.ts';
import { jobWith } from '../identity/job.ts';
import { VARIABLE } from '../identity/recording.ts';

const REGION = 'ap-northeast-1';
const ACCOUNT = '123456789012';
const CLUSTER = `arn:aws:ecs:${REGION}:${ACCOUNT}:cluster/shop`;
const REVISION = `arn:aws:ecs:${REGION}:${ACCOUNT}:task-definition/web`;
const VIEW = { rule: 'nightly', targetId: 'task', taskDefinition: `${REVISION}:1` };

let emulator: Emulator;

const admin = () => ({
  endpoint: emulator.url,
  region: REGION,
  credentials: { accessKeyId: 'AKIAADMIN', secretAccessKey: 'secret' },
});

/** The adapter, as a job of the deploy role whose stack names this role of EventBridge's. */
async function asJob(ScheduledTaskRoles: string): Promise<ScheduledTasks> {
  const account = { endpoint: emulator.url, region: REGION, adminKey: 'AKIAADMIN' };
  const { deploy } = await createIdentity(account, { Cluster: 'shop', KeepRevisions: 'true', ScheduledTaskRoles });
  const { accessKeyId, secretAccessKey, sessionToken } = await jobWith(emulator.url, deploy, 'environment:production');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: emulator.url,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  });
  return createScheduledTasks({ region: REGION, purpose: 'deploy-service.apply' });
}

beforeEach(async () => {
  // So fast that a new role has propagated by the next request.
  const judged = { enforceIam: true, adminKeys: ['AKIAADMIN'], acceptUnprovenTokens: true };
  emulator = await startEmulator({ scale: 1000, driver: 'none', ...judged, recordActions: process.env[VARIABLE] });
  const events = new EventBridgeClient(admin());
  await events.send(new PutRuleCommand({ Name: 'nightly', ScheduleExpression: 'rate(1 day)', State: 'DISABLED' }));
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/ecsEventsRole`;
  const EcsParameters = { TaskDefinitionArn: VIEW.taskDefinition };
  const Targets = [{ Id: 'task', Arn: CLUSTER, RoleArn, EcsParameters }];
  await events.send(new PutTargetsCommand({ Rule: 'nightly', Targets }));
});
afterEach(() => emulator.stop());

test('the deploy role may look at scheduled tasks and move them', async () => {
  const scheduledTasks = await asJob(`arn:aws:iam::${ACCOUNT}:role/ecsEventsRole`);
  expect(await scheduledTasks.targets('nightly')).toEqual([VIEW]);
  await scheduledTasks.move(VIEW, `${REVISION}:2`);
  expect(await scheduledTasks.revisionsInUse(CLUSTER, 'web')).toEqual([`${REVISION}:2`]);
});

test("without passing the target's role on nothing is moved", async () => {
  const scheduledTasks = await asJob(`arn:aws:iam::${ACCOUNT}:role/another`);
  await expect(scheduledTasks.move(VIEW, `${REVISION}:3`)).rejects.toMatchObject({
    code: 'ACCESS_DENIED',
    message: expect.stringContaining('iam:PassRole'),
  });
});
