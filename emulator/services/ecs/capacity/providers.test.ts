import { describe, expect, test } from '@jest/globals';
import type { Service } from '../../../core/world.ts';
import { type EcsWorld, ecsWorld } from '../testing/world.ts';

const GROUP_ARN = 'arn:aws:autoscaling:ap-northeast-1:123456789012:autoScalingGroup:1:autoScalingGroupName/asg';

interface Member {
  readonly InstanceId: string;
  readonly LifecycleState: string;
  ProtectedFromScaleIn: boolean;
}

/** One group `asg`, which remembers what it is told. */
function groupStub(options: { readonly protectedByDefault?: boolean } = {}) {
  const calls: { readonly operation: string; readonly input: Record<string, unknown> }[] = [];
  const members: Member[] = [];
  const remember = (operation: string) => (input: Record<string, unknown>) => {
    calls.push({ operation, input });
    return {};
  };
  const service: Service = {
    operations: {
      DescribeAutoScalingGroups: ({ AutoScalingGroupNames: [name] }: { AutoScalingGroupNames: string[] }) => ({
        AutoScalingGroups:
          name === 'asg'
            ? [
                {
                  AutoScalingGroupName: 'asg',
                  AutoScalingGroupARN: GROUP_ARN,
                  MinSize: 0,
                  MaxSize: 4,
                  DesiredCapacity: 2,
                  DefaultCooldown: 300,
                  AvailabilityZones: [],
                  HealthCheckType: 'EC2',
                  CreatedTime: 0,
                  NewInstancesProtectedFromScaleIn: options.protectedByDefault ?? true,
                  Instances: members.map((one) => ({ ...one, AvailabilityZone: 'a', HealthStatus: 'Healthy' })),
                },
              ]
            : [],
      }),
      DescribeAutoScalingInstances: ({ InstanceIds: [InstanceId] }: { InstanceIds: string[] }) => ({
        AutoScalingInstances: members
          .filter((one) => one.InstanceId === InstanceId)
          .map((one) => ({ ...one, AutoScalingGroupName: 'asg', AvailabilityZone: 'a', HealthStatus: 'HEALTHY' })),
      }),
      SetInstanceProtection: ({
        InstanceIds,
        ProtectedFromScaleIn,
      }: {
        InstanceIds: string[];
        ProtectedFromScaleIn: boolean;
      }) => {
        for (const one of members)
          if (InstanceIds.includes(one.InstanceId)) one.ProtectedFromScaleIn = ProtectedFromScaleIn;
      },
      CreateOrUpdateTags: remember('CreateOrUpdateTags'),
      PutScalingPolicy: remember('PutScalingPolicy'),
      DeletePolicy: remember('DeletePolicy'),
      PutLifecycleHook: remember('PutLifecycleHook'),
      DeleteLifecycleHook: remember('DeleteLifecycleHook'),
      CompleteLifecycleAction: remember('CompleteLifecycleAction'),
      RecordLifecycleActionHeartbeat: remember('RecordLifecycleActionHeartbeat'),
    },
  };
  return { service, calls, members };
}

const provider = (more: object = {}) => ({
  name: 'p',
  autoScalingGroupProvider: { autoScalingGroupArn: GROUP_ARN, managedTerminationProtection: 'ENABLED', ...more },
});
const strategy = [{ capacityProvider: 'p', weight: 1, base: 0 }];
const associate = { cluster: 'c', capacityProviders: ['p'], defaultCapacityProviderStrategy: strategy };

async function associated(more: object = {}) {
  const group = groupStub();
  const ecs = await ecsWorld({ others: { autoscaling: group.service } });
  await ecs.call('CreateCapacityProvider', provider(more));
  await ecs.call('PutClusterCapacityProviders', associate);
  await ecs.advance(15_000);
  group.members.push(
    { InstanceId: 'i-00000000000000000', LifecycleState: 'InService', ProtectedFromScaleIn: true },
    { InstanceId: 'i-00000000000000001', LifecycleState: 'InService', ProtectedFromScaleIn: true },
  );
  await ecs.addInstance('ap-northeast-1a');
  await ecs.addInstance('ap-northeast-1c');
  return { ecs, ...group };
}

const refusal = (ecs: EcsWorld, operation: string, input: object): Promise<string> =>
  ecs.call(operation, input).then(
    () => 'accepted',
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );

