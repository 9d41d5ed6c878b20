import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';
import type {
  Datapoint as DatapointView,
  GetMetricDataInput,
  GetMetricDataOutput,
  GetMetricStatisticsInput,
  GetMetricStatisticsOutput,
  ListMetricsInput,
  ListMetricsOutput,
  MetricDataQuery,
  MetricDataResult,
} from '../../shapes/cloudwatch.d.ts';
import { invalid, invalidToken, invalidValue, unserved } from './errors.ts';
import type { Series } from './series.ts';
import { datapoints } from './series.ts';
import type { CloudWatch } from './state.ts';
import { findSeries } from './state.ts';
import type { Statistic } from './statistics.ts';
import { read, STATISTICS } from './statistics.ts';

const MOST_DATAPOINTS = 1440;
const METRICS_PER_PAGE = 500;
/** ListMetrics shows what has had data in the past two weeks. */
const LISTED_MS = 14 * 24 * 3_600_000;

function checkPeriod(seconds: number): void {
  if (![1, 5, 10, 20, 30].includes(seconds) && (seconds < 60 || seconds % 60 !== 0))
    throw invalidValue('The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60');
}

function checkTimes(StartTime: number, EndTime: number): void {
  if (StartTime >= EndTime) throw invalidValue('The parameter StartTime must be less than the parameter EndTime.');
}

/** CloudWatch's periods begin at whole periods: the range begins with the one that StartTime lies in. */
const rangeOf = (start: number, end: number, periodSeconds: number) => {
  const periodMs = periodSeconds * 1000;
  return { start: Math.floor(start / periodMs) * periodMs, end, periodMs };
};

function result(
  cloudwatch: CloudWatch,
  input: GetMetricDataInput,
  { Id, Label, MetricStat }: MetricDataQuery,
): MetricDataResult {
  if (!MetricStat) throw unserved('metric math');
  const { Metric, Period, Stat, Unit: unit } = MetricStat;
  const statistic = STATISTICS.find((each) => each === Stat);
  if (!statistic) throw unserved(`the statistic ${Stat}`);
  checkPeriod(Period);
  const identity = {
    namespace: Metric.Namespace ?? '',
    name: Metric.MetricName ?? '',
    dimensions: Metric.Dimensions ?? [],
  };
  const range = rangeOf(input.StartTime, input.EndTime, Period);
  const points = datapoints(findSeries(cloudwatch, identity), { ...range, unit });
  if (input.ScanBy !== 'TimestampAscending') points.reverse();
  return {
    Id,
    Label: Label ?? Metric.MetricName,
    StatusCode: 'Complete',
    Timestamps: points.map(({ at }) => at),
    Values: points.map(({ set }) => read(set, statistic)),
  };
}

export function metricReadOperations(cloudwatch: CloudWatch) {
  return {
    GetMetricStatistics: (input: GetMetricStatisticsInput): GetMetricStatisticsOutput => {
      const { Namespace: namespace, MetricName: name, Dimensions: dimensions = [], StartTime, EndTime, Period } = input;
      if (input.ExtendedStatistics?.length) throw unserved('percentiles');
      const statistics: readonly Statistic[] = input.Statistics ?? [];
      if (statistics.length === 0)
        throw new AwsError(
          'InvalidParameterCombination',
          'At least one of the parameters Statistics and ExtendedStatistics must be specified.',
        );
      checkPeriod(Period);
      checkTimes(StartTime, EndTime);
      const requested = Math.ceil((EndTime - StartTime) / (Period * 1000));
      if (requested > MOST_DATAPOINTS)
        throw new AwsError(
          'InvalidParameterCombination',
          `You have requested up to ${requested} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
        );
      const range = rangeOf(StartTime, EndTime, Period);
      const points = datapoints(findSeries(cloudwatch, { namespace, name, dimensions }), {
        ...range,
        unit: input.Unit,
      });
      const view = ({ at, unit, set }: (typeof points)[number]): DatapointView => ({
        Timestamp: at,
        Unit: unit as NonNullable<DatapointView['Unit']>,
        ...Object.fromEntries(statistics.map((statistic) => [statistic, read(set, statistic)])),
      });
      return { Label: name, Datapoints: points.map(view) };
    },

    GetMetricData: (input: GetMetricDataInput): GetMetricDataOutput => {
      checkTimes(input.StartTime, input.EndTime);
      const ids = input.MetricDataQueries.map(({ Id }) => Id);
      if (new Set(ids).size < ids.length)
        throw invalid('The values for parameter id in the MetricDataQueries must be unique.');
      const shown = input.MetricDataQueries.filter(({ ReturnData }) => ReturnData !== false);
      return { MetricDataResults: shown.map((query) => result(cloudwatch, input, query)), Messages: [] };
    },

    ListMetrics: (input: ListMetricsInput): ListMetricsOutput => {
      if (input.IncludeLinkedAccounts || input.OwningAccount !== undefined) throw unserved('metrics of other accounts');
      const since = cloudwatch.world.clock.now() - (input.RecentlyActive === 'PT3H' ? 3 * 3_600_000 : LISTED_MS);
      const matches = ({ identity, newestAt }: Series): boolean =>
        newestAt >= since &&
        (input.Namespace === undefined || identity.namespace === input.Namespace) &&
        (input.MetricName === undefined || identity.name === input.MetricName) &&
        (input.Dimensions ?? []).every(({ Name, Value }) =>
          identity.dimensions.some(
            (dimension) => dimension.Name === Name && (Value === undefined || dimension.Value === Value),
          ),
        );
      const found = [...cloudwatch.series.values()].filter(matches);
      const { items, nextToken } = pageOf(found, { token: input.NextToken, size: METRICS_PER_PAGE, invalidToken });
      const metrics = items.map(({ identity: { namespace, name, dimensions } }) => ({
        Namespace: namespace,
        MetricName: name,
        Dimensions: [...dimensions],
      }));
      return { Metrics: metrics, NextToken: nextToken };
    },
  };
}
