import type { Health } from '../../model/health.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { counted } from '../../model/text.ts';

/** A deleted service drains until its last task has stopped; then ECS knows it no more (INACTIVE). */
export function assessDeletedService(service: ServiceView | undefined): Health {
  if (!service) return { state: 'healthy', message: 'gone' };
  return { state: 'pending', message: `${service.status}, ${service.runningCount} tasks still running` };
}

/** A service with a desired count of 0: its tasks leave their targets one by one. */
export function assessDrainedService(service: ServiceView | undefined): Health {
  const left = service ? service.runningCount + service.pendingCount : 0;
  if (left === 0) return { state: 'healthy', message: 'no task is left' };
  return { state: 'pending', message: `${counted(left, 'task')} still to end` };
}
