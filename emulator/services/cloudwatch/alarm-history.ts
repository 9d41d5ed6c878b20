import { pageOf } from '../../core/pages.ts';
import type { DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput } from '../../shapes/cloudwatch.d.ts';
import { invalidToken } from './errors.ts';
import type { CloudWatch } from './state.ts';

/** CloudWatch keeps two weeks; this many items are enough here. */
const KEPT = 1000;

interface Recorded {
  readonly type: 'ConfigurationUpdate' | 'StateUpdate' | 'Action';
  readonly summary: string;
  readonly data: object;
}

export function recordHistory(
  { world, history }: CloudWatch,
  AlarmName: string,
  { type, summary, data }: Recorded,
): void {
  history.unshift({
    AlarmName,
    AlarmType: 'MetricAlarm',
    Timestamp: world.clock.now(),
    HistoryItemType: type,
    HistorySummary: summary,
    HistoryData: JSON.stringify(data),
  });
  history.length = Math.min(history.length, KEPT);
}

export function alarmHistoryOperations({ history }: CloudWatch) {
  return {
    DescribeAlarmHistory: (input: DescribeAlarmHistoryInput): DescribeAlarmHistoryOutput => {
      const { AlarmName, HistoryItemType, StartDate = 0, EndDate = Number.POSITIVE_INFINITY, ScanBy } = input;
      const found = history
        .filter((item) => AlarmName === undefined || item.AlarmName === AlarmName)
        .filter((item) => HistoryItemType === undefined || item.HistoryItemType === HistoryItemType)
        .filter(({ Timestamp = 0 }) => StartDate <= Timestamp && Timestamp <= EndDate);
      if (ScanBy === 'TimestampAscending') found.reverse();
      const { items, nextToken } = pageOf(found, {
        token: input.NextToken,
        size: input.MaxRecords ?? 100,
        invalidToken,
      });
      return { AlarmHistoryItems: items, NextToken: nextToken };
    },
  };
}
