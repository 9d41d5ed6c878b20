import type { DescribeAlarmsOutput } from '../../../shapes/cloudwatch.d.ts';
import { generatedName } from './names.ts';
import { pick } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

const SETTINGS = [
  'ActionsEnabled',
  'AlarmActions',
  'AlarmDescription',
  'ComparisonOperator',
  'DatapointsToAlarm',
  'Dimensions',
  'EvaluateLowSampleCountPercentile',
  'EvaluationPeriods',
  'ExtendedStatistic',
  'InsufficientDataActions',
  'MetricName',
  'Metrics',
  'Namespace',
  'OKActions',
  'Period',
  'Statistic',
  'Threshold',
  'ThresholdMetricId',
  'TreatMissingData',
  'Unit',
];

export const cloudwatchAlarm: ResourceType = {
  type: 'AWS::CloudWatch::Alarm',
  service: 'CloudWatch',
  serves: ['AlarmName', 'Tags', ...SETTINGS],
  latency: 'resource-default',
  naming: { property: 'AlarmName', generate: generatedName(255) },
  exists: async (name, context) => (await arnOf(name, context)) !== undefined,
  create: async (properties, { call }) => {
    await call('cloudwatch', 'PutMetricAlarm', pick(properties, ['AlarmName', 'Tags', ...SETTINGS]));
    return String(properties['AlarmName']);
  },
  update: async (name, { previous, desired }, context) => {
    const { call } = context;
    await call('cloudwatch', 'PutMetricAlarm', { AlarmName: name, ...pick(desired, SETTINGS) });
    const ResourceARN = await arnOf(name, context);
    await reconcileTags(previous['Tags'], desired['Tags'], {
      add: (Tags) => call('cloudwatch', 'TagResource', { ResourceARN, Tags }),
      remove: (TagKeys) => call('cloudwatch', 'UntagResource', { ResourceARN, TagKeys }),
    });
  },
  remove: async (name, _properties, { call }) => {
    await call('cloudwatch', 'DeleteAlarms', { AlarmNames: [name] });
  },
  attributes: async (name, _properties, context) => ({ Arn: (await arnOf(name, context)) ?? '' }),
};

async function arnOf(name: string, { call }: ResourceContext): Promise<string | undefined> {
  const { MetricAlarms: alarms = [] } = await call<DescribeAlarmsOutput>('cloudwatch', 'DescribeAlarms', {
    AlarmNames: [name],
  });
  return alarms[0]?.AlarmArn;
}
