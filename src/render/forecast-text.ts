import type { RolloutForecast } from '../model/plan.ts';
import { counted } from '../model/text.ts';

/** A rollout's forecast in short sentences: tasks, room, time. */
export function forecastSentences(forecast: RolloutForecast): readonly string[] {
  return [tasksText(forecast), `${ROOM[forecast.room]}: ${forecast.roomText}`, ...durationText(forecast)];
}

const ROOM = {
  enough: 'Enough room',
  grows: 'Instances will be added',
  missing: 'Not enough room',
  unknown: 'Room unknown',
} as const;

function tasksText({ strategy, tasks, running, lowest, highest, waves }: RolloutForecast): string {
  const rounds = waves === undefined ? '' : `, in ${counted(waves, 'round')}`;
  const least = lowest === 0 ? 'none healthy until the first new tasks are' : `never fewer than ${lowest} healthy`;
  const from = running === 0 || running === tasks ? '' : `from ${running} `;
  return `${strategy} ${from}to ${counted(tasks, 'task')}: ${least}, at most ${highest} at once${rounds}.`;
}

function durationText({ lastDurationsMs }: RolloutForecast): readonly string[] {
  const sorted = lastDurationsMs.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const median = sorted[Math.floor(sorted.length / 2)];
  if (least === undefined || most === undefined || median === undefined) return [];
  if (sorted.length === 1) return [`Takes about ${duration(median)}, as the last one did.`];
  return [`Takes about ${duration(median)}: the last ${sorted.length} took ${duration(least)} to ${duration(most)}.`];
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
