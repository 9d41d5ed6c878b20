import type { Alarm, TargetTrackingConfiguration } from '../../shapes/autoscaling.d.ts';
import type { TrackingAlarms } from './scaling-policy.ts';
import type { AutoScaling, Group } from './state.ts';
import { trackedMetric } from './tracked-metric.ts';

export function trackingAlarmNames({ world }: AutoScaling, { name }: Group): TrackingAlarms {
  const prefix = `TargetTracking-${name}`;
  return { high: `${prefix}-AlarmHigh-${world.random.uuid()}`, low: `${prefix}-AlarmLow-${world.random.uuid()}` };
}

interface Tracked {
  readonly arn: string;
  readonly tracking: TargetTrackingConfiguration;
  readonly alarms: TrackingAlarms;
}

/**
 * Creates or updates the alarms of a target tracking policy. Out after three minutes above the target, in after fifteen
 * below nine tenths of it; for the capacity that ECS manages, out after one minute and in below the target itself.
 */
export async function putTrackingAlarms(
  { world }: AutoScaling,
  group: Group,
  { arn, tracking, alarms }: Tracked,
): Promise<Alarm[]> {
  const metric = trackedMetric(group.name, tracking);
  const managed = metric.Namespace === 'AWS/ECS/ManagedScaling';
  const put = async (AlarmName: string, comparison: object): Promise<void> => {
    await world.call('cloudwatch', 'PutMetricAlarm', {
      AlarmName,
      AlarmDescription: `DO NOT EDIT OR DELETE. For TargetTrackingScaling policy ${arn}.`,
      AlarmActions: [arn],
      ...metric,
      ...comparison,
    });
  };
  await put(alarms.high, {
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: tracking.TargetValue,
    EvaluationPeriods: managed ? 1 : 3,
  });
  if (tracking.DisableScaleIn)
    await world.call('cloudwatch', 'DeleteAlarms', { AlarmNames: await existing(world, [alarms.low]) });
  else
    await put(alarms.low, {
      ComparisonOperator: 'LessThanThreshold',
      Threshold: managed ? tracking.TargetValue : tracking.TargetValue * 0.9,
      EvaluationPeriods: 15,
    });
  const names = tracking.DisableScaleIn ? [alarms.high] : [alarms.high, alarms.low];
  return names.map((AlarmName) => ({
    AlarmName,
    AlarmARN: `arn:aws:cloudwatch:${world.region}:${world.account}:alarm:${AlarmName}`,
  }));
}

/** Alarms that somebody else has deleted already are no obstacle. */
export async function deleteTrackingAlarms({ world }: AutoScaling, { high, low }: TrackingAlarms): Promise<void> {
  await world.call('cloudwatch', 'DeleteAlarms', { AlarmNames: await existing(world, [high, low]) });
}

async function existing(world: AutoScaling['world'], AlarmNames: string[]): Promise<string[]> {
  const { MetricAlarms } = await world.call<{ MetricAlarms?: { AlarmName: string }[] }>(
    'cloudwatch',
    'DescribeAlarms',
    { AlarmNames },
  );
  return (MetricAlarms ?? []).map(({ AlarmName }) => AlarmName);
}