describe('a capacity provider', () => {
  test.each<[string, object, string]>([
    [
      'a reserved name',
      { ...provider(), name: 'ecs-mine' },
      'ClientException: The specified capacity provider name is invalid.',
    ],
    [
      'a group that does not exist',
      provider({ autoScalingGroupArn: `${GROUP_ARN}2` }),
      'ClientException: The specified Auto Scaling group ARN is invalid.',
    ],
    [
      'protection without managed scaling',
      provider({ managedScaling: { status: 'DISABLED' } }),
      'ClientException: The managed termination protection setting for the capacity provider is invalid.',
    ],
    [
      'steps the wrong way round',
      provider({ managedScaling: { minimumScalingStepSize: 3, maximumScalingStepSize: 2 } }),
      'ClientException: The minimum scaling step size',
    ],
  ])('is refused with %s', async (_, input, expected) => {
    const ecs = await ecsWorld({ others: { autoscaling: groupStub().service } });
    expect(await refusal(ecs, 'CreateCapacityProvider', input)).toContain(expected);
  });

  test('is refused protection where the group does not protect new instances', async () => {
    const ecs = await ecsWorld({ others: { autoscaling: groupStub({ protectedByDefault: false }).service } });
    expect(await refusal(ecs, 'CreateCapacityProvider', provider())).toBe(
      'ClientException: The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, the Auto Scaling group must have instance protection from scale in enabled.',
    );
  });

  test('has a name and a group for itself', async () => {
    const ecs = await ecsWorld({ others: { autoscaling: groupStub().service } });
    await ecs.call('CreateCapacityProvider', provider());
    expect(await refusal(ecs, 'CreateCapacityProvider', provider())).toContain('already exists');
    expect(await refusal(ecs, 'CreateCapacityProvider', { ...provider(), name: 'q' })).toContain('already being used');
  });

  test('puts its policy, its hook and its tag on the group, and shows them as attachments', async () => {
    const { ecs, calls } = await associated();
    expect(calls.map(({ operation }) => operation)).toEqual([
      'CreateOrUpdateTags',
      'PutScalingPolicy',
      'PutLifecycleHook',
    ]);
    expect(calls[1]?.input).toMatchObject({
      PolicyName: expect.stringMatching(/^ECSManagedAutoScalingPolicy-/),
      EstimatedInstanceWarmup: 300,
      TargetTrackingConfiguration: {
        TargetValue: 100,
        CustomizedMetricSpecification: {
          Namespace: 'AWS/ECS/ManagedScaling',
          MetricName: 'CapacityProviderReservation',
          Dimensions: [
            { Name: 'CapacityProviderName', Value: 'p' },
            { Name: 'ClusterName', Value: 'c' },
          ],
        },
      },
    });
    expect(await ecs.call('DescribeClusters', { clusters: ['c'], include: ['ATTACHMENTS'] })).toMatchObject({
      clusters: [
        {
          attachmentsStatus: 'UPDATE_COMPLETE',
          attachments: [
            { type: 'as_policy', status: 'CREATED' },
            { type: 'managed_draining', status: 'CREATED' },
          ],
        },
      ],
    });
  });

  test('is updated asynchronously, one update at a time', async () => {
    const { ecs, calls } = await associated();
    const update = { name: 'p', autoScalingGroupProvider: { managedScaling: { targetCapacity: 60 } } };
    expect(await ecs.call('UpdateCapacityProvider', update)).toMatchObject({
      capacityProvider: {
        updateStatus: 'UPDATE_IN_PROGRESS',
        autoScalingGroupProvider: { managedScaling: { targetCapacity: 100 } },
      },
    });
    expect(await refusal(ecs, 'UpdateCapacityProvider', update)).toMatch(/^UpdateInProgressException/);
    await ecs.advance(30_000);
    expect(await ecs.call('DescribeCapacityProviders', { capacityProviders: ['p'] })).toMatchObject({
      capacityProviders: [
        {
          updateStatus: 'UPDATE_COMPLETE',
          autoScalingGroupProvider: { managedScaling: { targetCapacity: 60, status: 'ENABLED' } },
        },
      ],
    });
    expect(calls.at(-2)?.input).toMatchObject({ TargetTrackingConfiguration: { TargetValue: 60 } });
  });

  test('cannot be removed while it is in use, nor deleted while a cluster has it', async () => {
    const { ecs, calls } = await associated();
    await ecs.register({});
    await ecs.create();
    const clear = { cluster: 'c', capacityProviders: [], defaultCapacityProviderStrategy: [] };
    expect(await refusal(ecs, 'PutClusterCapacityProviders', clear)).toBe(
      'ResourceInUseException: The specified capacity provider is in use and cannot be removed.',
    );
    await ecs.advance(60_000);
    await ecs.call('DeleteService', { cluster: 'c', service: 's', force: true });
    // Its tasks still drain.
    expect(await refusal(ecs, 'PutClusterCapacityProviders', clear)).toMatch(/^ResourceInUseException/);
    await ecs.advance(60_000);
    expect(await refusal(ecs, 'DeleteCapacityProvider', { capacityProvider: 'p' })).toContain(
      'associated with cluster: c',
    );
    await ecs.call('PutClusterCapacityProviders', clear);
    expect(await refusal(ecs, 'PutClusterCapacityProviders', clear)).toBe(
      'UpdateInProgressException: The specified cluster is in a busy state. Cluster attachments must be in UPDATE_COMPLETE or UPDATE_FAILED state before they can be updated. Wait and try again.',
    );
    await ecs.advance(15_000);
    expect(calls.slice(-2).map(({ operation }) => operation)).toEqual(['DeletePolicy', 'DeleteLifecycleHook']);
    await ecs.call('DeleteCapacityProvider', { capacityProvider: 'p' });
    await ecs.advance(15_000);
    expect(await ecs.call('DescribeCapacityProviders', { capacityProviders: ['p'] })).toMatchObject({
      failures: [{ reason: 'MISSING' }],
    });
  });
});

