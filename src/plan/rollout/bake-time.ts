import { isJsonObject, isList, type JsonObject, listOf, objectOf } from '../../model/json.ts';
import type { ServiceSettings } from '../../model/service.ts';
import { strategyOf } from '../../model/strategy.ts';

/** Stages at which a pause comes before any production traffic is shifted. */
const BEFORE_SHIFT = ['RECONCILE_SERVICE', 'PRE_SCALE_UP', 'POST_SCALE_UP', 'POST_TEST_TRAFFIC_SHIFT'];
const EACH_SHIFT = 'PRE_PRODUCTION_TRAFFIC_SHIFT';
const AFTER_SHIFT = 'POST_PRODUCTION_TRAFFIC_SHIFT';

/**
 * For how many minutes a deployment with these settings does nothing but watch, at the least: between its shifts, and
 * after the last. One number for each stretch that no PAUSE hook interrupts, since a run ends where it meets one.
 */
export function bakeMinutes(settings: ServiceSettings): readonly number[] {
  const { deploymentConfiguration } = settings;
  const configuration = objectOf(deploymentConfiguration);
  const pauses = pauseStages(configuration);
  const stretches = [0];
  const pauseAt = (...stages: readonly string[]): void => {
    if (stages.some((stage) => pauses.includes(stage))) stretches.push(0);
  };
  const watch = (minutes: number): void => {
    stretches.push((stretches.pop() ?? 0) + minutes);
  };
  pauseAt(...BEFORE_SHIFT);
  for (const minutes of stepMinutes(settings, configuration)) {
    pauseAt(EACH_SHIFT);
    watch(minutes);
  }
  pauseAt(AFTER_SHIFT);
  watch(strategyOf(settings) === 'ROLLING' ? 0 : Number(configuration['bakeTimeInMinutes'] ?? 0));
  return stretches;
}

/** How long is waited after each shift; not after the one that reaches 100 percent. */
function stepMinutes(settings: ServiceSettings, configuration: JsonObject): readonly number[] {
  switch (strategyOf(settings)) {
    case 'ROLLING':
      return [];
    case 'BLUE_GREEN':
      return [0];
    case 'CANARY': {
      const canary = objectOf(configuration['canaryConfiguration']);
      return Number(canary['canaryPercent']) === 100 ? [0] : [Number(canary['canaryBakeTimeInMinutes'] ?? 10), 0];
    }
    case 'LINEAR': {
      const linear = objectOf(configuration['linearConfiguration']);
      const steps = Math.ceil(100 / Number(linear['stepPercent'] ?? 10));
      const minutes = Number(linear['stepBakeTimeInMinutes'] ?? 6);
      return Array.from({ length: steps }, (_, index) => (index < steps - 1 ? minutes : 0));
    }
  }
}

function pauseStages({ lifecycleHooks }: JsonObject): readonly string[] {
  if (!isList(lifecycleHooks)) return [];
  return lifecycleHooks
    .filter(isJsonObject)
    .filter(({ targetType }) => targetType === 'PAUSE')
    .flatMap(({ lifecycleStages }) => listOf(lifecycleStages).map(String));
}
