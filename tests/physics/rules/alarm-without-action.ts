import type { PutScalingPolicyResponse } from '../../../emulator/shapes/application-autoscaling.d.ts';
import type { DescribeAlarmsOutput } from '../../../emulator/shapes/cloudwatch.d.ts';
import type { Account } from '../account.ts';
import type { Rule } from '../rule.ts';
import { findNetwork } from '../stage/network.ts';
import { CLUSTER, createService, describeService, registerApplication } from '../stage/service.ts';
import { raiseCluster } from '../stage/stage.ts';

const METRIC = { Namespace: 'Physics', MetricName: 'Load' };
const ALARM = {
  ...METRIC,
  AlarmName: 'busy',
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'ignore',
};
const SERVICE = {
  ServiceNamespace: 'ecs',
  ResourceId: `service/${CLUSTER}/web`,
  ScalableDimension: 'ecs:service:DesiredCount',
};

export const alarmWithoutAction: Rule = {
  name: 'alarm-without-action',
  title: 'An alarm that has no action scales nothing, however red it is.',
  scale: 120,
  run: async (account) => {
    await raiseCluster(account, await findNetwork(account), [0]);
    const taskDefinition = await registerApplication(account, 'app');
    await createService(account, 'web', { taskDefinition, desiredCount: 1 });
    const policyArn = await scaleInSteps(account);
    await account.aws('cloudwatch', 'PutMetricAlarm', { ...ALARM, AlarmActions: [policyArn] });
    await account.until('the alarm to scale the service', async () => {
      await report(account);
      return (await desired(account)) > 1 || undefined;
    });
    await account.aws('cloudwatch', 'PutMetricAlarm', ALARM);
    await account.elapse(30);
    const before = await desired(account);
    for (let minutes = 0; minutes < 5; minutes++) {
      await report(account);
      await account.elapse(60);
    }
    const after = await desired(account);
    const alarms = await account.aws<DescribeAlarmsOutput>('cloudwatch', 'DescribeAlarms', { AlarmNames: ['busy'] });
    const { StateValue, StateReason = '' } = alarms.MetricAlarms?.[0] ?? {};
    return {
      holds: StateValue === 'ALARM' && after === before,
      happened: `With its action it scaled; after five minutes in ${StateValue} without, ${before} desired tasks are ${after}.`,
      said: StateReason,
    };
  },
};

async function scaleInSteps({ aws }: Account): Promise<string> {
  await aws('application-autoscaling', 'RegisterScalableTarget', { ...SERVICE, MinCapacity: 1, MaxCapacity: 20 });
  const { PolicyARN } = await aws<PutScalingPolicyResponse>('application-autoscaling', 'PutScalingPolicy', {
    ...SERVICE,
    PolicyName: 'out',
    PolicyType: 'StepScaling',
    StepScalingPolicyConfiguration: {
      AdjustmentType: 'ChangeInCapacity',
      Cooldown: 0,
      StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
    },
  });
  return PolicyARN;
}

async function report({ aws }: Account): Promise<void> {
  const { Namespace, MetricName } = METRIC;
  await aws('cloudwatch', 'PutMetricData', { Namespace, MetricData: [{ MetricName, Value: 5 }] });
}

async function desired(account: Account): Promise<number> {
  const { desiredCount = 0 } = await describeService(account, 'web');
  return desiredCount;
}
