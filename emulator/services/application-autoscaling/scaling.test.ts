import { describe, expect, test } from '@jest/globals';
import type {
  DescribeScalableTargetsResponse,
  DescribeScalingPoliciesResponse,
} from '../../shapes/application-autoscaling.d.ts';
import { createApplicationAutoScalingTest, TARGET } from './testing.ts';

const BOUNDS = { MinCapacity: 2, MaxCapacity: 4 };
const OUT = {
  PolicyType: 'StepScaling',
  StepScalingPolicyConfiguration: {
    AdjustmentType: 'ChangeInCapacity',
    Cooldown: 60,
    StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
  },
};
const IN = {
  PolicyType: 'StepScaling',
  StepScalingPolicyConfiguration: {
    AdjustmentType: 'ChangeInCapacity',
    StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }],
  },
};

async function build() {
  const aas = createApplicationAutoScalingTest();
  const register = (input: object = BOUNDS) => aas.call('RegisterScalableTarget', { ...TARGET, ...input });
  await register();
  await aas.advance(5_000);
  const target = async () =>
    (await aas.call<DescribeScalableTargetsResponse>('DescribeScalableTargets', { ServiceNamespace: 'ecs' }))
      .ScalableTargets?.[0];
  return { ...aas, register, target };
}

describe('a scalable target', () => {
  test("is described with AWS's defaults, and updated in part", async () => {
    const aas = await build();
    expect(await aas.target()).toMatchObject({
      ...TARGET,
      ...BOUNDS,
      RoleARN: expect.stringMatching(/AWSServiceRoleForApplicationAutoScaling_ECSService$/),
      ScalableTargetARN: expect.stringMatching(
        /^arn:aws:application-autoscaling:ap-northeast-1:123456789012:scalable-target\/[0-9a-f]{36}$/,
      ),
      SuspendedState: {
        DynamicScalingInSuspended: false,
        DynamicScalingOutSuspended: false,
        ScheduledScalingSuspended: false,
      },
    });
    await aas.register({ MaxCapacity: 6, SuspendedState: { DynamicScalingInSuspended: true } });
    expect(await aas.target()).toMatchObject({
      MinCapacity: 2,
      MaxCapacity: 6,
      SuspendedState: { DynamicScalingInSuspended: true },
    });
  });

  test('raises a service to its minimum and lowers it to its maximum', async () => {
    const aas = await build();
    await aas.register({ MinCapacity: 3 });
    await aas.advance(5_000);
    expect(aas.service.desiredCount).toBe(3);
    expect(await aas.activities()).toMatchObject([
      {
        Description: 'Setting desired count to 3.',
        Cause: 'minimum capacity was set to 3',
        StatusCode: 'InProgress',
        StatusMessage: 'Successfully set desired count to 3. Waiting for change to be fulfilled by ecs.',
      },
    ]);
    aas.service.runningCount = 3;
    await aas.advance(10_000);
    expect(await aas.activities()).toMatchObject([
      {
        StatusCode: 'Successful',
        StatusMessage: 'Successfully set desired count to 3. Change successfully fulfilled by ecs.',
      },
    ]);
    await aas.register({ MinCapacity: 1, MaxCapacity: 1 });
    await aas.advance(5_000);
    expect(aas.service.desiredCount).toBe(1);
    expect((await aas.activities())[0]?.Cause).toBe('maximum capacity was set to 1');
  });

  test.each<[object, string]>([
    [{ ...BOUNDS, ServiceNamespace: 'dynamodb' }, 'Unsupported service namespace, resource type or scalable dimension'],
    [{ ...BOUNDS, ResourceId: 'service/c' }, 'Unsupported service namespace, resource type or scalable dimension'],
    [{ MinCapacity: 5, MaxCapacity: 4 }, 'Maximum capacity cannot be less than minimum capacity'],
    [{ MinCapacity: 5 }, 'MinCapacity and MaxCapacity must be specified'],
  ])('with %j is refused: %s', async (input, message) => {
    const aas = createApplicationAutoScalingTest();
    await expect(aas.call('RegisterScalableTarget', { ...TARGET, ...input })).rejects.toThrow(message);
  });

  test('needs its service', async () => {
    const aas = createApplicationAutoScalingTest();
    aas.service.exists = false;
    await expect(aas.call('RegisterScalableTarget', { ...TARGET, ...BOUNDS })).rejects.toMatchObject({
      code: 'ValidationException',
      message: `ECS service doesn't exist: ${TARGET.ResourceId}`,
    });
  });

  test('takes its policies and their own alarms with it', async () => {
    const aas = await build();
    const PredefinedMetricSpecification = { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' };
    const TargetTrackingScalingPolicyConfiguration = { TargetValue: 50, PredefinedMetricSpecification };
    await aas.putPolicy('track', { PolicyType: 'TargetTrackingScaling', TargetTrackingScalingPolicyConfiguration });
    expect([...aas.alarms.values()]).toMatchObject([
      { Namespace: 'AWS/ECS', MetricName: 'CPUUtilization', Threshold: 50, EvaluationPeriods: 3 },
      { Threshold: 45, EvaluationPeriods: 15, ComparisonOperator: 'LessThanThreshold' },
    ]);
    await aas.call('DeregisterScalableTarget', TARGET);
    expect(aas.alarms.size).toBe(0);
    expect(await aas.target()).toBeUndefined();
    await expect(aas.call('DeregisterScalableTarget', TARGET)).rejects.toMatchObject({
      code: 'ObjectNotFoundException',
      message: `No scalable target found for service namespace: ecs, resource ID: ${TARGET.ResourceId}, scalable dimension: ecs:service:DesiredCount`,
    });
  });
});

describe('a step policy', () => {
  test('scales the service when its alarm acts, and again after its cooldown', async () => {
    const aas = await build();
    const arn = await aas.putPolicy('sample-scale-out', OUT);
    expect(arn).toMatch(
      /^arn:aws:autoscaling:ap-northeast-1:123456789012:scalingPolicy:[0-9a-f-]{36}:resource\/ecs\/service\/sample-ecs-cluster\/sample-ecs-service:policyName\/sample-scale-out$/,
    );
    await aas.alarm(arn, 55);
    await aas.alarm(arn, 55);
    expect(aas.service.desiredCount).toBe(3);
    expect(await aas.activities()).toMatchObject([
      {
        Cause: 'monitor alarm EcsScaleOutAlarm in state ALARM triggered policy sample-scale-out',
        StatusCode: 'InProgress',
      },
    ]);
    await aas.advance(60_000);
    await aas.alarm(arn, 55);
    expect(aas.service.desiredCount).toBe(4);
  });

  test('at its maximum says why it did not scale, to those who ask', async () => {
    const aas = await build();
    aas.service.desiredCount = 4;
    await aas.alarm(await aas.putPolicy('out', OUT), 55);
    expect(await aas.activities()).toEqual([]);
    expect(await aas.activities({ IncludeNotScaledActivities: true })).toMatchObject([
      { NotScaledReasons: [{ Code: 'AlreadyAtMaxCapacity', MaxCapacity: 4, CurrentCapacity: 4 }] },
    ]);
  });

  test('does not scale in while the service is being deployed', async () => {
    const aas = await build();
    Object.assign(aas.service, { desiredCount: 4, isDeploying: true });
    const arn = await aas.putPolicy('in', IN);
    await aas.alarm(arn, 10, 20);
    expect(aas.service.desiredCount).toBe(4);
    aas.service.isDeploying = false;
    await aas.alarm(arn, 10, 20);
    expect(aas.service.desiredCount).toBe(3);
  });

  test('decides on what the alarm before it led to', async () => {
    const aas = await build();
    const [out, exact] = [
      await aas.putPolicy('out', OUT),
      await aas.putPolicy('exact', {
        ...OUT,
        StepScalingPolicyConfiguration: { ...OUT.StepScalingPolicyConfiguration, AdjustmentType: 'ExactCapacity' },
      }),
    ];
    aas.world.emit('alarm-action', { actionArn: out, alarmName: 'a', value: 55, threshold: 40 });
    aas.world.emit('alarm-action', { actionArn: exact, alarmName: 'b', value: 55, threshold: 40 });
    await aas.advance(10_000);
    expect(aas.service.desiredCount).toBe(3);
    expect(await aas.activities()).toHaveLength(1);
  });

  test('keeps a refusal of ECS in its activity', async () => {
    const aas = await build();
    aas.service.refusal = 'Service was not ACTIVE.';
    await aas.alarm(await aas.putPolicy('out', OUT), 55);
    expect(await aas.activities()).toMatchObject([
      { StatusCode: 'Failed', StatusMessage: 'Failed to set desired count to 3. Reason: Service was not ACTIVE.' },
    ]);
  });

  test('is described as it was put, with the alarms that name it', async () => {
    const aas = await build();
    const arn = await aas.putPolicy('out', OUT);
    aas.alarms.set('EcsScaleOutAlarm', { AlarmActions: [arn] });
    const { ScalingPolicies } = await aas.call<DescribeScalingPoliciesResponse>('DescribeScalingPolicies', {
      ServiceNamespace: 'ecs',
    });
    expect(ScalingPolicies).toMatchObject([{ PolicyName: 'out', ...OUT, Alarms: [{ AlarmName: 'EcsScaleOutAlarm' }] }]);
    await aas.call('DeleteScalingPolicy', { ...TARGET, PolicyName: 'out' });
    expect([...aas.alarms.keys()]).toEqual(['EcsScaleOutAlarm']);
    await expect(aas.call('DeleteScalingPolicy', { ...TARGET, PolicyName: 'out' })).rejects.toMatchObject({
      code: 'ObjectNotFoundException',
    });
  });

  test.each<[object, string]>([
    [{}, 'PolicyType must be specified to create a scaling policy'],
    [{ PolicyType: 'StepScaling' }, 'StepScalingPolicyConfiguration must be specified'],
    [
      { PolicyType: 'StepScaling', StepScalingPolicyConfiguration: { StepAdjustments: [] } },
      'AdjustmentType must be specified',
    ],
    [
      {
        PolicyType: 'StepScaling',
        StepScalingPolicyConfiguration: {
          AdjustmentType: 'ChangeInCapacity',
          StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
          Cooldown: -1,
        },
      },
      'Cooldown must not be negative',
    ],
  ])('put with %j is refused: %s', async (policy, message) => {
    const aas = await build();
    await expect(aas.putPolicy('p', policy)).rejects.toThrow(message);
  });

  test('needs its target', async () => {
    const aas = createApplicationAutoScalingTest();
    await expect(aas.putPolicy('out', OUT)).rejects.toMatchObject({
      code: 'ObjectNotFoundException',
      message: `No scalable target registered for service namespace: ecs, resource ID: ${TARGET.ResourceId}, scalable dimension: ecs:service:DesiredCount`,
    });
  });
});

test('a scalable target has tags', async () => {
  const aas = await build();
  const ResourceARN = (await aas.target())?.ScalableTargetARN;
  await aas.call('TagResource', { ResourceARN, Tags: { team: 'web', tier: '1' } });
  await aas.call('UntagResource', { ResourceARN, TagKeys: ['tier'] });
  expect(await aas.call('ListTagsForResource', { ResourceARN })).toEqual({ Tags: { team: 'web' } });
});
