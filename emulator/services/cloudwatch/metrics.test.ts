import { describe, expect, test } from '@jest/globals';
import type { CallContext, Operation } from '../../core/world.ts';
import type { GetMetricDataOutput, GetMetricStatisticsOutput, ListMetricsOutput } from '../../shapes/cloudwatch.d.ts';
import { createService } from './service.ts';
import { ALARM, createCloudWatchTest } from './testing.ts';

const START = Date.UTC(2026, 10, 1);
const METRIC = { Namespace: ALARM.Namespace, MetricName: ALARM.MetricName, Dimensions: ALARM.Dimensions };
const RANGE = { StartTime: START, EndTime: START + 600_000 };

describe('metric data', () => {
  test('can be read some seconds later, put together by minute', async () => {
    const cloudwatch = createCloudWatchTest();
    const statistics = (input: object = {}) =>
      cloudwatch.call<GetMetricStatisticsOutput>('GetMetricStatistics', {
        ...METRIC,
        ...RANGE,
        Period: 60,
        Statistics: ['Average', 'Sum', 'Minimum', 'Maximum', 'SampleCount'],
        ...input,
      });
    await cloudwatch.put(10);
    await cloudwatch.put(30);
    expect((await statistics()).Datapoints).toEqual([]);
    await cloudwatch.advance(60_000);
    await cloudwatch.put(50);
    await cloudwatch.advance(15_000);
    expect((await statistics()).Datapoints).toEqual([
      { Timestamp: START, Unit: 'Percent', Average: 20, Sum: 40, Minimum: 10, Maximum: 30, SampleCount: 2 },
      { Timestamp: START + 60_000, Unit: 'Percent', Average: 50, Sum: 50, Minimum: 50, Maximum: 50, SampleCount: 1 },
    ]);
    expect((await statistics({ Period: 120 })).Datapoints).toMatchObject([{ Average: 30, SampleCount: 3 }]);
    expect((await statistics({ Unit: 'Count' })).Datapoints).toEqual([]);
  });

  test('can come as values with counts or as statistics, and late', async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.advance(300_000);
    await cloudwatch.put(0, { Value: undefined, Values: [1, 4], Counts: [3, 1] });
    const StatisticValues = { SampleCount: 2, Sum: 10, Minimum: 3, Maximum: 7 };
    await cloudwatch.put(0, { Value: undefined, StatisticValues, Timestamp: START });
    await cloudwatch.advance(15_000);
    const MetricDataQueries = [{ Id: 'm', MetricStat: { Metric: METRIC, Period: 60, Stat: 'Average' } }];
    const { MetricDataResults } = await cloudwatch.call<GetMetricDataOutput>('GetMetricData', {
      ...RANGE,
      MetricDataQueries,
    });
    expect(MetricDataResults).toMatchObject([
      { Id: 'm', Label: 'CPUUtilization', Timestamps: [START + 300_000, START], Values: [1.75, 5] },
    ]);
  });

  test('in high resolution can be watched every ten seconds', async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.putAlarm({ Period: 10 });
    for (let count = 0; count < 3; count++) {
      await cloudwatch.put(50, { StorageResolution: 1 });
      await cloudwatch.advance(10_000);
    }
    expect((await cloudwatch.alarm()).StateValue).toBe('ALARM');
  });

  test('makes metrics that are listed by what they are', async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.put(1);
    await cloudwatch.put(1, { MetricName: 'MemoryUtilization', Dimensions: [...ALARM.Dimensions].reverse() });
    await cloudwatch.advance(15_000);
    const list = async (input: object) =>
      (await cloudwatch.call<ListMetricsOutput>('ListMetrics', input)).Metrics?.map(({ MetricName }) => MetricName);
    expect(await list({})).toEqual(['CPUUtilization', 'MemoryUtilization']);
    expect(await list({ MetricName: 'CPUUtilization' })).toEqual(['CPUUtilization']);
    expect(await list({ Dimensions: [{ Name: 'ClusterName' }] })).toHaveLength(2);
    expect(await list({ Dimensions: [{ Name: 'ClusterName', Value: 'other' }] })).toEqual([]);
  });

  test.each<[object, string]>([
    [{ Value: undefined }, 'has no Value, Values or StatisticValues'],
    [{ Values: [1] }, 'mutually exclusive'],
    [
      { Timestamp: START + 3 * 3_600_000 },
      'MetricData.member.1.Timestamp must specify a time no more than two hours in the future.',
    ],
    [{ Timestamp: START - 15 * 86_400_000 }, 'no more than two weeks in the past.'],
    [{ StorageResolution: 30 }, 'It must be 1 or 60.'],
  ])('%j is refused: %s', async (datum, message) => {
    await expect(createCloudWatchTest().put(1, datum)).rejects.toThrow(message);
  });

  test("of AWS's own namespaces is refused from clients", () => {
    const { operations } = createService(createCloudWatchTest().world);
    const client: CallContext = { requestId: '1', caller: { arn: 'arn:aws:iam::123456789012:user/someone' } };
    const input = { Namespace: 'AWS/ECS', MetricData: [{ MetricName: 'CPUUtilization', Value: 1 }] };
    expect(() => (operations['PutMetricData'] as Operation)(input as never, client)).toThrow(
      'The value AWS/ for parameter Namespace is invalid.',
    );
  });
});
