import { afterEach, describe, expect, test } from '@jest/globals';
import { type ShiftWorld, shiftingService, shiftWorld } from '../../testing/shift-world.ts';

const CANARY = {
  strategy: 'CANARY',
  bakeTimeInMinutes: 1,
  canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 },
};
const LINEAR = {
  strategy: 'LINEAR',
  bakeTimeInMinutes: 1,
  linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: 2 },
};

let world: ShiftWorld;
afterEach(() => world.stop());

async function serving(configuration: object): Promise<void> {
  world = await shiftWorld();
  await shiftingService(world, configuration);
}
const reached = (percent: number) =>
  world.until(
    ({ targetServiceRevision: target, finishedAt }) =>
      target?.requestedProductionTrafficWeight === percent && finishedAt === undefined,
  );
const ended = () => world.until(({ finishedAt }) => finishedAt !== undefined);
/** The share of version 2 in so many answers, where both versions and nobody else answer. */
async function shareOfV2(count: number): Promise<number> {
  const { v1 = 0, v2 = 0, ...others } = await world.answers(count);
  expect(others).toEqual({});
  expect(v1 + v2).toBe(count);
  return (100 * v2) / count;
}

describe('a CANARY deployment', () => {
  test('gives the new version its share for the canary bake time, then everything', async () => {
    await serving(CANARY);
    await world.deploy('app:v2');
    const { updatedAt = 0 } = await reached(10);
    const share = await shareOfV2(500);
    expect(share).toBeGreaterThan(6);
    expect(share).toBeLessThan(14);
    expect((await reached(100)).updatedAt).toBeGreaterThanOrEqual(updatedAt + 5 * 60_000);
    expect(await shareOfV2(50)).toBe(100);
    expect((await ended()).status).toBe('SUCCESSFUL');
    expect(await shareOfV2(50)).toBe(100);
  });

  test('goes back to blue from its first step', async () => {
    await serving(CANARY);
    await world.deploy('app:v2');
    const { serviceDeploymentArn } = await reached(10);
    await world.call('StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' });
    await world.until(({ status }) => status === 'ROLLBACK_IN_PROGRESS');
    expect(await shareOfV2(50)).toBe(0);
    expect((await ended()).status).toBe('ROLLBACK_SUCCESSFUL');
    await world.deploy('app:v2');
    expect((await ended()).status).toBe('SUCCESSFUL');
  });
});

describe('a LINEAR deployment', () => {
  test('gives the new version more and more, with the bake time between the steps', async () => {
    await serving(LINEAR);
    await world.deploy('app:v2');
    let last = 0;
    for (const percent of [25, 50, 75, 100]) {
      const { updatedAt = 0, lifecycleStage } = await reached(percent);
      expect(lifecycleStage).toBe('PRODUCTION_TRAFFIC_SHIFT');
      expect(Math.abs((await shareOfV2(400)) - percent)).toBeLessThan(6);
      if (last > 0) expect(updatedAt - last).toBeGreaterThanOrEqual(2 * 60_000);
      last = updatedAt;
    }
    expect((await ended()).status).toBe('SUCCESSFUL');
  });
});

describe('a service whose strategy changes', () => {
  test('keeps serving from the group it is in, rolling and shifting in turn', async () => {
    world = await shiftWorld();
    await world.register({ image: 'app:v1' });
    await world.create({ loadBalancers: world.loadBalancers });
    await ended();
    expect(await world.weights()).toEqual({ primary: 1, alternate: 0 });
    const changes = [
      ['app:v2', CANARY, { primary: 0, alternate: 100 }],
      ['app:v3', { strategy: 'ROLLING' }, { primary: 0, alternate: 100 }],
      ['app:v1', LINEAR, { primary: 100, alternate: 0 }],
    ] as const;
    for (const [image, deploymentConfiguration, weights] of changes) {
      await world.deploy(image, { deploymentConfiguration });
      expect((await world.until(({ finishedAt }) => finishedAt !== undefined, 1_800_000)).status).toBe('SUCCESSFUL');
      expect(await world.answers(10)).toEqual({ [image.replace('app:', '')]: 10 });
      expect(await world.weights()).toEqual(weights);
    }
  });

  test('of a change of the configuration alone makes no deployment', async () => {
    await serving(CANARY);
    const before = (await world.service()).deployments?.[0]?.id;
    await world.call('UpdateService', { cluster: 'c', service: 's', deploymentConfiguration: LINEAR });
    const { deployments, deploymentConfiguration } = await world.service();
    expect(deployments?.[0]?.id).toBe(before);
    expect(deploymentConfiguration).toMatchObject(LINEAR);
    expect(deploymentConfiguration?.canaryConfiguration).toBeUndefined();
  });
});
