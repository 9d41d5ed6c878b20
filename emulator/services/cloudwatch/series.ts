import type { Dimension } from '../../shapes/cloudwatch.d.ts';
import type { StatisticSet } from './statistics.ts';
import { merge } from './statistics.ts';

export interface MetricIdentity {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly Dimension[];
}

/** One metric's values by minute, or by second where they came in high resolution. `at` is the beginning of either. */
export interface Series {
  readonly identity: MetricIdentity;
  /** Oldest first. */
  readonly points: { readonly at: number; readonly unit: string; set: StatisticSet }[];
  highResolution: boolean;
  newestAt: number;
}

export interface Sample {
  readonly at: number;
  readonly unit: string;
  readonly set: StatisticSet;
  readonly highResolution: boolean;
}

export interface Query {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly periodMs: number;
  /** undefined: values of every unit. */
  readonly unit: string | undefined;
}

export interface Datapoint {
  readonly at: number;
  readonly unit: string;
  readonly set: StatisticSet;
}

const MINUTE_MS = 60_000;
const KEPT_MS = 15 * 24 * 60 * MINUTE_MS;
const KEPT_HIGH_RESOLUTION_MS = 3 * 60 * MINUTE_MS;

/** The order of dimensions does not matter to which metric it is. */
export const seriesKey = ({ namespace, name, dimensions }: MetricIdentity): string =>
  JSON.stringify([namespace, name, dimensions.map(({ Name, Value }) => [Name, Value]).sort()]);

export function addSample(series: Series, { at, unit, set, highResolution }: Sample): void {
  const slot = highResolution ? 1000 : MINUTE_MS;
  const start = Math.floor(at / slot) * slot;
  const { points } = series;
  const point = points.findLast((each) => each.at === start && each.unit === unit);
  if (point) point.set = merge(point.set, set);
  else points.splice(points.findLastIndex((each) => each.at <= start) + 1, 0, { at: start, unit, set });
  series.highResolution ||= highResolution;
  series.newestAt = Math.max(series.newestAt, at);
  const oldest = series.newestAt - (series.highResolution ? KEPT_HIGH_RESOLUTION_MS : KEPT_MS);
  while ((points[0]?.at ?? oldest) < oldest) points.shift();
}

/**
 * The series' values put together by period, oldest first. Periods are counted from the epoch; empty ones are left out.
 */
export function datapoints(series: Series | undefined, { start, end, periodMs, unit }: Query): Datapoint[] {
  const periods = new Map<number, Datapoint>();
  const points = series?.points ?? [];
  for (const point of points.slice(points.findLastIndex((each) => each.at < start) + 1)) {
    if (point.at >= end || (unit !== undefined && point.unit !== unit)) continue;
    const at = Math.floor(point.at / periodMs) * periodMs;
    const before = periods.get(at);
    periods.set(at, { at, unit: point.unit, set: before ? merge(before.set, point.set) : point.set });
  }
  return [...periods.values()];
}
