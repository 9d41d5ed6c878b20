import { isJsonObject } from '../../model/json.ts';
import type { Service } from '../../model/service.ts';
import { shiftsTraffic } from '../../model/strategy.ts';

/**
 * Whether the service has ECS roll back by itself; then this toolkit asks for it too. Where ECS shifts traffic, the old
 * tasks stand by to take it back.
 */
export function rollsBack({ settings }: Pick<Service, 'settings'>): boolean {
  const configuration = settings['deploymentConfiguration'];
  if (!isJsonObject(configuration)) return false;
  if (shiftsTraffic(settings)) return true;
  return [configuration['deploymentCircuitBreaker'], configuration['alarms']].some(
    (monitor) => isJsonObject(monitor) && monitor['enable'] === true && monitor['rollback'] === true,
  );
}
