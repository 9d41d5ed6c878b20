import type { PutMetricAlarmInput } from '../../shapes/cloudwatch.d.ts';
import { invalid, unserved } from './errors.ts';
import type { AlarmSettings, Comparison, MissingData } from './state.ts';

const DAY_SECONDS = 86_400;
const COMPARISONS: readonly Comparison[] = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
];
const MISSING_DATA: readonly MissingData[] = ['missing', 'ignore', 'breaching', 'notBreaching'];

function refuseUnserved(input: PutMetricAlarmInput): void {
  const kinds = {
    Metrics: 'alarms on metric math',
    ThresholdMetricId: 'anomaly detection alarms',
    ExtendedStatistic: 'alarms on percentiles',
    EvaluateLowSampleCountPercentile: 'alarms on percentiles',
    EvaluationCriteria: 'alarms on PromQL',
    EvaluationInterval: 'alarms on PromQL',
    EvaluationWindow: 'evaluation windows',
    WarmUpConfiguration: 'warm-up of alarms',
    ActionConfiguration: 'action configurations of alarms',
  } as const;
  for (const [member, what] of Object.entries(kinds))
    if (input[member as keyof typeof kinds] !== undefined) throw unserved(what);
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw invalid(`The parameter ${name} is required for an alarm on a single metric.`);
  return value;
}

function checkPeriods(period: number, evaluationPeriods: number): void {
  if (![10, 20, 30].includes(period) && (period < 60 || period % 60 !== 0))
    throw invalid('Period must be 10, 20, 30 or a multiple of 60');
  const [limit, words] = period < 3600 ? [DAY_SECONDS, 'a day'] : [7 * DAY_SECONDS, 'seven days'];
  if (period * evaluationPeriods > limit)
    throw invalid(
      `Metrics cannot be checked across more than ${words} (EvaluationPeriods * Period must be <= ${limit})`,
    );
}

function checkActions(actions: readonly string[]): void {
  const wrong = actions.find((action) => !/^arn:aws[\w-]*:[\w-]+:[^:]*:[^:]*:.+$/.test(action));
  if (wrong !== undefined) throw invalid(`Invalid arn syntax: ${wrong}`);
}

/** An alarm's settings, with AWS's defaults; throws what AWS refuses and what the emulator lacks. */
export function alarmSettings(input: PutMetricAlarmInput): AlarmSettings {
  refuseUnserved(input);
  const periodSeconds = required(input.Period, 'Period');
  const evaluationPeriods = required(input.EvaluationPeriods, 'EvaluationPeriods');
  checkPeriods(periodSeconds, evaluationPeriods);
  if ((input.DatapointsToAlarm ?? 0) > evaluationPeriods)
    throw invalid('DatapointsToAlarm must be less than or equal to EvaluationPeriods');
  const comparison = COMPARISONS.find((each) => each === required(input.ComparisonOperator, 'ComparisonOperator'));
  if (!comparison) throw unserved('anomaly detection alarms');
  const missingData = MISSING_DATA.find((each) => each === input.TreatMissingData);
  if (input.TreatMissingData !== undefined && !missingData)
    throw invalid(`TreatMissingData must be one of ${MISSING_DATA.join(', ')}`);
  const actions = {
    OK: input.OKActions ?? [],
    ALARM: input.AlarmActions ?? [],
    INSUFFICIENT_DATA: input.InsufficientDataActions ?? [],
  };
  checkActions(Object.values(actions).flat());
  return {
    description: input.AlarmDescription,
    actionsEnabled: input.ActionsEnabled ?? true,
    actions,
    metric: {
      namespace: required(input.Namespace, 'Namespace'),
      name: required(input.MetricName, 'MetricName'),
      dimensions: input.Dimensions ?? [],
    },
    statistic: required(input.Statistic, 'Statistic'),
    unit: input.Unit,
    periodSeconds,
    evaluationPeriods,
    datapointsToAlarm: input.DatapointsToAlarm,
    threshold: required(input.Threshold, 'Threshold'),
    comparison,
    missingData,
  };
}
