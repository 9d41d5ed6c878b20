import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import { deployImages } from '../../src/engine/deploy-images/deploy-images.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import { type RollbackRequest, rollback } from '../../src/engine/rollback/rollback.ts';
import type { ServiceResult } from '../../src/engine/rollout/context.ts';
import type { Service } from '../../src/model/service.ts';
import { parseImageOverrides } from '../../src/plan/task-definition/task-definition-images.ts';
import { aCluster } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { SERVICE_NAME as NAME, version } from './sample-service.ts';

const SCALE = 40;
const LIVE = { cluster: 'sample-ecs-cluster', services: [NAME], timeoutMs: 900_000, onCancel: 'rollback' } as const;

let account: EmulatedAccount;

/** Config's service, whose image is left to others. */
function external(): Service {
  const service = version('app:1');
  const containers = [{ name: 'nginx', image: { kind: 'external', initialImage: 'app:1' } } as const];
  return { ...service, taskDefinition: { ...service.taskDefinition, containers } };
}

async function fromConfig(): Promise<ServiceResult> {
  const cluster = aCluster({ services: [external()] });
  const request = { ...LIVE, cluster, mode: 'apply', images: [], commit: 'abc' } as const;
  return only(await deploy(request, account.ports));
}

async function ship(image: string, container = 'nginx'): Promise<ServiceResult> {
  const images = parseImageOverrides(`${container}=${image}`);
  return only(await deployImages({ ...LIVE, mode: 'apply', images, commit: 'def' }, account.ports));
}

async function back(revision = '', overrides: Partial<RollbackRequest> = {}): Promise<ServiceResult> {
  return only(await rollback({ ...LIVE, revision, ...overrides }, account.ports));
}

function only([result]: readonly ServiceResult[]): ServiceResult {
  if (!result) throw new Error('no result');
  return result;
}

beforeAll(async () => {
  account = await openAccount(SCALE);
  const cluster = aCluster({ services: [external()] });
  await provision({ cluster, mode: 'apply', timeoutMs: 3_600_000 }, account.ports);
  expect((await fromConfig()).outcome.kind).toBe('deployed');
  account.writes();
}, 60_000);
afterAll(() => account.stop());

describe('a live service over the wire, without config', () => {
  test('gets another image and nothing else', async () => {
    const { outcome, taskDefinitionArn } = await ship('app:2');
    expect(outcome).toMatchObject({ kind: 'deployed', summary: 'sample:2 (2 of 2 tasks running) serves.' });
    expect(account.writes()).toEqual(['RegisterTaskDefinition', 'UpdateService']);
    const revision = await account.ports.taskDefinitions.describe(taskDefinitionArn ?? '');
    expect(revision?.tags).toMatchObject({ 'ecs-gitops:commit': 'def', 'ecs-gitops:service': NAME });
  }, 30_000);

  test('changes nothing the next time, from here or from config', async () => {
    expect((await ship('app:2')).outcome.kind).toBe('unchanged');
    expect((await fromConfig()).outcome.kind).toBe('unchanged');
    expect(account.writes()).toEqual([]);
  });

  test('is rolled back and says why where the image cannot start', async () => {
    const { outcome, taskDefinitionArn } = await ship('app:crash');
    expect(outcome.kind).toBe('rolled-back');
    expect(outcome.summary).toContain('container nginx exits with code 3');
    expect(taskDefinitionArn).toMatch(/sample:2$/);
    account.writes();
  }, 30_000);

  test('names the containers that there are', async () => {
    await expect(ship('app:2', 'app')).rejects.toMatchObject({ hint: `Give one of: ${NAME}/nginx.` });
  });

  test('goes back to the last revision that succeeded before', async () => {
    const { outcome, taskDefinitionArn } = await back();
    expect(outcome).toMatchObject({
      kind: 'deployed',
      summary: 'Rolled back from sample:2: sample:1 (2 of 2 tasks running) serves.',
    });
    expect(taskDefinitionArn).toMatch(/sample:1$/);
    expect(account.writes()).toEqual(['UpdateService']);
  }, 30_000);

  test('goes to the revision named', async () => {
    expect(await back('2')).toMatchObject({ outcome: { kind: 'deployed' }, changed: true });
    account.writes();
    expect((await back('sample:2')).outcome.kind).toBe('unchanged');
    expect(account.writes()).toEqual([]);
  }, 30_000);

  test('has ECS roll back what is rolling out', async () => {
    const { services } = account.ports;
    await services.update('sample-ecs-cluster', NAME, { taskDefinition: 'sample:1' });
    account.writes();
    const { outcome, taskDefinitionArn } = await back();
    expect(outcome).toMatchObject({ kind: 'deployed', summary: expect.stringContaining('sample:2') });
    expect(taskDefinitionArn).toMatch(/sample:2$/);
    expect(account.writes()).toEqual(['StopServiceDeployment']);
  }, 30_000);

  test('takes its scheduled task along, to a new revision and back', async () => {
    const events = new EventBridgeClient({});
    const scheduledTasks = [{ rule: 'nightly', targetId: undefined }];
    const configured = version('app:1', { overrides: { scheduledTasks } });
    const EcsParameters = { TaskDefinitionArn: 'arn:aws:ecs:ap-northeast-1:123456789012:task-definition/sample:1' };
    const target = { Id: 'task', RoleArn: 'arn:aws:iam::123456789012:role/r', EcsParameters };
    const Arn = 'arn:aws:ecs:ap-northeast-1:123456789012:cluster/sample-ecs-cluster';
    await events.send(new PutRuleCommand({ Name: 'nightly', ScheduleExpression: 'rate(1 day)', State: 'DISABLED' }));
    await events.send(new PutTargetsCommand({ Rule: 'nightly', Targets: [{ ...target, Arn }] }));
    account.writes();
    const starts = async () => (await account.ports.scheduledTasks.targets('nightly'))?.[0]?.taskDefinition;
    const cluster = aCluster({ services: [configured] });
    const request = { ...LIVE, cluster, mode: 'apply', images: [], commit: 'abc' } as const;
    const ended = only(await deploy(request, account.ports));
    expect(ended.outcome.kind).toBe('deployed');
    expect(await starts()).toBe(ended.taskDefinitionArn);
    expect(account.writes().at(-1)).toBe('PutTargets');
    const schedules = { services: [configured], scheduledTasks: account.ports.scheduledTasks };
    const gone = await back('2', { schedules });
    expect(gone).toMatchObject({
      outcome: { kind: 'deployed' },
      taskDefinitionArn: expect.stringMatching(/sample:2$/),
    });
    expect(await starts()).toBe(gone.taskDefinitionArn);
    events.destroy();
  }, 30_000);
});
