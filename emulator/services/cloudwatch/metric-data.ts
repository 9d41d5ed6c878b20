import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type { MetricDatum, PutMetricDataInput } from '../../shapes/cloudwatch.d.ts';
import { invalidValue, unserved } from './errors.ts';
import { addSample, seriesKey } from './series.ts';
import type { CloudWatch } from './state.ts';
import type { StatisticSet } from './statistics.ts';
import { merge, single } from './statistics.ts';

const HOUR_MS = 3_600_000;
const EARLIEST_MS = 14 * 24 * HOUR_MS;
const LATEST_MS = 2 * HOUR_MS;

/** A datum holds one value, or values with counts, or statistics: exactly one of these. */
function setOf({ MetricName, Value, Values, Counts, StatisticValues }: MetricDatum): StatisticSet {
  const given = [Value, Values, StatisticValues].filter((each) => each !== undefined).length;
  if (given === 0)
    throw new AwsError('MissingParameter', `Metric ${MetricName} has no Value, Values or StatisticValues.`);
  if (given > 1)
    throw new AwsError(
      'InvalidParameterCombination',
      `Metric ${MetricName}: Value, Values and StatisticValues are mutually exclusive.`,
    );
  if (Value !== undefined) return single(finite(MetricName, Value));
  if (StatisticValues) {
    const { SampleCount, Sum, Minimum, Maximum } = StatisticValues;
    if (SampleCount <= 0) throw invalidValue(`Metric ${MetricName}: SampleCount must be greater than 0.`);
    return { sampleCount: SampleCount, sum: Sum, minimum: Minimum, maximum: Maximum };
  }
  if (Counts && Counts.length !== Values?.length)
    throw invalidValue(`Metric ${MetricName}: Values and Counts must have the same length.`);
  const sets = (Values ?? []).map((value, index) => single(finite(MetricName, value), Counts?.[index] ?? 1));
  const [first, ...others] = sets;
  if (!first) throw invalidValue(`Metric ${MetricName}: Values must not be empty.`);
  return others.reduce(merge, first);
}

function finite(name: string, value: number): number {
  if (!Number.isFinite(value)) throw invalidValue(`The value ${value} for metric ${name} is invalid.`);
  return value;
}

function checkTime({ world }: CloudWatch, time: number, index: number): number {
  const parameter = `The parameter MetricData.member.${index + 1}.Timestamp must specify a time`;
  const now = world.clock.now();
  if (time > now + LATEST_MS) throw invalidValue(`${parameter} no more than two hours in the future.`);
  if (time < now - EARLIEST_MS) throw invalidValue(`${parameter} no more than two weeks in the past.`);
  return time;
}

export function metricDataOperations(cloudwatch: CloudWatch) {
  const { world, series } = cloudwatch;

  return {
    /** Values can be read, and alarms see them, only some seconds later. */
    PutMetricData: (input: PutMetricDataInput, { internal }: CallContext): void => {
      const { Namespace: namespace, MetricData = [] } = input;
      if (input.EntityMetricData) throw unserved('metric data of entities');
      if (namespace.startsWith('AWS/') && !internal)
        throw invalidValue('The value AWS/ for parameter Namespace is invalid.');
      const samples = MetricData.map((datum, index) => {
        const { MetricName: name, Dimensions: dimensions = [], StorageResolution = 60 } = datum;
        if (StorageResolution !== 1 && StorageResolution !== 60)
          throw invalidValue(
            `The value ${StorageResolution} for parameter StorageResolution is invalid. It must be 1 or 60.`,
          );
        const at = checkTime(cloudwatch, datum.Timestamp ?? world.clock.now(), index);
        const sample = { at, unit: datum.Unit ?? 'None', set: setOf(datum), highResolution: StorageResolution === 1 };
        return { identity: { namespace, name, dimensions }, sample };
      });
      world.clock.after(world.latency('metric-delay'), () => {
        for (const { identity, sample } of samples) {
          const key = seriesKey(identity);
          const known = series.get(key) ?? { identity, points: [], highResolution: false, newestAt: 0 };
          series.set(key, known);
          addSample(known, sample);
        }
      });
    },
  };
}
