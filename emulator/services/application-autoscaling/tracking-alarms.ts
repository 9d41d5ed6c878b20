import type { Alarm, TargetTrackingScalingPolicyConfiguration } from '../../shapes/application-autoscaling.d.ts';
import { invalid, unserved } from './errors.ts';
import { serviceName } from './resources.ts';
import type { ApplicationAutoScaling, PolicySettings } from './state.ts';

type Tracking = Extract<PolicySettings, { type: 'TargetTrackingScaling' }>;

interface TrackedMetric {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
  readonly Statistic: string;
  readonly Unit?: string | undefined;
}

/** The metric that a target tracking policy follows, as PutMetricAlarm takes it. */
export function trackedMetric(
  resourceId: string,
  configuration: TargetTrackingScalingPolicyConfiguration,
): TrackedMetric {
  const custom = configuration.CustomizedMetricSpecification;
  if (custom) {
    const { Namespace, MetricName, Statistic, Dimensions = [], Unit } = custom;
    if (custom.Metrics) throw unserved('metric math in target tracking policies');
    if (Namespace === undefined || MetricName === undefined || Statistic === undefined)
      throw invalid('MetricName, Namespace and Statistic must be specified in CustomizedMetricSpecification');
    return { Namespace, MetricName, Dimensions, Statistic, Unit };
  }
  const { PredefinedMetricType: type, ResourceLabel } = configuration.PredefinedMetricSpecification ?? {};
  const { cluster, service } = serviceName(resourceId);
  const Dimensions = [
    { Name: 'ClusterName', Value: cluster },
    { Name: 'ServiceName', Value: service },
  ];
  if (type === 'ECSServiceAverageCPUUtilization')
    return { Namespace: 'AWS/ECS', MetricName: 'CPUUtilization', Dimensions, Statistic: 'Average', Unit: 'Percent' };
  if (type === 'ECSServiceAverageMemoryUtilization')
    return { Namespace: 'AWS/ECS', MetricName: 'MemoryUtilization', Dimensions, Statistic: 'Average', Unit: 'Percent' };
  if (type !== 'ALBRequestCountPerTarget') throw unserved(`the predefined metric ${type} for ECS services`);
  // The label is app/<name>/<id>/targetgroup/<name>/<id>.
  const [LoadBalancer, TargetGroup] = (ResourceLabel ?? '').split(/\/(?=targetgroup\/)/);
  if (!LoadBalancer?.startsWith('app/') || TargetGroup === undefined)
    throw invalid(`Invalid ResourceLabel: ${ResourceLabel}`);
  return {
    Namespace: 'AWS/ApplicationELB',
    MetricName: 'RequestCountPerTarget',
    Dimensions: [
      { Name: 'LoadBalancer', Value: LoadBalancer },
      { Name: 'TargetGroup', Value: TargetGroup },
    ],
    Statistic: 'Sum',
  };
}

export function trackingAlarmNames({ world }: ApplicationAutoScaling, resourceId: string): Tracking['alarms'] {
  const prefix = `TargetTracking-${resourceId}`;
  return { high: `${prefix}-AlarmHigh-${world.random.uuid()}`, low: `${prefix}-AlarmLow-${world.random.uuid()}` };
}

/**
 * Creates or updates a policy's alarms: out after three minutes above the target, in after fifteen below nine tenths of
 * it.
 */
export async function putTrackingAlarms(
  { world }: ApplicationAutoScaling,
  { resourceId, arn, settings }: { resourceId: string; arn: string; settings: Tracking },
): Promise<Alarm[]> {
  const { configuration, alarms } = settings;
  const metric = trackedMetric(resourceId, configuration);
  const put = (AlarmName: string, comparison: object): Promise<unknown> =>
    world.call('cloudwatch', 'PutMetricAlarm', {
      AlarmName,
      AlarmDescription: `DO NOT EDIT OR DELETE. For TargetTrackingScaling policy ${arn}.`,
      AlarmActions: [arn],
      Period: 60,
      ...metric,
      ...comparison,
    });
  await put(alarms.high, {
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: configuration.TargetValue,
    EvaluationPeriods: 3,
  });
  await put(alarms.low, {
    ComparisonOperator: 'LessThanThreshold',
    Threshold: configuration.TargetValue * 0.9,
    EvaluationPeriods: 15,
  });
  return [alarms.high, alarms.low].map((AlarmName) => ({
    AlarmName,
    AlarmARN: `arn:aws:cloudwatch:${world.region}:${world.account}:alarm:${AlarmName}`,
  }));
}
