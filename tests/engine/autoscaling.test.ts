import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { ServiceResult } from '../../src/engine/rollout/context.ts';
import { waitFor } from '../../src/engine/wait.ts';
import type { Scaling, Service } from '../../src/model/service.ts';
import { aCluster } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { SERVICE_NAME as NAME, version } from './sample-service.ts';

const SCALE = 60;
const CLUSTER = 'sample-ecs-cluster';

let account: EmulatedAccount;

beforeAll(async () => {
  account = await openAccount(SCALE);
  const desired = aCluster({ services: [scaled({})] });
  const { results } = await provision({ cluster: desired, mode: 'apply', timeoutMs: 3_600_000 }, account.ports);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(['deployed', 'deployed']);
}, 60_000);
afterAll(() => account.stop());

function scaled(overrides: Partial<Scaling>): Service {
  const service = version('app:1');
  if (!service.scaling) throw new Error('the sample scales');
  return { ...service, scaling: { ...service.scaling, ...overrides } };
}

async function run(service: Service, mode: 'plan' | 'apply' = 'apply'): Promise<ServiceResult> {
  const request = { services: [NAME], images: [], commit: 'abc', timeoutMs: 900_000, onCancel: 'rollback' } as const;
  const [result] = await deploy({ ...request, mode, cluster: aCluster({ services: [service] }) }, account.ports);
  if (!result) throw new Error('no result');
  return result;
}

async function live() {
  const [service] = await account.ports.services.describe(CLUSTER, [NAME]);
  if (!service) throw new Error('no service');
  return service;
}

/** Until AWS has scaled, at most thirty emulated minutes. */
async function until(subject: string, holds: () => Promise<boolean>): Promise<void> {
  const { kind } = await waitFor(
    {
      subject,
      observe: holds,
      assess: (held) => ({ state: held ? 'healthy' : 'pending', message: String(held) }),
      withinMs: 1_800_000,
      everyMs: 5_000,
    },
    account.ports,
  );
  expect(kind).toBe('healthy');
}

describe('a service that scales', () => {
  test('gets new bounds without its desired count being touched, and AWS moves it, as the plan said', async () => {
    await run(scaled({}));
    const raised = scaled({ minCapacity: 3, maxCapacity: 6 });
    const planned = await run(raised, 'plan');
    expect(planned.unit.notes).toEqual([
      'Application Auto Scaling moves the desired count from 2 to 3 by itself, once minCapacity 3 is set.',
    ]);
    account.writes();
    expect((await run(raised)).outcome.kind).toBe('deployed');
    expect(account.writes()).toEqual(['RegisterScalableTarget']);
    await until('the new minimum', async () => (await live()).desiredCount === 3);
    const again = await run(raised);
    expect(again).toMatchObject({ outcome: { kind: 'unchanged' }, unit: { notes: [] } });
  }, 30_000);

  test('keeps what was paused by hand, and says so', async () => {
    const bounds = { minCapacity: 3, maxCapacity: 6 };
    const paused = {
      dynamicScalingInSuspended: true,
      dynamicScalingOutSuspended: false,
      scheduledScalingSuspended: false,
    };
    await account.ports.scaling.registerTarget(CLUSTER, NAME, { ...bounds, suspended: paused });
    const { unit, outcome } = await run(scaled(bounds));
    expect(outcome.kind).toBe('unchanged');
    expect(unit.notes).toEqual([expect.stringContaining('Scaling in is suspended')]);
    account.writes();
    const resumed = scaled({ ...bounds, suspended: { ...paused, dynamicScalingInSuspended: false } });
    await run(resumed);
    expect(account.writes()).toEqual(['RegisterScalableTarget']);
    expect(await account.ports.scaling.target(CLUSTER, NAME)).toMatchObject({
      suspended: { dynamicScalingInSuspended: false },
    });
    expect((await run(resumed)).outcome.kind).toBe('unchanged');
  });

  test('may track requests, step by ranges and forecast, which AWS describes as they were put', async () => {
    const { steps } = scaled({}).scaling ?? {};
    const stepAdjustments = [
      { metricIntervalLowerBound: 0, metricIntervalUpperBound: 5, scalingAdjustment: 1 },
      { metricIntervalLowerBound: 5, scalingAdjustment: 2 },
    ];
    const tracking = { policyName: 'requests', metricType: 'ALBRequestCountPerTarget', targetValue: 100_000 };
    const service = scaled({
      minCapacity: 3,
      maxCapacity: 6,
      steps: steps && { ...steps, scaleOut: { ...steps.scaleOut, stepAdjustments } },
      predictive: [
        {
          policyName: 'ahead',
          metricPairType: 'ECSServiceCPUUtilization',
          targetValue: 40,
          mode: 'ForecastOnly',
          schedulingBufferSeconds: 300,
          maxCapacityBufferPercent: 10,
        },
      ],
      targetTracking: [{ ...tracking, scaleInCooldownSeconds: 60, scaleOutCooldownSeconds: 60, disableScaleIn: true }],
    });
    account.writes();
    await run(service);
    expect(account.writes()).toEqual(['PutScalingPolicy', 'PutScalingPolicy', 'PutScalingPolicy']);
    expect((await run(service)).outcome.kind).toBe('unchanged');
  });

  test('is resized from config once it scales no more', async () => {
    const service = { ...scaled({}), scaling: undefined, desiredCount: 2 };
    const planned = await run(service, 'plan');
    expect(planned.unit.forecast).toBeUndefined();
    expect(planned.unit.changes.find(({ resource }) => resource === 'service')?.properties).toEqual([
      { path: 'desiredCount', before: { kind: 'value', text: '3' }, after: { kind: 'value', text: '2' } },
    ]);
    const { outcome } = await run(service);
    expect(outcome.kind).toBe('deployed');
    expect(await live()).toMatchObject({ desiredCount: 2, runningCount: 2 });
    expect(await account.ports.scaling.target(CLUSTER, NAME)).toBeUndefined();
    account.writes();
    expect((await run({ ...service, desiredCount: 3 })).outcome.kind).toBe('deployed');
    expect(account.writes()).toEqual(['UpdateService']);
    expect(await live()).toMatchObject({ desiredCount: 3, runningCount: 3 });
    expect((await run({ ...service, desiredCount: 3 })).outcome.kind).toBe('unchanged');
  }, 30_000);
});
