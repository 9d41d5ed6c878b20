import { describe, expect, test } from '@jest/globals';
import { aCapacity, aCluster } from '../../../tests/builders/cluster.ts';
import { NO_SCALING } from '../../../tests/builders/live-service.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Scaling, StepPolicy } from '../../model/service.ts';
import { desiredScaling } from './scaling-desired.ts';
import { type LiveScaling, planScaling, type ScalingPlan } from './scaling-plan.ts';

const OWNERSHIP = { 'ecs-gitops:cluster': 'sample-ecs-cluster', 'ecs-gitops:service': 'web' };
const OUTPUTS = {
  cluster: {
    ScaleOutPolicyArn: 'arn:group-out',
    ScaleInPolicyArn: 'arn:group-in',
    LoadBalancerArn:
      'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:loadbalancer/app/sample-ecs-alb/50dc6c495c0c9188',
  },
  service: {
    TargetGroup1Arn:
      'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/sample-ecs-tg/943f017f100becff',
  },
};

function step(name: string, overrides: Partial<StepPolicy>): StepPolicy {
  return {
    alarmName: `Ecs${name}Alarm`,
    policyName: `Ecs${name}Policy`,
    metricName: 'CPUUtilization',
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    thresholdPercent: 40,
    periodSeconds: 60,
    evaluationPeriods: 1,
    adjustment: 1,
    cooldownSeconds: 60,
    ...overrides,
  };
}

const SCALING: Scaling = {
  minCapacity: 2,
  maxCapacity: 4,
  steps: {
    scaleOut: step('ScaleOut', {}),
    scaleIn: step('ScaleIn', { comparisonOperator: 'LessThanThreshold', thresholdPercent: 20, adjustment: -1 }),
  },
  targetTracking: [],
  drivesInstances: true,
};

function plan(scaling: Scaling | undefined, live: LiveScaling, instanceScaling: 'managed' | 'alarms' = 'managed') {
  const cluster = aCluster({ capacity: aCapacity({ instanceScaling }) });
  return planScaling(scaling && desiredScaling(cluster, 'web', scaling, OUTPUTS), live, OWNERSHIP);
}

/** What stands after the writes of a plan that sets everything up, as AWS describes it. */
function applied({ writes }: ScalingPlan): LiveScaling {
  const policyArn = (name: string): string => `arn:policy/${name}`;
  const target = writes.find((write) => write.kind === 'register-target');
  const policies = writes
    .filter((write) => write.kind === 'put-policy')
    .map(({ name, policy }) => ({
      arn: policyArn(name),
      name,
      alarmNames: [name.replace('Policy', 'Alarm')],
      description: policy,
    }));
  const alarms = writes
    .filter((write) => write.kind === 'put-alarm')
    .map(({ name, alarm, policyName, otherActions }) => {
      const actions = [policyArn(policyName), ...otherActions];
      const filled = { ActionsEnabled: true, OKActions: [], InsufficientDataActions: [], AlarmActions: actions };
      return { name, state: 'OK', actions, tags: OWNERSHIP, description: { ...alarm, ...filled } };
    });
  return { target: target && { minCapacity: target.minCapacity, maxCapacity: target.maxCapacity }, policies, alarms };
}

const LIVE = applied(plan(SCALING, NO_SCALING));

function withAlarm(name: string, change: JsonObject, tags: Readonly<Record<string, string>> = OWNERSHIP): LiveScaling {
  const alarms = LIVE.alarms.map((alarm) =>
    alarm.name === name ? { ...alarm, tags, description: { ...alarm.description, ...change } } : alarm,
  );
  return { ...LIVE, alarms };
}

