import { expect, test } from '@jest/globals';
import type { DescribeServicesResponse } from '../../../shapes/ecs.d.ts';
import { plain, steadyService } from '../testing/expectations.ts';
import { type EcsWorld, ecsWorld } from '../testing/world.ts';

const LOST = '(service s) (task <task>) is not healthy in target-group (<arn>) due to TARGET IS NOT FOUND';

async function losses(ecs: EcsWorld): Promise<string[]> {
  const messages = plain(await ecs.messages()).map((message) => message.replace(/\(arn:[^)]*\)/, '(<arn>)'));
  return messages.filter((message) => message === LOST);
}

async function stateOf(ecs: EcsWorld, name: string): Promise<string | undefined> {
  const { services } = await ecs.call<DescribeServicesResponse>('DescribeServices', { cluster: 'c', services: [name] });
  return services?.[0]?.deployments?.[0]?.rolloutState;
}

test('a deployment takes the tasks of another service out of a target group that both use, and ECS replaces them', async () => {
  const ecs = await ecsWorld();
  await steadyService(ecs);
  const before = (await ecs.tasks()).map(({ taskArn }) => taskArn);
  await ecs.create({ serviceName: 'other' });
  await ecs.advance(120_000);
  expect(await losses(ecs)).not.toEqual([]);
  const lost = (await ecs.tasks('STOPPED')).map(({ taskArn }) => taskArn);
  expect(lost.filter((arn) => before.includes(arn))).toHaveLength(2);
  expect(await stateOf(ecs, 'other')).toBe('COMPLETED');
});

test('services with nothing to deploy leave each other alone', async () => {
  const ecs = await ecsWorld();
  await steadyService(ecs);
  await ecs.create({ serviceName: 'other' });
  await ecs.advance(300_000);
  const before = (await losses(ecs)).length;
  await ecs.advance(300_000);
  expect(await losses(ecs)).toHaveLength(before);
  expect(await ecs.service()).toMatchObject({ runningCount: 2, deployments: [{ rolloutState: 'COMPLETED' }] });
});

test('a task whose target somebody else deregisters is replaced', async () => {
  const ecs = await ecsWorld();
  await steadyService(ecs);
  const [task] = await ecs.tasks();
  const [binding] = task?.containers?.[0]?.networkBindings ?? [];
  const { containerInstances } = await ecs.call<{ containerInstances: { ec2InstanceId: string }[] }>(
    'DescribeContainerInstances',
    { cluster: 'c', containerInstances: [task?.containerInstanceArn] },
  );
  const Targets = [{ Id: containerInstances[0]?.ec2InstanceId, Port: binding?.hostPort }];
  await ecs.world.call('elbv2', 'DeregisterTargets', { TargetGroupArn: 'tg', Targets });
  await ecs.advance(90_000);
  expect(await losses(ecs)).toHaveLength(1);
  expect((await ecs.tasks('STOPPED')).map(({ taskArn }) => taskArn)).toEqual([task?.taskArn]);
});
