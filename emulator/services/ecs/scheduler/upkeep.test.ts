import { describe, expect, test } from '@jest/globals';
import { HEALTHY } from '../../../drivers/none.ts';
import { plain, serviceDeployments, steadyService } from '../testing/expectations.ts';
import { ecsWorld } from '../testing/world.ts';

const update = { cluster: 'c', service: 's' };

describe('a service at work', () => {
  test('starts and stops tasks as its desired count changes, without a deployment', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    const before = (await ecs.service()).deployments?.[0]?.id;
    await ecs.call('UpdateService', { ...update, desiredCount: 4 });
    await ecs.advance(60_000);
    expect(await ecs.service()).toMatchObject({ runningCount: 4, deployments: [{ id: before }] });
    await ecs.call('UpdateService', { ...update, desiredCount: 1 });
    await ecs.advance(60_000);
    const service = await ecs.service();
    expect(service).toMatchObject({ runningCount: 1, deployments: [{ id: before }] });
    expect(plain(await ecs.messages())).toContain(
      '(service s) has stopped 3 running tasks: (task <task>) (task <task>) (task <task>).',
    );
    expect((await ecs.messages()).at(-1)).toBe('(service s) has reached a steady state.');
  });

  test('spreads its tasks over zones and instances', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs, { desiredCount: 4 });
    const zones = (await ecs.tasks()).map(({ availabilityZone }) => availabilityZone).sort();
    expect(zones).toEqual(['ap-northeast-1a', 'ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1c']);
  });

  test('replaces a task that somebody stops, and takes it out of the target group', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    const [task] = await ecs.tasks();
    const before = (await ecs.messages()).length;
    await ecs.call('StopTask', { cluster: 'c', task: task?.taskArn, reason: 'test' });
    await ecs.advance(60_000);
    expect(plain((await ecs.messages()).slice(before)).sort()).toEqual(
      [
        '(service s) deregistered 1 targets in (target-group <tg>)',
        '(service s) has reached a steady state.',
        '(service s) has started 1 tasks: (task <task>).',
        '(service s) registered 1 targets in (target-group <tg>)',
        '(service s, taskSet <deployment>) has begun draining connections on 1 tasks.',
      ].sort(),
    );
    expect((await ecs.tasks('STOPPED'))[0]).toMatchObject({ stopCode: 'UserInitiated', stoppedReason: 'test' });
  });

  test('replaces a task that turns unhealthy, the replacement first', async () => {
    const ecs = await ecsWorld({ outcomes: { '**': HEALTHY } });
    await steadyService(ecs);
    const [sick] = await ecs.tasks();
    const { ec2InstanceId, hostPort } = await addressOf(ecs, sick);
    ecs.world.network.publish(ec2InstanceId, hostPort, { host: '127.0.0.1', port: 1, answers: 500 });
    const before = (await ecs.messages()).length;
    await ecs.advance(90_000);
    expect(plain((await ecs.messages()).slice(before)).slice(0, 4)).toEqual([
      '(service s) has started 1 tasks: (task <task>). Amazon ECS replaced 1 tasks due to an unhealthy status.',
      '(service s) (task <task>) (instance <instance>) (port 32768) is unhealthy in (target-group <tg>) due to (reason Health checks failed with these codes: [500]).',
      '(service s) registered 1 targets in (target-group <tg>)',
      '(service s) has stopped 1 running tasks: (task <task>).',
    ]);
  });

  test('says once why a task finds no place, and places it when there is room', async () => {
    const ecs = await ecsWorld();
    await ecs.addInstance('ap-northeast-1a', { cpu: 2048, memory: 300 });
    await ecs.register({ memory: 256 });
    await ecs.create();
    await ecs.advance(60_000);
    expect(plain(await ecs.messages()).filter((message) => message.includes('unable'))).toEqual([
      '(service s) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance <id>) has insufficient memory available. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
    ]);
    await ecs.addInstance('ap-northeast-1c');
    await ecs.advance(30_000);
    expect((await ecs.service()).runningCount).toBe(2);
  });

  test('says that the cluster is empty', async () => {
    const ecs = await ecsWorld();
    await ecs.register({});
    await ecs.create();
    await ecs.advance(20_000);
    expect(await ecs.messages()).toEqual([
      '(service s) was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
    ]);
  });

  test('moves its tasks off a draining instance before they are stopped', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    const leaving = (await ecs.tasks())[0]?.containerInstanceArn;
    await ecs.call('UpdateContainerInstancesState', {
      cluster: 'c',
      containerInstances: [leaving],
      status: 'DRAINING',
    });
    let least = 2;
    for (let second = 0; second < 90; second++) {
      await ecs.advance(1000);
      least = Math.min(least, (await ecs.service()).runningCount ?? 0);
    }
    expect(least).toBe(2);
    expect((await ecs.tasks()).map(({ containerInstanceArn }) => containerInstanceArn)).not.toContain(leaving);
    const { containerInstances } = await ecs.call<{ containerInstances: { runningTasksCount: number }[] }>(
      'DescribeContainerInstances',
      { cluster: 'c', containerInstances: [leaving] },
    );
    expect(containerInstances[0]?.runningTasksCount).toBe(0);
  });

  test('is DRAINING while its last tasks stop, then INACTIVE, and its name is free again', async () => {
    const ecs = await ecsWorld();
    await steadyService(ecs);
    const remove = (force: boolean) => ecs.call('DeleteService', { cluster: 'c', service: 's', force });
    await expect(remove(false)).rejects.toThrow('The service cannot be stopped while it is scaled above 0.');
    await remove(true);
    expect(await ecs.service()).toMatchObject({ status: 'DRAINING', desiredCount: 0, runningCount: 2 });
    await expect(ecs.create()).rejects.toThrow('Unable to Start a service that is still Draining.');
    await expect(ecs.call('UpdateService', { ...update, desiredCount: 1 })).rejects.toMatchObject({
      code: 'ServiceNotActiveException',
    });
    await ecs.advance(90_000);
    expect(await ecs.service()).toMatchObject({ status: 'INACTIVE', runningCount: 0, deployments: [] });
    expect(await serviceDeployments(ecs)).toEqual([]);
    await ecs.create();
    expect((await ecs.service()).status).toBe('ACTIVE');
  });

  test('keeps the hundred newest events, each with its own id', async () => {
    const ecs = await ecsWorld({ targetGroup: { deregistrationDelayMs: 1000 } });
    await steadyService(ecs);
    for (let round = 0; round < 20; round++) {
      await ecs.call('UpdateService', { ...update, forceNewDeployment: true });
      await ecs.advance(80_000);
    }
    const { events = [] } = await ecs.service();
    expect(events).toHaveLength(100);
    expect(new Set(events.map(({ id }) => id)).size).toBe(100);
    const times = events.map(({ createdAt = 0 }) => createdAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });
});

