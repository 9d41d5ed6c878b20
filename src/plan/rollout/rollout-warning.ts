import type { RolloutForecast } from '../../model/plan.ts';

/** What may hold a rollout up, and what to do about it; undefined where nothing is known to. */
export function rolloutWarning(service: string, forecast: RolloutForecast): string | undefined {
  const { room, roomText, lowest, running, strategy } = forecast;
  if (room !== 'missing') return undefined;
  const meanwhile =
    strategy === 'ROLLING' && lowest < running
      ? `ECS stops old tasks first, down to ${lowest}.`
      : 'Unless tasks of other services stop, the rollout waits for room, and its circuit breaker or the timeout ends it.';
  return `The rollout of ${service} may not find room. ${roomText} ${meanwhile} To make room, raise capacity.maxSize in cluster.yaml, lower maximumPercent in service.yaml, or reserve less in task-definition.yaml.`;
}
