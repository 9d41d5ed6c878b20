import type { RolloutForecast } from '../../model/plan.ts';
import { excerpt, markdownText } from '../text.ts';
import { counted, durationText } from './values.ts';

const STRATEGIES = { ROLLING: 'Rolling', BLUE_GREEN: 'Blue/green', LINEAR: 'Linear', CANARY: 'Canary' } as const;
const ROOM = { enough: '', grows: '⚠️ ', missing: '❌ ', unknown: '❔ ' } as const;

/** How a service is going to roll out, in a few sentences. */
export function forecastLines(forecast: RolloutForecast | undefined): readonly string[] {
  if (!forecast) return [];
  const { strategy, tasks, lowest, highest, waves, room, roomText, lastDurationsMs } = forecast;
  const waved = waves === undefined ? '' : `, in ${counted(waves, 'wave')}`;
  const [newest] = lastDurationsMs;
  const range = [Math.min(...lastDurationsMs), Math.max(...lastDurationsMs)].map(durationText);
  const took =
    newest === undefined
      ? ''
      : ` Expect about ${durationText(newest)} (the last ${lastDurationsMs.length}: ${range[0]} to ${range[1]}).`;
  return [
    `**Rollout.** ${STRATEGIES[strategy]}, ${counted(tasks, 'task')}: never fewer than **${lowest}** healthy, at most **${highest}** at once${waved}.${took}`,
    `${ROOM[room]}${markdownText(excerpt(roomText, 600))}`,
  ];
}
