import type { Cancel } from '../../core/clock.ts';
import type { World } from '../../core/world.ts';
import type { AlarmHistoryItem, Dimension, PutMetricAlarmInput } from '../../shapes/cloudwatch.d.ts';
import type { MetricIdentity, Series } from './series.ts';
import { seriesKey } from './series.ts';
import type { Statistic } from './statistics.ts';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export type Comparison =
  | 'GreaterThanOrEqualToThreshold'
  | 'GreaterThanThreshold'
  | 'LessThanThreshold'
  | 'LessThanOrEqualToThreshold';

export type MissingData = 'missing' | 'ignore' | 'breaching' | 'notBreaching';

/** What an alarm watches, checked, with AWS's defaults. */
export interface AlarmSettings {
  readonly description: string | undefined;
  readonly actionsEnabled: boolean;
  readonly actions: Readonly<Record<AlarmState, readonly string[]>>;
  readonly metric: MetricIdentity & { readonly dimensions: readonly Dimension[] };
  readonly statistic: Statistic;
  readonly unit: PutMetricAlarmInput['Unit'];
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
  /** undefined: all of the evaluation periods. */
  readonly datapointsToAlarm: number | undefined;
  readonly threshold: number;
  readonly comparison: Comparison;
  /** undefined: AWS's default, `missing`. */
  readonly missingData: MissingData | undefined;
}

export interface Alarm {
  readonly name: string;
  readonly arn: string;
  settings: AlarmSettings;
  updatedAt: number;
  state: AlarmState;
  stateReason: string;
  stateReasonData: string | undefined;
  stateUpdatedAt: number;
  stateTransitionedAt: number;
  /** When scaling policies were told last that the alarm is in this state. */
  actedAt: number;
  cancelEvaluation: Cancel;
  readonly tags: Map<string, string>;
}

export interface CloudWatch {
  readonly world: World;
  /** By `seriesKey`. */
  readonly series: Map<string, Series>;
  readonly alarms: Map<string, Alarm>;
  /** Newest first; deleted alarms' history stays. */
  readonly history: AlarmHistoryItem[];
}

export const findSeries = ({ series }: CloudWatch, identity: MetricIdentity): Series | undefined =>
  series.get(seriesKey(identity));
