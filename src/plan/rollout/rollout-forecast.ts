import { isJsonObject, isList, type JsonObject, objectsOf } from '../../model/json.ts';
import type { RolloutForecast } from '../../model/plan.ts';
import type { Service } from '../../model/service.ts';
import { isDaemon } from '../../model/strategy.ts';
import type { ServicePlan } from '../service/service-plan.ts';
import { type Place, rolloutRoom } from './rollout-room.ts';
import { rolloutBounds } from './rollout-waves.ts';
import { taskNeeds } from './task-needs.ts';

export interface ForecastInput {
  /** Tasks that are wanted. */
  readonly tasks: number;
  /** Tasks that run now; 0 for a service that is new. */
  readonly running: number;
  /** CreateService's members as they will be. */
  readonly settings: JsonObject;
  readonly definition: JsonObject;
  readonly place: Place;
  /** How long the last successful rollouts took, newest first. */
  readonly lastDurationsMs: readonly number[];
}

/** What the rollout is going to look like. */
export function forecastRollout(input: ForecastInput): RolloutForecast {
  const { tasks, running, settings, definition, place, lastDurationsMs } = input;
  const bounds = rolloutBounds({ tasks, running }, settings);
  const demand = {
    extra: bounds.highest - running,
    needs: taskNeeds(definition, settings),
    isAwsvpc: definition['networkMode'] === 'awsvpc',
  };
  return {
    tasks,
    running,
    ...bounds,
    ...rolloutRoom(demand, place),
    lastDurationsMs,
  };
}

/** Tasks that the service is to have; undefined where the plan starts no deployment, or each instance has one task. */
export function tasksToRoll(
  { scaling, desiredCount, settings }: Service,
  { service: write }: Pick<ServicePlan, 'service'>,
  liveDesiredCount: number,
): number | undefined {
  if (isDaemon(settings)) return undefined;
  switch (write.kind) {
    case 'none':
      return undefined;
    case 'create':
      return desiredCount;
    case 'update':
      if (!write.deploys) return undefined;
      if (!scaling) return desiredCount;
      return Math.min(scaling.maxCapacity, Math.max(scaling.minCapacity, liveDesiredCount));
  }
}

/** On what the service's tasks run, by its settings: names of capacity providers, or the launch type. */
export function capacityNames({ capacityProviderStrategy, launchType }: JsonObject): readonly string[] {
  const strategy = objectsOf(capacityProviderStrategy);
  if (strategy.length === 0) return [String(launchType ?? 'EC2')];
  return strategy.map(({ capacityProvider }) => String(capacityProvider));
}

/** Whether the service has the constraint that puts each of its tasks on an instance of its own. */
export function isDistinct({ placementConstraints }: JsonObject): boolean {
  return (
    isList(placementConstraints) &&
    placementConstraints.some((constraint) => isJsonObject(constraint) && constraint['type'] === 'distinctInstance')
  );
}
