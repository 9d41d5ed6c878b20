import type { MetricAlarm, PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import type { AlarmView } from '../../model/service-views.ts';
import type { Scaling } from '../../ports/scaling.ts';
import { chunked } from './chunks.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling } from './errors.ts';
import { jsonOf } from './json-shape.ts';

const DESCRIBED = 100;

/** What PutMetricAlarm takes: all that is compared. */
const MEMBERS = [
  'AlarmName',
  'AlarmDescription',
  'ActionsEnabled',
  'OKActions',
  'AlarmActions',
  'InsufficientDataActions',
  'MetricName',
  'Namespace',
  'Statistic',
  'ExtendedStatistic',
  'Dimensions',
  'Period',
  'Unit',
  'EvaluationPeriods',
  'DatapointsToAlarm',
  'Threshold',
  'ComparisonOperator',
  'TreatMissingData',
  'EvaluateLowSampleCountPercentile',
  'Metrics',
  'ThresholdMetricId',
] as const satisfies readonly (keyof MetricAlarm & keyof PutMetricAlarmCommandInput)[];

export function createAlarms(settings: AwsSettings): Pick<Scaling, 'alarms' | 'putAlarm' | 'deleteAlarms'> {
  const cloudWatch = once(async () => {
    const sdk = await import('@aws-sdk/client-cloudwatch');
    return { sdk, client: new sdk.CloudWatchClient(clientConfig(settings)) };
  });
  return {
    alarms: (names) =>
      calling(`describing alarms ${names.join(', ')}`, async () => {
        if (names.length === 0) return [];
        const { sdk, client } = await cloudWatch();
        const pages = await chunked(names, DESCRIBED, (AlarmNames) =>
          client.send(new sdk.DescribeAlarmsCommand({ AlarmNames, AlarmTypes: ['MetricAlarm'] })),
        );
        const found = pages.flatMap((page) => page.MetricAlarms ?? []);
        const views = await Promise.all(
          found.map(async (alarm) => {
            const { Tags } = await client.send(new sdk.ListTagsForResourceCommand({ ResourceARN: alarm.AlarmArn }));
            return alarmView(alarm, Tags ?? []);
          }),
        );
        return names.map((name) => views.find((view) => view.name === name));
      }),
    putAlarm: (alarm, tags) =>
      calling(`putting alarm ${alarm['AlarmName']}`, async () => {
        const { sdk, client } = await cloudWatch();
        const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
        const input: unknown = { ...alarm, Tags };
        await client.send(new sdk.PutMetricAlarmCommand(input as PutMetricAlarmCommandInput));
      }),
    deleteAlarms: (names) =>
      calling(`deleting alarms ${names.join(', ')}`, async () => {
        const { sdk, client } = await cloudWatch();
        await chunked(names, DESCRIBED, (AlarmNames) => client.send(new sdk.DeleteAlarmsCommand({ AlarmNames })));
      }),
  };
}

function alarmView(
  alarm: MetricAlarm,
  tags: readonly { Key?: string | undefined; Value?: string | undefined }[],
): AlarmView {
  return {
    name: alarm.AlarmName ?? '',
    state: alarm.StateValue ?? '',
    actions: alarm.AlarmActions ?? [],
    tags: Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value])),
    description: jsonOf(Object.fromEntries(MEMBERS.map((member) => [member, alarm[member]]))),
  };
}
