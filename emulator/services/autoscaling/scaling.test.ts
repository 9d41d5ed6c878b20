import { describe, expect, test } from '@jest/globals';
import type { PolicyARNType } from '../../shapes/autoscaling.d.ts';
import { createAutoScalingTest } from './testing.ts';

const NAME = { AutoScalingGroupName: 'g' };
const DRAIN = { ...NAME, LifecycleHookName: 'drain' };

async function build(input?: object) {
  const asg = createAutoScalingTest();
  await asg.createGroup(input);
  const desire = (DesiredCapacity: number) => asg.call('SetDesiredCapacity', { ...NAME, DesiredCapacity });
  const states = async () => (await asg.instances()).map(({ LifecycleState }) => LifecycleState);
  return { ...asg, desire, states };
}

describe('desired capacity', () => {
  test('is kept within the bounds', async () => {
    const asg = await build();
    await expect(asg.desire(5)).rejects.toThrow(
      'New SetDesiredCapacity value 5 is above max value 4 for the AutoScalingGroup.',
    );
    await expect(asg.desire(1)).rejects.toThrow(
      'New SetDesiredCapacity value 1 is below min value 2 for the AutoScalingGroup.',
    );
  });

  test('lowered, takes instances from the fullest zone', async () => {
    const asg = await build({ DesiredCapacity: 3 });
    await asg.desire(2);
    await asg.advance(6_000);
    expect((await asg.instances()).filter(({ LifecycleState }) => LifecycleState === 'Terminating')).toMatchObject([
      { AvailabilityZone: 'ap-northeast-1a' },
    ]);
    expect((await asg.activities())[0]?.Cause).toMatch(
      /shrinking the capacity from 3 to 2\. {2}At \S+Z instance i-\d was selected for termination\.$/,
    );
    await asg.advance(60_000);
    expect(await asg.states()).toEqual(['InService', 'InService']);
  });

  test('cannot be reached while the rest is protected from scale-in', async () => {
    const asg = await build({ DesiredCapacity: 3, NewInstancesProtectedFromScaleIn: true });
    await asg.desire(2);
    await asg.advance(60_000);
    expect(await asg.states()).toEqual(['InService', 'InService', 'InService']);
    expect((await asg.activities())[0]?.StatusMessage).toBe(
      'Could not scale to desired capacity because all remaining instances are protected from scale in.',
    );
    await asg.call('SetInstanceProtection', { ...NAME, InstanceIds: ['i-2'], ProtectedFromScaleIn: false });
    await asg.advance(60_000);
    expect((await asg.instances()).map(({ InstanceId }) => InstanceId)).toEqual(['i-1', 'i-3']);
  });
});

describe('a termination hook', () => {
  const hooked = async (hook: object = {}) => {
    const asg = await build({ DesiredCapacity: 3 });
    const tokens: string[] = [];
    asg.world.on('lifecycle-action', ({ lifecycleActionToken }) => void tokens.push(lifecycleActionToken));
    const LifecycleTransition = 'autoscaling:EC2_INSTANCE_TERMINATING';
    await asg.call('PutLifecycleHook', { ...DRAIN, LifecycleTransition, HeartbeatTimeout: 120, ...hook });
    await asg.desire(2);
    await asg.advance(10_000);
    return { ...asg, tokens };
  };

  test('holds an instance until the action is completed', async () => {
    const asg = await hooked();
    expect(await asg.states()).toContain('Terminating:Wait');
    expect(asg.ec2.running.size).toBe(3);
    const [LifecycleActionToken] = asg.tokens;
    await asg.call('CompleteLifecycleAction', { ...DRAIN, LifecycleActionToken, LifecycleActionResult: 'CONTINUE' });
    await asg.advance(1_000);
    expect(await asg.states()).toContain('Terminating:Proceed');
    expect(asg.ec2.running.size).toBe(2);
    await asg.advance(60_000);
    expect(await asg.states()).toEqual(['InService', 'InService']);
  });

  test('lets go when its heartbeat ends, which can be put off', async () => {
    const asg = await hooked();
    await asg.advance(100_000);
    const waiting = (await asg.instances()).find(({ LifecycleState }) => LifecycleState === 'Terminating:Wait');
    await asg.call('RecordLifecycleActionHeartbeat', { ...DRAIN, InstanceId: waiting?.InstanceId });
    await asg.advance(100_000);
    expect(await asg.states()).toContain('Terminating:Wait');
    await asg.advance(30_000);
    expect(await asg.states()).not.toContain('Terminating:Wait');
  });

  test('lets go when it is deleted', async () => {
    const asg = await hooked();
    await asg.call('DeleteLifecycleHook', DRAIN);
    await asg.advance(60_000);
    expect(await asg.states()).toEqual(['InService', 'InService']);
  });

  test('cannot be completed where nothing waits', async () => {
    const asg = await hooked();
    const input = { ...DRAIN, InstanceId: 'i-9', LifecycleActionResult: 'CONTINUE' };
    await expect(asg.call('CompleteLifecycleAction', input)).rejects.toThrow(
      'No active Lifecycle Action found with instance ID i-9',
    );
  });
});

