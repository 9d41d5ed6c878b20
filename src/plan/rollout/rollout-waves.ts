import { type JsonObject, objectOf } from '../../model/json.ts';
import type { RolloutForecast } from '../../model/plan.ts';
import { strategyOf } from '../../model/strategy.ts';

export interface RolloutBounds extends Pick<RolloutForecast, 'strategy' | 'lowest' | 'highest' | 'waves'> {
  /** Whether tasks of the old version may stop before those of the new one are up. */
  readonly stopsFirst: boolean;
}

/**
 * How many tasks run while a service of `tasks` tasks rolls out. ROLLING keeps between the minimum, rounded up, and the maximum,
 * rounded down; the others bring a second set up beside the first (aws-facts §2.1, §1.1). `settings` are CreateService's members.
 */
export function rolloutBounds(tasks: number, settings: JsonObject): RolloutBounds {
  const stated = settings['deploymentConfiguration'];
  const configuration = objectOf(stated);
  const strategy = strategyOf(settings);
  if (strategy !== 'ROLLING')
    return { strategy, lowest: tasks, highest: 2 * tasks, waves: undefined, stopsFirst: false };
  const floor = Math.ceil((tasks * Number(configuration['minimumHealthyPercent'] ?? 100)) / 100);
  const ceiling = Math.floor((tasks * Number(configuration['maximumPercent'] ?? 200)) / 100);
  const lowest = Math.min(floor, tasks);
  return {
    strategy,
    lowest,
    highest: Math.max(tasks, Math.min(ceiling, 2 * tasks)),
    waves: countWaves(tasks, lowest, ceiling),
    stopsFirst: lowest < tasks,
  };
}

/** The fewest rounds of starting tasks that get all of them replaced; undefined where ECS may neither stop nor start one. */
function countWaves(tasks: number, floor: number, ceiling: number): number | undefined {
  let old = tasks;
  let fresh = 0;
  let waves = 0;
  while (fresh < tasks) {
    old -= Math.min(old, Math.max(0, old + fresh - floor));
    const started = Math.min(tasks - fresh, ceiling - old - fresh);
    if (started <= 0) return undefined;
    fresh += started;
    waves += 1;
  }
  return waves;
}
