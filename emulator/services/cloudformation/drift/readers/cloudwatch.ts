import type { DescribeAlarmsOutput } from '../../../../shapes/cloudwatch.d.ts';
import type { LiveReader } from '../reader.ts';
import { plain } from '../reader.ts';

const alarm: LiveReader = {
  read: async (name, _expected, { call }) => {
    const { MetricAlarms: [found] = [] } = await call<DescribeAlarmsOutput>('cloudwatch', 'DescribeAlarms', {
      AlarmNames: [name],
    });
    return found && plain(found);
  },
};

export const CLOUDWATCH_READERS: Readonly<Record<string, LiveReader>> = { 'AWS::CloudWatch::Alarm': alarm };
