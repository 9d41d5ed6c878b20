import { readFileSync } from 'node:fs';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import { createScheduledTasks } from '../../src/adapters/aws/scheduled-tasks.ts';
import type { ScheduledTasks } from '../../src/ports/scheduled-tasks.ts';

const REGION = 'ap-northeast-1';
const ACCOUNT = '123456789012';
const CLUSTER = `arn:aws:ecs:${REGION}:${ACCOUNT}:cluster/shop`;
const REVISION = `arn:aws:ecs:${REGION}:${ACCOUNT}:task-definition/web`;
const VIEW = { rule: 'nightly', targetId: 'task', taskDefinition: `${REVISION}:1` };

interface Policy {
  readonly Statement: readonly { readonly Sid: string }[];
}

/** The policy of docs/security.md that has a statement of this name. */
function documentedPolicy(sid: string): Policy {
  const text = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
  const policies = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']): Policy => JSON.parse(json));
  const found = policies.find(({ Statement }) => Statement.some(({ Sid }) => Sid === sid));
  if (!found) throw new Error(`docs/security.md has no statement ${sid}`);
  return found;
}

let emulator: Emulator;

const admin = () => ({
  endpoint: emulator.url,
  region: REGION,
  credentials: { accessKeyId: 'AKIAADMIN', secretAccessKey: 'secret' },
});

/** The adapter, as the job of a role that has these statements. */
async function asRole(RoleName: string, policy: Policy): Promise<ScheduledTasks> {
  const iam = new IAMClient(admin());
  const Statement = { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: policy.Statement });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'own', PolicyDocument }));
  const request = new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: 'run' });
  const { Credentials: keys } = await new STSClient(admin()).send(request);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: emulator.url,
    AWS_ACCESS_KEY_ID: keys?.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: keys?.SecretAccessKey,
    AWS_SESSION_TOKEN: keys?.SessionToken,
  });
  return createScheduledTasks({ region: REGION });
}

beforeAll(async () => {
  // So fast that a new role has propagated by the next request.
  emulator = await startEmulator({ scale: 10_000, driver: 'none', enforceIam: true, adminKeys: ['AKIAADMIN'] });
  const events = new EventBridgeClient(admin());
  await events.send(new PutRuleCommand({ Name: 'nightly', ScheduleExpression: 'rate(1 day)', State: 'DISABLED' }));
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/ecsEventsRole`;
  const EcsParameters = { TaskDefinitionArn: VIEW.taskDefinition };
  const Targets = [{ Id: 'task', Arn: CLUSTER, RoleArn, EcsParameters }];
  await events.send(new PutTargetsCommand({ Rule: 'nightly', Targets }));
});
afterAll(() => emulator.stop());

test('what docs/security.md grants is enough to look at scheduled tasks and to move them', async () => {
  const scheduledTasks = await asRole('deployer', documentedPolicy('ScheduledTasks'));
  expect(await scheduledTasks.targets('nightly')).toEqual([VIEW]);
  await scheduledTasks.move(VIEW, `${REVISION}:2`);
  expect(await scheduledTasks.revisionsInUse(CLUSTER, 'web')).toEqual([`${REVISION}:2`]);
});

test("without passing the target's role on nothing is moved", async () => {
  const { Statement } = documentedPolicy('ScheduledTasks');
  const without = { Statement: Statement.filter(({ Sid }) => Sid !== 'RoleOfScheduledTasks') };
  const scheduledTasks = await asRole('bystander', without);
  await expect(scheduledTasks.move(VIEW, `${REVISION}:3`)).rejects.toMatchObject({
    code: 'ACCESS_DENIED',
    message: expect.stringContaining('iam:PassRole'),
  });
});