test('an instance whose launch hook is abandoned is replaced', async () => {
  const asg = createAutoScalingTest();
  const hook = {
    LifecycleHookName: 'ready',
    LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
    HeartbeatTimeout: 30,
  };
  await asg.createGroup({ MinSize: 1, LifecycleHookSpecificationList: [hook] });
  expect((await asg.instances()).map(({ LifecycleState }) => LifecycleState)).toEqual(['Pending:Wait']);
  await asg.advance(30_000);
  expect((await asg.instances()).map(({ InstanceId, LifecycleState }) => [InstanceId, LifecycleState])).toEqual([
    ['i-1', 'Terminating'],
    ['i-2', expect.stringMatching(/^Pending/)],
  ]);
});

describe('an instance terminated through its group', () => {
  const terminate = { InstanceId: 'i-1' };
  test('is replaced, or the group gets smaller', async () => {
    const asg = await build({ DesiredCapacity: 3 });
    await asg.call('TerminateInstanceInAutoScalingGroup', { ...terminate, ShouldDecrementDesiredCapacity: true });
    await asg.advance(60_000);
    expect((await asg.instances()).map(({ InstanceId }) => InstanceId)).toEqual(['i-2', 'i-3']);
    await asg.call('TerminateInstanceInAutoScalingGroup', { InstanceId: 'i-2', ShouldDecrementDesiredCapacity: false });
    await asg.advance(60_000);
    expect((await asg.instances()).map(({ InstanceId }) => InstanceId)).toEqual(['i-3', 'i-4']);
  });

  test('may not make the group smaller than its minimum', async () => {
    const asg = await build();
    await expect(
      asg.call('TerminateInstanceInAutoScalingGroup', { ...terminate, ShouldDecrementDesiredCapacity: true }),
    ).rejects.toThrow('Currently, desiredSize equals minSize (2).');
  });
});

