import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeployRequest } from '../../src/engine/deploy/context.ts';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { ServiceResult } from '../../src/engine/rollout/context.ts';
import { aCluster } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { SERVICE_NAME as NAME, version } from './sample-service.ts';

const SCALE = 40;

let account: EmulatedAccount;

beforeAll(async () => {
  account = await openAccount(SCALE);
  const cluster = aCluster({ services: [version('app:1')] });
  const { results } = await provision({ cluster, mode: 'apply', timeoutMs: 3_600_000 }, account.ports);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(['deployed', 'deployed']);
  account.writes();
}, 60_000);
afterAll(() => account.stop());

async function deployed(image: string, overrides: Partial<DeployRequest> = {}): Promise<ServiceResult> {
  const service = version(image);
  const cluster = aCluster({ services: [service] });
  const [result] = await deploy(
    {
      cluster,
      services: [NAME],
      mode: 'apply',
      images: [],
      commit: 'abc',
      timeoutMs: 900_000,
      onCancel: 'rollback',
      ...overrides,
    },
    account.ports,
  );
  if (!result) throw new Error('no result');
  return result;
}

describe('deploying over the wire', () => {
  test('creates the service with everything that belongs to it', async () => {
    expect(await deployed('app:1')).toMatchObject({
      outcome: { kind: 'deployed', summary: 'sample:1 (2 of 2 tasks running) serves.' },
      changed: true,
    });
    expect(account.writes()).toEqual([
      'RegisterTaskDefinition',
      'CreateService',
      'RegisterScalableTarget',
      'PutScalingPolicy',
      'PutScalingPolicy',
      'PutMetricAlarm',
      'PutMetricAlarm',
    ]);
  }, 30_000);

  test('finds nothing to do the next time', async () => {
    const { outcome, unit } = await deployed('app:1');
    expect(unit.changes).toEqual([]);
    expect(outcome.kind).toBe('unchanged');
    expect(account.writes()).toEqual([]);
  });

  test('repairs exactly what was changed by hand', async () => {
    const { services, scaling } = account.ports;
    await services.update('sample-ecs-cluster', NAME, { healthCheckGracePeriodSeconds: 99 });
    await scaling.deleteAlarms(['EcsScaleOutAlarm']);
    account.writes();
    const { unit } = await deployed('app:1');
    expect(unit.changes.map(({ action, resource, properties }) => [action, resource, properties.length])).toEqual([
      ['modify', 'service', 1],
      ['add', 'alarm EcsScaleOutAlarm', 0],
    ]);
    expect(account.writes().toSorted()).toEqual(['PutMetricAlarm', 'UpdateService']);
    expect((await deployed('app:1')).outcome.kind).toBe('unchanged');
  });

  test('rolls a new version out', async () => {
    const { outcome, taskDefinitionArn } = await deployed('app:2');
    expect(outcome).toMatchObject({ kind: 'deployed' });
    expect(taskDefinitionArn).toMatch(/task-definition\/sample:2$/);
    expect(account.writes()).toEqual(['RegisterTaskDefinition', 'UpdateService']);
  }, 30_000);

  test.each([
    ['answers 503 to its health checks', 'app:sick', 'Health checks failed with these codes: [503]'],
    ['cannot start', 'app:crash', 'container nginx exits with code 3'],
  ])(
    'is rolled back and says why where a version %s',
    async (_, image, cause) => {
      account.events.length = 0;
      const { outcome, taskDefinitionArn } = await deployed(image);
      expect(outcome.kind).toBe('rolled-back');
      expect(outcome.summary).toContain(cause);
      expect(taskDefinitionArn).toMatch(/task-definition\/sample:2$/);
      const said = account.events.flatMap((event) => (event.kind === 'log-lines' ? event.lines : []));
      if (image === 'app:crash') expect(said).toContain('no database');
      expect(account.writes()).toEqual(['RegisterTaskDefinition', 'UpdateService']);
    },
    30_000,
  );

  test('is rolled back when the run is cancelled, and the next run waits for that', async () => {
    const controller = new AbortController();
    const { progress } = account.ports;
    const cancelling = {
      emit: (event: Parameters<typeof progress.emit>[0]) => {
        progress.emit(event);
        if (event.kind === 'rollout') controller.abort(new Error('cancelled'));
      },
    };
    const cluster = aCluster({ services: [version('app:1')] });
    const request = { cluster, services: [NAME], images: [], commit: undefined, timeoutMs: 900_000 } as const;
    const [result] = await deploy(
      { ...request, mode: 'apply', onCancel: 'rollback', signal: controller.signal },
      { ...account.ports, progress: cancelling },
    );
    expect(result?.outcome).toMatchObject({ kind: 'cancelled', summary: expect.stringContaining('asked to roll it') });
    expect(account.writes()).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment']);
    const next = await deployed('app:2');
    expect(next.outcome.kind).toBe('unchanged');
    expect(account.writes()).toEqual([]);
  }, 30_000);

  test('is superseded where somebody else deploys another version meanwhile', async () => {
    const { progress, services } = account.ports;
    let meddled = false;
    const meddling = {
      emit: (event: Parameters<typeof progress.emit>[0]) => {
        if (event.kind === 'service-event' && !meddled) {
          meddled = true;
          void services.update('sample-ecs-cluster', NAME, { taskDefinition: 'sample:1' });
        }
      },
    };
    const cluster = aCluster({ services: [version('app:1')] });
    const request = { cluster, services: [NAME], images: [], commit: undefined, timeoutMs: 900_000 } as const;
    const [result] = await deploy(
      { ...request, mode: 'apply', onCancel: 'rollback' },
      { ...account.ports, progress: meddling },
    );
    expect(result?.outcome).toMatchObject({ kind: 'superseded', summary: expect.stringContaining('of sample:1 took') });
  }, 30_000);
});
