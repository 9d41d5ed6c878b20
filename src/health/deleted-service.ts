import type { Health } from '../model/health.ts';
import type { ServiceView } from '../model/service-views.ts';

/** A deleted service drains until its last task has stopped; then ECS knows it no more (INACTIVE). */
export function assessDeletedService(service: ServiceView | undefined): Health {
  if (!service) return { state: 'healthy', message: 'gone' };
  return { state: 'pending', message: `${service.status}, ${service.runningCount} tasks still running` };
}
