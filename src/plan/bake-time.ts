import type { JsonObject } from '../model/json.ts';
import type { ServiceSettings } from '../model/service.ts';
import { isJsonObject } from './json-differences.ts';
import { strategyOf } from './strategy.ts';

/** For how many minutes a deployment with these settings does nothing but watch, at the least: between its shifts, and after the last. */
export function bakeMinutes(settings: ServiceSettings): number {
  const { deploymentConfiguration } = settings;
  const configuration = isJsonObject(deploymentConfiguration) ? deploymentConfiguration : {};
  const minutes = (of: JsonObject, key: string): number => Number(of[key] ?? 0);
  const bake = minutes(configuration, 'bakeTimeInMinutes');
  switch (strategyOf(settings)) {
    case 'ROLLING':
      return 0;
    case 'BLUE_GREEN':
      return bake;
    case 'CANARY': {
      const canary = objectOf(configuration, 'canaryConfiguration');
      return bake + (Number(canary['canaryPercent']) === 100 ? 0 : minutes(canary, 'canaryBakeTimeInMinutes'));
    }
    case 'LINEAR': {
      const linear = objectOf(configuration, 'linearConfiguration');
      // Not after the step that reaches 100 percent.
      const pauses = Math.ceil(100 / Number(linear['stepPercent'] ?? 10)) - 1;
      return bake + pauses * minutes(linear, 'stepBakeTimeInMinutes');
    }
  }
}

function objectOf(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isJsonObject(value) ? value : {};
}
