import type { MetricAlarm } from '../../shapes/cloudwatch.d.ts';
import type { Alarm } from './state.ts';

export function alarmView(alarm: Alarm): MetricAlarm {
  const { settings } = alarm;
  return {
    AlarmName: alarm.name,
    AlarmArn: alarm.arn,
    AlarmDescription: settings.description,
    AlarmConfigurationUpdatedTimestamp: alarm.updatedAt,
    ActionsEnabled: settings.actionsEnabled,
    OKActions: [...settings.actions.OK],
    AlarmActions: [...settings.actions.ALARM],
    InsufficientDataActions: [...settings.actions.INSUFFICIENT_DATA],
    StateValue: alarm.state,
    StateReason: alarm.stateReason,
    StateReasonData: alarm.stateReasonData,
    StateUpdatedTimestamp: alarm.stateUpdatedAt,
    StateTransitionedTimestamp: alarm.stateTransitionedAt,
    MetricName: settings.metric.name,
    Namespace: settings.metric.namespace,
    Dimensions: [...settings.metric.dimensions],
    Statistic: settings.statistic,
    Unit: settings.unit,
    Period: settings.periodSeconds,
    EvaluationPeriods: settings.evaluationPeriods,
    DatapointsToAlarm: settings.datapointsToAlarm,
    Threshold: settings.threshold,
    ComparisonOperator: settings.comparison,
    TreatMissingData: settings.missingData,
  };
}
