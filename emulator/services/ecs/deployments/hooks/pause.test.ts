import { afterEach, describe, expect, test } from '@jest/globals';
import type { ServiceDeployment } from '../../../../shapes/ecs.d.ts';
import { type ShiftWorld, shiftingService, shiftWorld } from '../../testing/shift-world.ts';

const pause = (stage: string, timeoutConfiguration?: object) => ({
  targetType: 'PAUSE',
  lifecycleStages: [stage],
  ...(timeoutConfiguration && { timeoutConfiguration }),
});
const pausing = (stage: string, timeoutConfiguration?: object) => ({
  strategy: 'BLUE_GREEN',
  bakeTimeInMinutes: 0,
  lifecycleHooks: [pause(stage, timeoutConfiguration)],
});
const isPaused = ({ lifecycleHookDetails = [] }: ServiceDeployment): boolean =>
  lifecycleHookDetails.some(({ status }) => status === 'AWAITING_ACTION');
const isOver = ({ finishedAt }: ServiceDeployment): boolean => finishedAt !== undefined;

let world: ShiftWorld;
afterEach(() => world.stop());

/** A deployment to v2 with that configuration, on a service that was made without hooks. */
async function deploying(deploymentConfiguration: object): Promise<void> {
  world = await shiftWorld();
  await shiftingService(world, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 });
  await world.deploy('app:v2', { deploymentConfiguration });
}
const answer = ({ serviceDeploymentArn, lifecycleHookDetails = [] }: ServiceDeployment, action?: string) =>
  world.call('ContinueServiceDeployment', {
    serviceDeploymentArn,
    hookId: lifecycleHookDetails.find(({ status }) => status === 'AWAITING_ACTION')?.hookId,
    action,
  });

describe('a PAUSE hook', () => {
  test.each([
    ['PRE_SCALE_UP', { v1: 5 }],
    ['POST_SCALE_UP', { v1: 5 }],
    ['POST_TEST_TRAFFIC_SHIFT', { v1: 5 }],
    ['PRE_PRODUCTION_TRAFFIC_SHIFT', { v1: 5 }],
    ['POST_PRODUCTION_TRAFFIC_SHIFT', { v2: 5 }],
  ])('at %s holds the deployment there until it is continued', async (stage, answers) => {
    await deploying(pausing(stage));
    const paused = await world.until(isPaused);
    expect(paused).toMatchObject({
      status: 'IN_PROGRESS',
      lifecycleHookDetails: [{ targetType: 'PAUSE', timeoutAction: 'ROLLBACK' }],
    });
    expect(paused.lifecycleHookDetails?.[0]?.hookId).toMatch(/^ecs-pause-[\w-]{43}$/);
    await world.advance(600_000);
    expect(isPaused(await world.deployment())).toBe(true);
    expect(await world.answers(5)).toEqual(answers);
    await answer(paused);
    expect(await world.until(isOver)).toMatchObject({
      status: 'SUCCESSFUL',
      lifecycleHookDetails: [{ status: 'SUCCEEDED' }],
    });
    expect(await world.answers(5)).toEqual({ v2: 5 });
  });

  test('brings everything back when the answer is ROLLBACK', async () => {
    await deploying(pausing('POST_PRODUCTION_TRAFFIC_SHIFT'));
    await answer(await world.until(isPaused), 'ROLLBACK');
    expect(await world.until(isOver)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      lifecycleHookDetails: [{ status: 'FAILED' }],
    });
    expect(await world.answers(5)).toEqual({ v1: 5 });
  });

  test.each([
    ['ROLLBACK', 'ROLLBACK_SUCCESSFUL', { v1: 5 }],
    ['CONTINUE', 'SUCCESSFUL', { v2: 5 }],
  ])('that nobody answers in time leads to its %s', async (action, status, answers) => {
    await deploying(pausing('POST_TEST_TRAFFIC_SHIFT', { timeoutInMinutes: 3, action }));
    const { lifecycleHookDetails = [] } = await world.until(isPaused);
    const [{ expiresAt = 0 } = {}] = lifecycleHookDetails;
    expect(expiresAt - world.world.clock.now()).toBeLessThanOrEqual(180_000);
    const over = await world.until(isOver);
    expect(over).toMatchObject({ status, lifecycleHookDetails: [{ status: 'TIMED_OUT' }] });
    if (action === 'ROLLBACK')
      expect(over.statusReason).toBe(
        'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT pause hook timed out.',
      );
    expect(await world.answers(5)).toEqual(answers);
  });

  test('before the production shift is met anew in each step, with an id of its own', async () => {
    await deploying({
      ...pausing('PRE_PRODUCTION_TRAFFIC_SHIFT'),
      strategy: 'CANARY',
      canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 0 },
    });
    const first = await world.until(isPaused);
    await answer(first);
    const second = await world.until((deployment) => deployment.lifecycleHookDetails?.length === 2);
    expect(second.targetServiceRevision?.requestedProductionTrafficWeight).toBe(20);
    expect(new Set(second.lifecycleHookDetails?.map(({ hookId }) => hookId)).size).toBe(2);
    await answer(second);
    expect((await world.until(isOver)).status).toBe('SUCCESSFUL');
  });
});

describe('ContinueServiceDeployment', () => {
  test('is refused in the words of AWS', async () => {
    await deploying(pausing('POST_SCALE_UP'));
    const { serviceDeploymentArn = '', lifecycleHookDetails = [] } = await world.until(isPaused);
    const { hookId } = lifecycleHookDetails[0] ?? {};
    const continuing = (input: object) =>
      world.call('ContinueServiceDeployment', { serviceDeploymentArn, hookId, ...input });
    await expect(continuing({ hookId: 'mine' })).rejects.toThrow(
      'Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}',
    );
    await expect(continuing({ hookId: 'ecs-pause-other' })).rejects.toThrow(
      'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN',
    );
    await expect(continuing({ serviceDeploymentArn: `${serviceDeploymentArn}x` })).rejects.toThrow(
      'The service deployment does not exist.',
    );
    await continuing({});
    await expect(continuing({})).rejects.toThrow('Provided hookId is either completed');
    await world.until(isOver);
    await expect(continuing({})).rejects.toThrow(
      'Continuing a service deployment is not allowed for service deployment in terminal states.',
    );
  });

  test('cannot answer a deployment that is being rolled back', async () => {
    await deploying(pausing('POST_SCALE_UP'));
    const paused = await world.until(isPaused);
    const { serviceDeploymentArn } = paused;
    await world.call('StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' });
    await expect(answer(paused)).rejects.toThrow('Provided hookId is either completed');
    expect((await world.until(isOver)).status).toBe('ROLLBACK_SUCCESSFUL');
  });
});