describe('the plan of scaling', () => {
  test('sets up target, policies and alarms, in the order in which they need each other', () => {
    const { writes, changes } = plan(SCALING, NO_SCALING);
    expect(writes.map(({ kind }) => kind)).toEqual([
      'register-target',
      'put-policy',
      'put-policy',
      'put-alarm',
      'put-alarm',
    ]);
    expect(changes.map(({ action, resource }) => `${action} ${resource}`)).toEqual([
      'add scalable target',
      'add scaling policy EcsScaleOutPolicy',
      'add scaling policy EcsScaleInPolicy',
      'add alarm EcsScaleOutAlarm',
      'add alarm EcsScaleInAlarm',
    ]);
  });

  test('steps up from the threshold of the one alarm and down from that of the other', () => {
    const adjustments = plan(SCALING, NO_SCALING).writes.flatMap((write) =>
      write.kind === 'put-policy' ? [write.policy['StepScalingPolicyConfiguration']] : [],
    );
    expect(adjustments).toMatchObject([
      { StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }] },
      { StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }] },
    ]);
  });

  test('is empty once it was applied', () => {
    expect(plan(SCALING, LIVE)).toEqual({ changes: [], dangers: [], writes: [] });
  });

  test('lets the alarms drive the instances too, in alarms mode only', () => {
    const actions = (instanceScaling: 'managed' | 'alarms') =>
      plan(SCALING, NO_SCALING, instanceScaling).writes.flatMap((write) =>
        write.kind === 'put-alarm' ? write.otherActions : [],
      );
    expect(actions('alarms')).toEqual(['arn:group-out', 'arn:group-in']);
    expect(actions('managed')).toEqual([]);
    expect(plan(SCALING, LIVE, 'alarms').writes.map(({ kind }) => kind)).toEqual(['put-alarm', 'put-alarm']);
  });

  test('repairs exactly a deleted alarm', () => {
    const live = { ...LIVE, alarms: LIVE.alarms.filter(({ name }) => name === 'EcsScaleInAlarm') };
    const { changes, writes } = plan(SCALING, live);
    expect(changes.map(({ resource }) => resource)).toEqual(['alarm EcsScaleOutAlarm']);
    expect(writes).toMatchObject([{ kind: 'put-alarm', name: 'EcsScaleOutAlarm' }]);
  });

  test.each<[string, JsonObject, string]>([
    ['another threshold', { Threshold: 50 }, 'Threshold'],
    ['actions that are switched off', { ActionsEnabled: false }, 'ActionsEnabled'],
    ['an action that is gone', { AlarmActions: [] }, 'AlarmActions'],
    ['an action too many', { OKActions: ['arn:x'] }, 'OKActions'],
    ['missing data treated otherwise', { TreatMissingData: 'breaching' }, 'TreatMissingData'],
  ])('sees on an alarm: %s', (_, change, property) => {
    const { changes } = plan(SCALING, withAlarm('EcsScaleOutAlarm', change));
    expect(changes.map(({ properties }) => properties.map(({ path }) => path))).toEqual([[property]]);
  });

  test.each<[string, LiveScaling, string]>([
    ['is not marked as ours', withAlarm('EcsScaleInAlarm', {}, {}), 'Tags'],
    ['watches something else', withAlarm('EcsScaleInAlarm', { Dimensions: [] }), 'Dimensions'],
  ])('never touches an alarm that %s', (_, live, property) => {
    const { dangers, writes } = plan(SCALING, live);
    expect(dangers).toMatchObject([{ resource: 'alarm EcsScaleInAlarm', property, allowed: false }]);
    expect(dangers[0]?.forbidden).toContain('another alarmName');
    expect(writes).toEqual([]);
  });

  test('knows the action of an alarm only after its policy exists', () => {
    const live = { ...LIVE, policies: LIVE.policies.filter(({ name }) => name === 'EcsScaleInPolicy') };
    const alarm = plan(SCALING, live).changes.find(({ resource }) => resource === 'alarm EcsScaleOutAlarm');
    expect(alarm).toMatchObject({ certainty: 'known-after-apply', properties: [{ path: 'AlarmActions' }] });
  });

  test('takes away what config no longer says, alarms first', () => {
    expect(plan(undefined, LIVE).writes).toEqual([
      { kind: 'delete-alarms', names: ['EcsScaleOutAlarm', 'EcsScaleInAlarm'] },
      { kind: 'delete-policy', name: 'EcsScaleOutPolicy' },
      { kind: 'delete-policy', name: 'EcsScaleInPolicy' },
      { kind: 'deregister-target' },
    ]);
  });

  test('leaves the alarms of target tracking to AWS', () => {
    const tracking = { policyName: 'cpu', metricType: 'ECSServiceAverageCPUUtilization', targetValue: 40 };
    const scaling: Scaling = {
      ...SCALING,
      steps: undefined,
      targetTracking: [{ ...tracking, scaleInCooldownSeconds: 60, scaleOutCooldownSeconds: 60 }],
    };
    const created = applied(plan(scaling, NO_SCALING));
    const managed = { name: 'TargetTracking-x', state: 'OK', actions: [], tags: {}, description: {} };
    expect(plan(scaling, { ...created, alarms: [managed] }).writes).toEqual([]);
  });

  test('takes several adjustments as config states them', () => {
    const stepAdjustments = [
      { metricIntervalLowerBound: 0, metricIntervalUpperBound: 20, scalingAdjustment: 10 },
      { metricIntervalLowerBound: 20, scalingAdjustment: 50 },
    ];
    const scaleOut = step('ScaleOut', {
      stepAdjustments,
      adjustmentType: 'PercentChangeInCapacity',
      minAdjustmentMagnitude: 1,
    });
    const scaling = { ...SCALING, steps: { scaleOut, scaleIn: step('ScaleIn', { adjustment: -1 }) } };
    const [put] = plan(scaling, NO_SCALING).writes.filter(({ kind }) => kind === 'put-policy');
    expect(put).toMatchObject({
      policy: {
        StepScalingPolicyConfiguration: {
          AdjustmentType: 'PercentChangeInCapacity',
          MinAdjustmentMagnitude: 1,
          StepAdjustments: [
            { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 20, ScalingAdjustment: 10 },
            { MetricIntervalLowerBound: 20, ScalingAdjustment: 50 },
          ],
        },
      },
    });
  });

  test('tracks the requests of the first target group', () => {
    const tracking = { policyName: 'requests', metricType: 'ALBRequestCountPerTarget', targetValue: 900 };
    const targetTracking = [{ ...tracking, scaleInCooldownSeconds: 60, scaleOutCooldownSeconds: 60 }];
    const { writes } = plan({ ...SCALING, steps: undefined, targetTracking }, NO_SCALING);
    expect(writes.at(-1)).toMatchObject({
      policy: {
        TargetTrackingScalingPolicyConfiguration: {
          PredefinedMetricSpecification: {
            PredefinedMetricType: 'ALBRequestCountPerTarget',
            ResourceLabel: 'app/sample-ecs-alb/50dc6c495c0c9188/targetgroup/sample-ecs-tg/943f017f100becff',
          },
        },
      },
    });
  });

  test.each([
    [undefined, { MaxCapacityBreachBehavior: 'HonorMaxCapacity' }],
    [10, { MaxCapacityBreachBehavior: 'IncreaseMaxCapacity', MaxCapacityBuffer: 10 }],
  ])('scales by forecast, with a buffer of %s beyond the maximum', (maxCapacityBufferPercent, breach) => {
    const predictive = {
      policyName: 'ahead',
      metricPairType: 'ECSServiceCPUUtilization',
      targetValue: 40,
      mode: 'ForecastAndScale',
      schedulingBufferSeconds: 300,
      maxCapacityBufferPercent,
    } as const;
    const scaling: Scaling = { ...SCALING, steps: undefined, predictive: [predictive] };
    const set = plan(scaling, NO_SCALING);
    expect(set.writes.at(-1)).toMatchObject({
      policy: {
        PolicyType: 'PredictiveScaling',
        PredictiveScalingPolicyConfiguration: { Mode: 'ForecastAndScale', SchedulingBufferTime: 300, ...breach },
      },
    });
    expect(plan(scaling, applied(set)).writes).toEqual([]);
  });

  describe('of what pauses', () => {
    const RUNNING = {
      dynamicScalingInSuspended: false,
      dynamicScalingOutSuspended: false,
      scheduledScalingSuspended: false,
    };
    const PAUSED = { ...RUNNING, dynamicScalingInSuspended: true };
    const liveWith = (suspended: typeof RUNNING): LiveScaling => ({
      ...LIVE,
      target: { minCapacity: 2, maxCapacity: 4, suspended },
    });

    test('leaves it as it is where config says nothing', () => {
      expect(plan(SCALING, liveWith(PAUSED)).writes).toEqual([]);
    });

    test('sets what config says', () => {
      const { writes, changes } = plan({ ...SCALING, suspended: PAUSED }, liveWith(RUNNING));
      expect(writes).toEqual([{ kind: 'register-target', minCapacity: 2, maxCapacity: 4, suspended: PAUSED }]);
      expect(changes[0]?.properties.map(({ path }) => path)).toEqual(['suspendedState.dynamicScalingInSuspended']);
      expect(plan({ ...SCALING, suspended: PAUSED }, liveWith(PAUSED)).writes).toEqual([]);
    });
  });
});
