import { pageOf } from '../../core/pages.ts';
import type {
  DescribeAlarmsForMetricInput,
  DescribeAlarmsForMetricOutput,
  DescribeAlarmsInput,
  DescribeAlarmsOutput,
} from '../../shapes/cloudwatch.d.ts';
import { alarmView } from './alarm-view.ts';
import { invalid, invalidToken, unserved } from './errors.ts';
import { seriesKey } from './series.ts';
import type { Alarm, CloudWatch } from './state.ts';

const PAGE = 50;

const actionsOf = ({ settings: { actions } }: Alarm): string[] => [
  ...actions.OK,
  ...actions.ALARM,
  ...actions.INSUFFICIENT_DATA,
];

export function alarmReadOperations({ alarms }: CloudWatch) {
  return {
    /** Metric alarms only; names that do not exist are left out. */
    DescribeAlarms: (input: DescribeAlarmsInput): DescribeAlarmsOutput => {
      const { AlarmNames, AlarmNamePrefix, AlarmTypes = ['MetricAlarm'], StateValue, ActionPrefix } = input;
      if (AlarmNames?.length && AlarmNamePrefix !== undefined)
        throw invalid('AlarmNamePrefix and AlarmNames are mutually exclusive');
      if (input.ChildrenOfAlarmName !== undefined || input.ParentsOfAlarmName !== undefined)
        throw unserved('composite alarms');
      const found = [...alarms.values()]
        .filter(() => AlarmTypes.includes('MetricAlarm'))
        .filter(({ name }) => !AlarmNames?.length || AlarmNames.includes(name))
        .filter(({ name }) => name.startsWith(AlarmNamePrefix ?? ''))
        .filter(({ state }) => StateValue === undefined || state === StateValue)
        .filter((alarm) => ActionPrefix === undefined || actionsOf(alarm).some((arn) => arn.startsWith(ActionPrefix)))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      const { items, nextToken } = pageOf(found, {
        token: input.NextToken,
        size: input.MaxRecords ?? PAGE,
        invalidToken,
      });
      return { MetricAlarms: items.map(alarmView), CompositeAlarms: [], NextToken: nextToken };
    },

    DescribeAlarmsForMetric: (input: DescribeAlarmsForMetricInput): DescribeAlarmsForMetricOutput => {
      const { Namespace: namespace, MetricName: name, Dimensions: dimensions = [] } = input;
      const key = seriesKey({ namespace, name, dimensions });
      const found = [...alarms.values()]
        .filter(({ settings }) => seriesKey(settings.metric) === key)
        .filter(({ settings }) => input.Statistic === undefined || settings.statistic === input.Statistic)
        .filter(({ settings }) => input.Period === undefined || settings.periodSeconds === input.Period)
        .filter(({ settings }) => input.Unit === undefined || settings.unit === input.Unit);
      return { MetricAlarms: found.map(alarmView) };
    },
  };
}