describe('scaling policies', () => {
  const out = { MetricIntervalLowerBound: 0, ScalingAdjustment: 1 };
  const withPolicy = async (policy: object, group?: object) => {
    const asg = await build(group);
    const { PolicyARN: actionArn = '' } = await asg.call<PolicyARNType>('PutScalingPolicy', {
      ...NAME,
      PolicyName: 'p',
      ...policy,
    });
    const alarm = async (value: number, threshold: number) => {
      asg.world.emit('alarm-action', { actionArn, alarmName: 'EcsScaleOutAlarm', value, threshold });
      await asg.advance(1);
      return (await asg.group()).DesiredCapacity;
    };
    return { ...asg, alarm, actionArn };
  };

  test('in steps add once for alarms that repeat themselves while instances warm up', async () => {
    const policy = {
      PolicyType: 'StepScaling',
      AdjustmentType: 'ChangeInCapacity',
      StepAdjustments: [out],
      EstimatedInstanceWarmup: 60,
    };
    const asg = await withPolicy(policy);
    expect(await asg.alarm(55, 40)).toBe(3);
    expect(await asg.alarm(60, 40)).toBe(3);
    expect(await asg.alarm(30, 40)).toBe(3);
    await asg.advance(25_000);
    expect(await asg.alarm(60, 40)).toBe(3);
    await asg.advance(60_000);
    expect(await asg.alarm(60, 40)).toBe(4);
    await asg.advance(120_000);
    expect(await asg.alarm(60, 40)).toBe(4);
    expect((await asg.activities()).at(-3)?.Cause).toContain(
      'a monitor alarm EcsScaleOutAlarm in state ALARM triggered policy p changing the desired capacity from 2 to 3.',
    );
  });

  test('in steps take away once while an instance is still going', async () => {
    const StepAdjustments = [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }];
    const policy = { PolicyType: 'StepScaling', AdjustmentType: 'ChangeInCapacity', StepAdjustments };
    const asg = await withPolicy(policy, { DesiredCapacity: 4 });
    expect(await asg.alarm(10, 20)).toBe(3);
    await asg.advance(10_000);
    expect(await asg.alarm(10, 20)).toBe(3);
    await asg.advance(60_000);
    expect(await asg.alarm(10, 20)).toBe(2);
  });

  test('of the simple kind wait for their cooldown, which begins when the instance is there', async () => {
    const policy = { AdjustmentType: 'ChangeInCapacity', ScalingAdjustment: 1, Cooldown: 60 };
    const asg = await withPolicy(policy);
    expect(await asg.alarm(55, 40)).toBe(3);
    await asg.advance(70_000);
    expect(await asg.alarm(55, 40)).toBe(3);
    await asg.advance(20_000);
    expect(await asg.alarm(55, 40)).toBe(4);
  });

  test('do nothing while AlarmNotification is suspended', async () => {
    const asg = await withPolicy({ AdjustmentType: 'ChangeInCapacity', ScalingAdjustment: 1 });
    await asg.call('SuspendProcesses', { ...NAME, ScalingProcesses: ['AlarmNotification'] });
    expect(await asg.alarm(55, 40)).toBe(2);
  });

  test('that track a target keep two alarms, and scale in proportion', async () => {
    const CustomizedMetricSpecification = {
      Namespace: 'AWS/ECS/ManagedScaling',
      MetricName: 'CapacityProviderReservation',
      Statistic: 'Average',
      Dimensions: [{ Name: 'ClusterName', Value: 'c' }],
    };
    const TargetTrackingConfiguration = { TargetValue: 100, CustomizedMetricSpecification };
    const asg = await withPolicy({ PolicyType: 'TargetTrackingScaling', TargetTrackingConfiguration });
    expect([...asg.alarms.values()]).toMatchObject([
      {
        AlarmName: expect.stringMatching(/^TargetTracking-g-AlarmHigh-/),
        Threshold: 100,
        EvaluationPeriods: 1,
        AlarmActions: [asg.actionArn],
      },
      { AlarmName: expect.stringMatching(/^TargetTracking-g-AlarmLow-/), Threshold: 100, EvaluationPeriods: 15 },
    ]);
    expect(await asg.alarm(150, 100)).toBe(3);
    await asg.advance(60_000);
    expect(await asg.instances()).toHaveLength(3);
    expect(await asg.alarm(150, 100)).toBe(3);
    await asg.advance(400_000);
    expect(await asg.alarm(66.7, 100)).toBe(3);
    expect(await asg.alarm(66.6, 100)).toBe(2);
    await asg.call('DeletePolicy', { ...NAME, PolicyName: 'p' });
    expect(asg.alarms.size).toBe(0);
  });

  test.each<[object, string]>([
    [{ PolicyType: 'StepScaling', AdjustmentType: 'ChangeInCapacity' }, 'At least one StepAdjustment'],
    [{ PolicyType: 'StepScaling', StepAdjustments: [out] }, 'AdjustmentType must be specified'],
    [
      { PolicyType: 'StepScaling', AdjustmentType: 'ChangeInCapacity', StepAdjustments: [out], Cooldown: 1 },
      'Cooldown is not supported',
    ],
    [{ AdjustmentType: 'ChangeInCapacity' }, 'ScalingAdjustment must be specified'],
    [{ PolicyType: 'TargetTrackingScaling', TargetTrackingConfiguration: { TargetValue: 1 } }, 'Exactly one of'],
    [{ PolicyType: 'PredictiveScaling' }, 'does not serve predictive scaling'],
  ])('%j are refused: %s', async (policy, message) => {
    const asg = await build();
    await expect(asg.call('PutScalingPolicy', { ...NAME, PolicyName: 'p', ...policy })).rejects.toThrow(message);
  });
});
