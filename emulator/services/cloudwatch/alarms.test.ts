import { describe, expect, test } from '@jest/globals';
import type {
  DescribeAlarmHistoryOutput,
  DescribeAlarmsOutput,
  ListTagsForResourceOutput,
} from '../../shapes/cloudwatch.d.ts';
import { ALARM, createCloudWatchTest } from './testing.ts';

const POLICY =
  'arn:aws:autoscaling:ap-northeast-1:123456789012:scalingPolicy:1:resource/ecs/service/c/s:policyName/out';
const TOPIC = 'arn:aws:sns:ap-northeast-1:123456789012:alerts';

describe('an alarm', () => {
  test("is born without data and with AWS's defaults", async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.putAlarm();
    const alarm = await cloudwatch.alarm();
    expect(alarm).toMatchObject({
      AlarmArn: 'arn:aws:cloudwatch:ap-northeast-1:123456789012:alarm:EcsScaleOutAlarm',
      ActionsEnabled: true,
      AlarmActions: [],
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: 'Unchecked: Initial alarm creation',
    });
    expect(alarm.DatapointsToAlarm).toBeUndefined();
    expect(alarm.TreatMissingData).toBeUndefined();
  });

  test('follows its metric a minute behind, and acts on changes', async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.putAlarm({ AlarmActions: [TOPIC], OKActions: [TOPIC] });
    await cloudwatch.put(52.3);
    await cloudwatch.advance(59_000);
    expect((await cloudwatch.alarm()).StateValue).toBe('INSUFFICIENT_DATA');
    await cloudwatch.advance(15_000);
    expect(await cloudwatch.alarm()).toMatchObject({
      StateValue: 'ALARM',
      StateReason:
        'Threshold Crossed: 1 out of the last 1 datapoints [52.3 (01/11/26 00:00:00)] was greater than or equal to the threshold (40.0) (minimum 1 datapoint for OK -> ALARM transition).',
    });
    await cloudwatch.put(10);
    await cloudwatch.advance(60_000);
    expect((await cloudwatch.alarm()).StateValue).toBe('OK');
    expect(cloudwatch.actions).toEqual([
      { actionArn: TOPIC, alarmName: 'EcsScaleOutAlarm', value: 52.3, threshold: 40 },
      { actionArn: TOPIC, alarmName: 'EcsScaleOutAlarm', value: 10, threshold: 40 },
    ]);
  });

  test('tells scaling policies every minute that it lasts, and others once', async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.putAlarm({ AlarmActions: [POLICY, TOPIC] });
    for (let minute = 0; minute < 5; minute++) {
      await cloudwatch.put(50 + minute);
      await cloudwatch.advance(60_000);
    }
    await cloudwatch.advance(15_000);
    expect(cloudwatch.actions.filter(({ actionArn }) => actionArn === TOPIC).map(({ value }) => value)).toEqual([50]);
    expect(cloudwatch.actions.filter(({ actionArn }) => actionArn === POLICY).map(({ value }) => value)).toEqual([
      50, 51, 52, 53, 54,
    ]);
  });

  test('keeps quiet with its actions disabled', async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.putAlarm({ AlarmActions: [POLICY] });
    await cloudwatch.call('DisableAlarmActions', { AlarmNames: [ALARM.AlarmName] });
    await cloudwatch.put(50);
    await cloudwatch.advance(180_000);
    expect((await cloudwatch.alarm()).StateValue).toBe('ALARM');
    expect(cloudwatch.actions).toEqual([]);
  });

  test('has no data any more some minutes after the last', async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.putAlarm();
    await cloudwatch.put(50);
    await cloudwatch.advance(180_000);
    expect((await cloudwatch.alarm()).StateValue).toBe('ALARM');
    await cloudwatch.advance(120_000);
    expect(await cloudwatch.alarm()).toMatchObject({
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: 'Insufficient Data: 1 datapoint was unknown.',
    });
  });

  test('put again keeps its state and its tags, and takes everything else anew', async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.putAlarm({ AlarmDescription: 'first', Tags: [{ Key: 'team', Value: 'web' }] });
    await cloudwatch.put(50);
    await cloudwatch.advance(75_000);
    await cloudwatch.putAlarm({ Threshold: 45, Tags: [{ Key: 'team', Value: 'data' }] });
    const alarm = await cloudwatch.alarm();
    expect(alarm).toMatchObject({ StateValue: 'ALARM', Threshold: 45 });
    expect(alarm.AlarmDescription).toBeUndefined();
    const { Tags } = await cloudwatch.call<ListTagsForResourceOutput>('ListTagsForResource', {
      ResourceARN: alarm.AlarmArn,
    });
    expect(Tags).toEqual([{ Key: 'team', Value: 'web' }]);
  });

  test('set to a state by hand acts, and returns at the next evaluation', async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.putAlarm({ AlarmActions: [TOPIC] });
    await cloudwatch.put(10);
    await cloudwatch.advance(75_000);
    await cloudwatch.call('SetAlarmState', { AlarmName: ALARM.AlarmName, StateValue: 'ALARM', StateReason: 'a drill' });
    expect(await cloudwatch.alarm()).toMatchObject({ StateValue: 'ALARM', StateReason: 'a drill' });
    await cloudwatch.advance(60_000);
    expect((await cloudwatch.alarm()).StateValue).toBe('OK');
    expect(cloudwatch.actions).toHaveLength(1);
    const { AlarmHistoryItems } = await cloudwatch.call<DescribeAlarmHistoryOutput>('DescribeAlarmHistory', {
      HistoryItemType: 'StateUpdate',
    });
    expect(AlarmHistoryItems?.map(({ HistorySummary }) => HistorySummary)).toEqual([
      'Alarm updated from ALARM to OK',
      'Alarm updated from OK to ALARM',
      'Alarm updated from INSUFFICIENT_DATA to OK',
    ]);
  });

  test.each<[object, string]>([
    [{ Period: 45 }, 'Period must be 10, 20, 30 or a multiple of 60'],
    [{ Period: 300, EvaluationPeriods: 300 }, 'Metrics cannot be checked across more than a day'],
    [{ DatapointsToAlarm: 2 }, 'DatapointsToAlarm must be less than or equal to EvaluationPeriods'],
    [{ TreatMissingData: 'good' }, 'TreatMissingData must be one of'],
    [{ AlarmActions: ['the policy'] }, 'Invalid arn syntax: the policy'],
    [{ Threshold: undefined }, 'The parameter Threshold is required'],
    [{ Statistic: undefined, ExtendedStatistic: 'p99' }, 'This emulator does not serve alarms on percentiles'],
    [{ ComparisonOperator: 'GreaterThanUpperThreshold' }, 'does not serve anomaly detection alarms'],
  ])('with %j is refused: %s', async (input, message) => {
    const cloudwatch = createCloudWatchTest();
    await expect(cloudwatch.putAlarm(input)).rejects.toThrow(message);
    await expect(cloudwatch.alarm()).rejects.toThrow('there is no alarm');
  });
});

