import type { Service } from './world.ts';

/** A stand-in for CloudWatch in tests of services that keep alarms: it has what `alarms` has, and evaluates nothing. */
export function fakeAlarms(alarms: Map<string, object>): Service {
  return {
    operations: {
      PutMetricAlarm: (input: { AlarmName: string }) => void alarms.set(input.AlarmName, input),
      DeleteAlarms: ({ AlarmNames }: { AlarmNames: string[] }) => {
        for (const name of AlarmNames) alarms.delete(name);
      },
      DescribeAlarms: ({ AlarmNames, ActionPrefix }: { AlarmNames?: string[]; ActionPrefix?: string }) => ({
        MetricAlarms: [...alarms]
          .filter(([name]) => !AlarmNames || AlarmNames.includes(name))
          .filter(([, alarm]) => !ActionPrefix || JSON.stringify(alarm).includes(ActionPrefix))
          .map(([AlarmName]) => ({
            AlarmName,
            AlarmArn: `arn:aws:cloudwatch:ap-northeast-1:123456789012:alarm:${AlarmName}`,
          })),
      }),
    },
  };
}
