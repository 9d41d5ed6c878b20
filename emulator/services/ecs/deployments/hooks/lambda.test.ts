import { afterEach, describe, expect, test } from '@jest/globals';
import { type FunctionResult, functionNotFound } from '../../../../drivers/functions.ts';
import type { ServiceDeployment } from '../../../../shapes/ecs.d.ts';
import { type ShiftWorld, shiftingService, shiftWorld } from '../../testing/shift-world.ts';

const CHECK = 'arn:aws:lambda:ap-northeast-1:123456789012:function:check';
type Event = Record<string, unknown> & { readonly lifecycleStage: string; readonly executionDetails: object };

let world: ShiftWorld;
afterEach(() => world.stop());

/** A deployment to v2 whose hook is answered by this handler; gives the events of that deployment. */
async function deploying(
  stages: readonly string[],
  handler: (event: Event, invocation: number) => unknown,
  options: { arn?: string; roleArn?: string; hookDetails?: object; invocable?: boolean } = {},
): Promise<Event[]> {
  const { arn = CHECK, roleArn, hookDetails, invocable = true } = options;
  const events: Event[] = [];
  const invoke = async (functionArn: string, event: object): Promise<FunctionResult> => {
    if (functionArn !== CHECK) return functionNotFound(functionArn);
    events.push(structuredClone(event) as Event);
    return { kind: 'answered', payload: handler(event as Event, events.length) };
  };
  world = await shiftWorld({ functions: { invoke, stop: async () => {} } });
  if (invocable)
    await world.world.call('iam', 'PutRolePolicy', {
      RoleName: 'infrastructure',
      PolicyName: 'invoke',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: '*' },
      }),
    });
  await shiftingService(world, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 });
  const hook = { hookTargetArn: arn, roleArn: roleArn ?? world.roleArn, lifecycleStages: stages, hookDetails };
  await world.deploy('app:v2', { deploymentConfiguration: { lifecycleHooks: [hook] } });
  return events;
}
const ended = (): Promise<ServiceDeployment> => world.until(({ finishedAt }) => finishedAt !== undefined);

const ALL = [
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
];

describe('a Lambda hook', () => {
  test('is invoked at each of its stages with what AWS tells it', async () => {
    const events = await deploying(ALL, () => ({ hookStatus: 'SUCCEEDED' }), { hookDetails: { suite: 'smoke' } });
    const { status, serviceDeploymentArn, targetServiceRevision, sourceServiceRevisions } = await ended();
    expect(status).toBe('SUCCESSFUL');
    expect(events.map(({ lifecycleStage }) => lifecycleStage)).toEqual(ALL);
    expect(events[0]).toEqual({
      executionDetails: {
        testTrafficWeights: {},
        productionTrafficWeights: {},
        serviceArn: expect.stringMatching(/:service\/c\/s$/),
        targetServiceRevisionArn: targetServiceRevision?.arn,
      },
      executionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      lifecycleStage: 'PRE_SCALE_UP',
      resourceArn: serviceDeploymentArn,
      hookDetails: { suite: 'smoke' },
    });
    expect(events[5]?.executionDetails).toMatchObject({
      productionTrafficWeights: {
        [targetServiceRevision?.arn ?? '']: 100,
        [sourceServiceRevisions?.[0]?.arn ?? '']: 0,
      },
    });
  });

  test('is invoked again while it is IN_PROGRESS: after 30 s, or when it wants to be, with what it wants to remember', async () => {
    const times: number[] = [];
    const events = await deploying(['POST_SCALE_UP'], (_, invocation) => {
      times.push(world.world.clock.now());
      if (invocation === 1) return { hookStatus: 'IN_PROGRESS', hookDetails: { seen: 1 } };
      return invocation === 2 ? { hookStatus: 'IN_PROGRESS', callBackDelay: 120 } : { hookStatus: 'SUCCEEDED' };
    });
    await world.until(({ lifecycleHookDetails: [detail] = [] }) => detail?.status === 'IN_PROGRESS');
    expect(await ended()).toMatchObject({
      status: 'SUCCESSFUL',
      lifecycleHookDetails: [{ targetType: 'AWS_LAMBDA', targetArn: CHECK, status: 'SUCCEEDED' }],
    });
    const [first = 0, second = 0, third = 0] = times;
    expect([second - first, third - second]).toEqual([30_000, 120_000]);
    expect(events.map(({ hookDetails }) => hookDetails)).toEqual([undefined, { seen: 1 }, { seen: 1 }]);
  });

  test.each<[string, Parameters<typeof deploying>[1], Parameters<typeof deploying>[2], string]>([
    [
      'returns FAILED',
      () => ({ hookStatus: 'FAILED' }),
      {},
      `lifecycle hook(s) failed. Lifecycle hook target ${CHECK} returned FAILED status.`,
    ],
    [
      'returns no status',
      () => ({ errorMessage: 'boom' }),
      {},
      `lifecycle hook(s) failed. ECS was unable to parse the response from ${CHECK} due to HookStatus must not be null`,
    ],
    [
      'does not exist',
      () => ({}),
      { arn: `${CHECK}s` },
      `lifecycle hook(s) failed. ECS was unable to invoke hook target ${CHECK}s due to Function not found: ${CHECK}s`,
    ],
    [
      'has a role that may not invoke it',
      () => ({}),
      { invocable: false },
      `lifecycle hook(s) failed. ECS was unable to invoke hook target ${CHECK} due to User: arn:aws:sts::123456789012:assumed-role/infrastructure/ECS-Lambda-Execution is not authorized to perform: lambda:InvokeFunction on resource: ${CHECK} because no identity-based policy allows the lambda:InvokeFunction action`,
    ],
    [
      'has a role that ECS cannot assume',
      () => ({}),
      { roleArn: 'arn:aws:iam::123456789012:role/none' },
      'lifecycle hook(s) failed. ECS was unable to assume role arn:aws:iam::123456789012:role/none',
    ],
  ])('that %s rolls the deployment back', async (_, handler, options, reason) => {
    await deploying(['POST_PRODUCTION_TRAFFIC_SHIFT'], handler, options);
    expect(await ended()).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason: `Service deployment rolled back because POST_PRODUCTION_TRAFFIC_SHIFT ${reason}`,
      lifecycleHookDetails: [{ status: 'FAILED' }],
    });
    expect(await world.answers(5)).toEqual({ v1: 5 });
  });

  test('hears of the traffic that goes back, and has no say in it', async () => {
    const events = await deploying(['PRODUCTION_TRAFFIC_SHIFT'], (_, invocation) => ({
      hookStatus: invocation === 1 ? 'SUCCEEDED' : 'FAILED',
    }));
    const { serviceDeploymentArn } = await world.until(({ lifecycleStage }) => lifecycleStage === 'BAKE_TIME');
    await world.call('StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' });
    const { status, targetServiceRevision } = await ended();
    expect(status).toBe('ROLLBACK_SUCCESSFUL');
    expect(events).toHaveLength(2);
    expect(events[1]?.executionDetails).toMatchObject({
      productionTrafficWeights: { [targetServiceRevision?.arn ?? '']: 0 },
    });
  });
});