describe('alarms', () => {
  const names = async (cloudwatch: ReturnType<typeof createCloudWatchTest>, input: object) =>
    (await cloudwatch.call<DescribeAlarmsOutput>('DescribeAlarms', input)).MetricAlarms?.map(
      ({ AlarmName }) => AlarmName,
    );

  test('are found by name, prefix, state and action', async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.putAlarm({ AlarmName: 'b', AlarmActions: [POLICY] });
    await cloudwatch.putAlarm({ AlarmName: 'ab' });
    await cloudwatch.call('SetAlarmState', { AlarmName: 'ab', StateValue: 'OK', StateReason: 'x' });
    expect(await names(cloudwatch, {})).toEqual(['ab', 'b']);
    expect(await names(cloudwatch, { AlarmNames: ['b', 'gone'] })).toEqual(['b']);
    expect(await names(cloudwatch, { AlarmNamePrefix: 'a' })).toEqual(['ab']);
    expect(await names(cloudwatch, { StateValue: 'OK' })).toEqual(['ab']);
    expect(await names(cloudwatch, { ActionPrefix: 'arn:aws:autoscaling' })).toEqual(['b']);
    expect(await names(cloudwatch, { AlarmTypes: ['CompositeAlarm'] })).toEqual([]);
    expect(await names(cloudwatch, { MaxRecords: 1 })).toEqual(['ab']);
  });

  test('are deleted all or none', async () => {
    const cloudwatch = createCloudWatchTest();
    await cloudwatch.putAlarm();
    const AlarmNames = [ALARM.AlarmName, 'gone'];
    await expect(cloudwatch.call('DeleteAlarms', { AlarmNames })).rejects.toMatchObject({ code: 'ResourceNotFound' });
    await cloudwatch.call('DeleteAlarms', { AlarmNames: [ALARM.AlarmName] });
    expect(await names(cloudwatch, {})).toEqual([]);
    await cloudwatch.advance(120_000);
  });
});
