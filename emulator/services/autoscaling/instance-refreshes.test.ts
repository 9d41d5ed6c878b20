import { describe, expect, test } from '@jest/globals';
import type { DescribeInstanceRefreshesAnswer } from '../../shapes/autoscaling.d.ts';
import { createAutoScalingTest } from './testing.ts';

const NAME = { AutoScalingGroupName: 'g' };

async function build(preferences: object, group: object = {}) {
  const asg = createAutoScalingTest();
  await asg.createGroup(group);
  const counts: number[] = [];
  const start = () => asg.call('StartInstanceRefresh', { ...NAME, Preferences: preferences });
  const refresh = async () =>
    (await asg.call<DescribeInstanceRefreshesAnswer>('DescribeInstanceRefreshes', NAME)).InstanceRefreshes?.[0];
  /** Lets time pass and notes how many instances are in service, every second. */
  const watch = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      await asg.advance(1_000);
      counts.push((await asg.instances()).filter(({ LifecycleState }) => LifecycleState === 'InService').length);
    }
  };
  return { ...asg, start, refresh, watch, counts };
}

describe('an instance refresh', () => {
  test('above 100 % never has fewer instances than desired', async () => {
    const asg = await build({ MinHealthyPercentage: 100, MaxHealthyPercentage: 200, InstanceWarmup: 20 });
    asg.ec2.templateVersion = 2;
    await asg.start();
    expect((await asg.refresh())?.Status).toBe('Pending');
    await asg.watch(30);
    expect(await asg.refresh()).toMatchObject({ Status: 'InProgress', PercentageComplete: 0, InstancesToUpdate: 2 });
    await asg.watch(100);
    expect(await asg.refresh()).toMatchObject({ Status: 'Successful', PercentageComplete: 100, InstancesToUpdate: 0 });
    expect(Math.min(...asg.counts)).toBe(2);
    expect(Math.max(...asg.counts)).toBe(4);
    expect((await asg.instances()).map(({ LaunchTemplate }) => LaunchTemplate?.Version)).toEqual(['2', '2']);
  });

  test('at 50 % replaces one after the other, each after its warm-up', async () => {
    const asg = await build({ MinHealthyPercentage: 50, InstanceWarmup: 20 });
    await asg.start();
    await asg.watch(55);
    expect(await asg.refresh()).toMatchObject({ Status: 'InProgress', PercentageComplete: 50, InstancesToUpdate: 1 });
    await asg.watch(100);
    expect((await asg.refresh())?.Status).toBe('Successful');
    expect(Math.min(...asg.counts)).toBe(1);
    expect(Math.max(...asg.counts)).toBe(2);
  });

  test('that skips what matches has nothing to do until the template changes', async () => {
    const asg = await build({ SkipMatching: true, InstanceWarmup: 0 });
    await asg.start();
    await asg.watch(10);
    expect((await asg.refresh())?.Status).toBe('Successful');
    expect((await asg.instances()).map(({ InstanceId }) => InstanceId)).toEqual(['i-1', 'i-2']);
    asg.ec2.templateVersion = 2;
    await asg.start();
    await asg.watch(150);
    expect((await asg.instances()).map(({ InstanceId }) => InstanceId)).toEqual(['i-3', 'i-4']);
  });

  test('waits for protection, and fails after an hour', async () => {
    const asg = await build({ InstanceWarmup: 0 }, { NewInstancesProtectedFromScaleIn: true });
    await asg.start();
    await asg.advance(3_500_000);
    expect((await asg.refresh())?.Status).toBe('InProgress');
    await asg.advance(200_000);
    expect((await asg.refresh())?.Status).toBe('Failed');
    expect((await asg.instances()).map(({ InstanceId }) => InstanceId)).toEqual(['i-1', 'i-2']);
  });

  test.each([
    ['Refresh', ['i-3', 'i-4']],
    ['Ignore', ['i-1', 'i-2']],
  ])('told to %s protected instances succeeds', async (ScaleInProtectedInstances, expected) => {
    const asg = await build(
      { InstanceWarmup: 0, ScaleInProtectedInstances },
      { NewInstancesProtectedFromScaleIn: true },
    );
    await asg.start();
    await asg.watch(200);
    expect((await asg.refresh())?.Status).toBe('Successful');
    expect((await asg.instances()).map(({ InstanceId }) => InstanceId)).toEqual(expected);
  });

  test('is held by termination hooks', async () => {
    const hook = { LifecycleHookName: 'drain', LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING' };
    const asg = await build({ InstanceWarmup: 0 }, { MinSize: 1, LifecycleHookSpecificationList: [hook] });
    await asg.start();
    await asg.watch(120);
    expect(await asg.refresh()).toMatchObject({ Status: 'InProgress', PercentageComplete: 0 });
    await asg.call('CompleteLifecycleAction', {
      ...NAME,
      LifecycleHookName: 'drain',
      InstanceId: 'i-1',
      LifecycleActionResult: 'CONTINUE',
    });
    await asg.watch(60);
    expect((await asg.refresh())?.Status).toBe('Successful');
  });

  test('runs alone and can be cancelled', async () => {
    const asg = await build({ MinHealthyPercentage: 50, InstanceWarmup: 60 });
    await asg.start();
    await expect(asg.start()).rejects.toMatchObject({ code: 'InstanceRefreshInProgress' });
    await asg.advance(10_000);
    await asg.call('CancelInstanceRefresh', NAME);
    expect((await asg.refresh())?.Status).toBe('Cancelled');
    await asg.advance(200_000);
    expect((await asg.instances()).map(({ InstanceId }) => InstanceId)).toEqual(['i-2', 'i-3']);
    await expect(asg.call('CancelInstanceRefresh', NAME)).rejects.toMatchObject({
      code: 'ActiveInstanceRefreshNotFound',
    });
  });

  test('to another template leaves the group with it', async () => {
    const asg = await build({ InstanceWarmup: 0 });
    await asg.call('StartInstanceRefresh', {
      ...NAME,
      Preferences: { InstanceWarmup: 0 },
      DesiredConfiguration: { LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '7' } },
    });
    await asg.watch(200);
    expect((await asg.refresh())?.Status).toBe('Successful');
    expect((await asg.group()).LaunchTemplate?.Version).toBe('7');
  });
});
