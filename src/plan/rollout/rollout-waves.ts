import type { JsonObject } from '../../model/json.ts';
import type { RolloutForecast } from '../../model/plan.ts';
import { percentsOf, taskBounds } from '../../model/rollout-bounds.ts';
import { strategyOf } from '../../model/strategy.ts';

type RolloutBounds = Pick<RolloutForecast, 'strategy' | 'lowest' | 'highest' | 'waves'>;

/**
 * How many tasks run while a service rolls out from `running` tasks to `tasks`. ROLLING keeps between the minimum,
 * rounded up, and the maximum, rounded down, of the tasks that are wanted, as soon as it has got there; the others
 * bring a second set up beside the first (aws-facts §2.1, §1.1). `settings` are CreateService's members.
 */
export function rolloutBounds(
  { tasks, running }: Pick<RolloutForecast, 'tasks' | 'running'>,
  settings: JsonObject,
): RolloutBounds {
  const strategy = strategyOf(settings);
  if (strategy !== 'ROLLING') {
    const beside = running === 0 ? 0 : Math.max(tasks, running);
    return { strategy, lowest: Math.min(tasks, running), highest: tasks + beside, waves: undefined };
  }
  const { floor, ceiling } = taskBounds(tasks, percentsOf(settings));
  return {
    strategy,
    lowest: Math.min(floor, tasks, running),
    highest: Math.max(tasks, running, Math.min(ceiling, tasks + running)),
    waves: countWaves({ tasks, running, floor: Math.min(floor, tasks), ceiling }),
  };
}

interface Waves {
  readonly tasks: number;
  readonly running: number;
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * The fewest rounds of starting tasks that get all of them replaced; undefined where ECS may neither stop nor start
 * one.
 */
function countWaves({ tasks, running, floor, ceiling }: Waves): number | undefined {
  let old = running;
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