describe('what makes the emulator do the wrong thing on purpose', () => {
  const rollout = async (sabotage: ('stop-first' | 'kill-before-drain')[]) => {
    const ecs = await ecsWorld({ sabotage, targetGroup: { deregistrationDelayMs: 30_000 } });
    await steadyService(ecs);
    await ecs.call('UpdateService', { ...update, forceNewDeployment: true });
    let least = 2;
    for (let second = 0; second < 120; second++) {
      await ecs.advance(1000);
      least = Math.min(least, (await ecs.tasks()).filter(({ lastStatus }) => lastStatus === 'RUNNING').length);
    }
    const [old] = await ecs.tasks('STOPPED');
    return { least, stopsAfterMs: (old?.executionStoppedAt ?? 0) - (old?.stoppingAt ?? 0) };
  };
  test('nothing by default', async () => {
    const { least, stopsAfterMs } = await rollout([]);
    expect(least).toBe(2);
    expect(stopsAfterMs).toBeGreaterThan(30_000);
  });
  test('stop-first takes old tasks down before new ones are healthy', async () => {
    expect((await rollout(['stop-first'])).least).toBe(0);
  });
  test('kill-before-drain sends the stop signal while targets still drain', async () => {
    expect((await rollout(['kill-before-drain'])).stopsAfterMs).toBeLessThan(20_000);
  });
});

async function addressOf(
  ecs: Awaited<ReturnType<typeof ecsWorld>>,
  task: Awaited<ReturnType<typeof ecs.tasks>>[number] | undefined,
) {
  const { containerInstances } = await ecs.call<{ containerInstances: { ec2InstanceId: string }[] }>(
    'DescribeContainerInstances',
    { cluster: 'c', containerInstances: [task?.containerInstanceArn] },
  );
  return {
    ec2InstanceId: containerInstances[0]?.ec2InstanceId ?? '',
    hostPort: task?.containers?.[0]?.networkBindings?.[0]?.hostPort ?? 0,
  };
}
