import type { ContainerRecord, TaskRecord } from './record.ts';

/**
 * What the essential containers that have a health check say together, as DescribeTasks gives it in healthStatus;
 * undefined where no essential container has one.
 */
export function healthOfContainers({ containers }: TaskRecord): ContainerRecord['healthStatus'] | undefined {
  const states = containers
    .filter(({ definition }) => definition.healthCheck && definition.essential !== false)
    .map(({ healthStatus }) => healthStatus);
  if (states.length === 0) return undefined;
  if (states.includes('UNHEALTHY')) return 'UNHEALTHY';
  return states.every((state) => state === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
}
