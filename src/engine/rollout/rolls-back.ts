import type { Service } from '../../model/service.ts';
import { isJsonObject } from '../../plan/json-differences.ts';

/** Whether the service has ECS roll back by itself; then this toolkit asks for it too. */
export function rollsBack({ settings }: Pick<Service, 'settings'>): boolean {
  const configuration = settings['deploymentConfiguration'];
  if (!isJsonObject(configuration)) return false;
  return [configuration['deploymentCircuitBreaker'], configuration['alarms']].some(
    (monitor) => isJsonObject(monitor) && monitor['enable'] === true && monitor['rollback'] === true,
  );
}
