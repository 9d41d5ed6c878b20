import type { Scene } from '../scene/scene.ts';

/** An alarm that nothing but SetAlarmState moves. */
export async function putAlarm({ stage, place: { service } }: Scene): Promise<string> {
  const AlarmName = `${service}-errors`;
  await stage.api.cloudwatch('PutMetricAlarm', {
    AlarmName,
    Namespace: 'Situations',
    MetricName: 'Errors',
    Statistic: 'Sum',
    Period: 10,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'ignore',
  });
  await setAlarm({ stage }, AlarmName, 'OK');
  return AlarmName;
}

export async function setAlarm(
  { stage }: Pick<Scene, 'stage'>,
  AlarmName: string,
  StateValue: 'OK' | 'ALARM',
): Promise<void> {
  await stage.api.cloudwatch('SetAlarmState', { AlarmName, StateValue, StateReason: 'a situation' });
}
