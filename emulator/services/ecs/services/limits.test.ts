import { describe, expect, test } from '@jest/globals';
import { steadyService } from '../testing/expectations.ts';
import { TARGET_GROUP } from '../testing/load-balancer.ts';
import { type EcsWorld, ecsWorld } from '../testing/world.ts';

const ROLE = 'arn:aws:iam::123456789012:role/task';
const NO_ROLE = (what: string): string =>
  `InvalidParameterException: The service couldn't be ${what} because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.`;

async function refusal(ecs: EcsWorld, operation: string, input: object): Promise<string> {
  return ecs.request('ecs', operation, { cluster: 'c', ...input }).then(
    () => 'accepted',
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );
}

describe('numbers that no service can have are refused', () => {
  const TOO_MANY = 'InvalidParameterException: desiredCount must be at most 5000, the quota of tasks per service.';
  const NO_SECONDS = 'InvalidParameterException: healthCheckGracePeriodSeconds must be between 0 and 2147483647.';
  test.each<[object, string]>([
    [{ desiredCount: -1 }, 'InvalidParameterException: desiredCount must not be negative.'],
    [{ desiredCount: 5001 }, TOO_MANY],
    [{ healthCheckGracePeriodSeconds: -1 }, NO_SECONDS],
    [{ healthCheckGracePeriodSeconds: 2_147_483_648 }, NO_SECONDS],
  ])('%j', async (change, expected) => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    const create = {
      serviceName: 't',
      taskDefinition: 'f',
      desiredCount: 1,
      loadBalancers: [{ targetGroupArn: TARGET_GROUP, containerName: 'app', containerPort: 8080 }],
    };
    expect(await refusal(ecs, 'CreateService', { ...create, ...change })).toBe(expected);
    expect(await refusal(ecs, 'UpdateService', { service: 's', ...change })).toBe(expected);
  });
});

describe('commands in containers', () => {
  test('need a task role', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    const enabled = { enableExecuteCommand: true };
    const create = { serviceName: 't', taskDefinition: 'f', desiredCount: 1, ...enabled };
    expect(await refusal(ecs, 'CreateService', create)).toBe(NO_ROLE('created'));
    expect(await refusal(ecs, 'UpdateService', { service: 's', ...enabled })).toBe(NO_ROLE('updated'));
    expect(await refusal(ecs, 'RunTask', { taskDefinition: 'f', ...enabled })).toBe(
      'InvalidParameterException: The execute command failed because a valid task role is not being used. Specify a valid task role in your task definition or as a task override and try again.',
    );
    expect(await refusal(ecs, 'RunTask', { taskDefinition: 'f', ...enabled, overrides: { taskRoleArn: ROLE } })).toBe(
      'accepted',
    );
  });

  test('keep their service from a revision without a task role', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    await ecs.register({}, { taskRoleArn: ROLE });
    const update = { service: 's', taskDefinition: 'f:2', enableExecuteCommand: true };
    expect(await refusal(ecs, 'UpdateService', update)).toBe('accepted');
    expect(await refusal(ecs, 'UpdateService', { service: 's', taskDefinition: 'f:1' })).toBe(NO_ROLE('updated'));
  });
});