describe('managed scaling', () => {
  test('lets tasks wait in PROVISIONING, says how many instances are needed, and places them when instances come', async () => {
    const { ecs, members } = await associated();
    await ecs.register({ cpu: 1200 });
    await ecs.create({ desiredCount: 3 });
    await ecs.advance(30_000);
    expect((await ecs.tasks()).map(({ lastStatus }) => lastStatus).sort()).toEqual([
      'PROVISIONING',
      'RUNNING',
      'RUNNING',
    ]);
    await ecs.advance(60_000);
    expect(reservations(ecs).at(-1)).toBe(150);
    members.push({ InstanceId: 'i-00000000000000002', LifecycleState: 'InService', ProtectedFromScaleIn: true });
    await ecs.addInstance('ap-northeast-1a');
    await ecs.advance(60_000);
    expect((await ecs.service()).runningCount).toBe(3);
    expect(reservations(ecs).at(-1)).toBe(100);
    expect((await ecs.messages()).join()).not.toContain('unable to place');
  });

  test('protects instances that run tasks, and no others', async () => {
    const { ecs, members } = await associated();
    await ecs.register({});
    await ecs.create({ desiredCount: 1 });
    await ecs.advance(61_000);
    expect(members.filter(({ ProtectedFromScaleIn }) => ProtectedFromScaleIn)).toHaveLength(1);
    expect(reservations(ecs).at(-1)).toBe(50);
    await ecs.call('UpdateService', { cluster: 'c', service: 's', desiredCount: 2 });
    await ecs.advance(10_000);
    expect(members.every(({ ProtectedFromScaleIn }) => ProtectedFromScaleIn)).toBe(true);
  });

  test('where it is off, tasks that fit nowhere are not made', async () => {
    const { ecs } = await associated({
      managedTerminationProtection: 'DISABLED',
      managedScaling: { status: 'DISABLED' },
    });
    await ecs.register({ cpu: 1200 });
    await ecs.create({ desiredCount: 3 });
    await ecs.advance(60_000);
    expect(await ecs.tasks()).toHaveLength(2);
    expect((await ecs.messages()).join()).toContain('has insufficient CPU units available');
  });
});

test('a service goes back to the launch type with an empty strategy', async () => {
  const { ecs } = await associated();
  await ecs.register({});
  await ecs.create({ loadBalancers: [] });
  expect(await ecs.service()).toMatchObject({ capacityProviderStrategy: strategy });
  await ecs.call('UpdateService', { cluster: 'c', service: 's', capacityProviderStrategy: [] });
  const service = await ecs.service();
  expect(service.launchType).toBe('EC2');
  expect(service.capacityProviderStrategy).toBeUndefined();
});

test('managed draining holds an instance until its tasks run elsewhere', async () => {
  const { ecs, calls } = await associated();
  await ecs.register({});
  await ecs.create();
  await ecs.advance(60_000);
  ecs.world.emit('lifecycle-action', {
    autoScalingGroupName: 'asg',
    lifecycleHookName: 'ecs-managed-draining-termination-hook',
    lifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
    lifecycleActionToken: '00000000-0000-4000-8000-000000000000',
    instanceId: 'i-00000000000000000',
  });
  const completed = () => calls.some(({ operation }) => operation === 'CompleteLifecycleAction');
  await ecs.advance(20_000);
  expect(completed()).toBe(false);
  expect((await ecs.service()).runningCount).toBeGreaterThanOrEqual(2);
  await ecs.advance(60_000);
  expect(completed()).toBe(true);
  expect((await ecs.tasks()).map(({ availabilityZone }) => availabilityZone)).toEqual([
    'ap-northeast-1c',
    'ap-northeast-1c',
  ]);
});

const reservations = ({ metrics }: EcsWorld): unknown[] =>
  metrics.flatMap(({ Namespace, MetricData }) =>
    Namespace === 'AWS/ECS/ManagedScaling' ? MetricData.map(({ Value }) => Value) : [],
  );
