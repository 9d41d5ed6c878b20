import { arnName } from '../../model/arn.ts';
import type { Health } from '../../model/health.ts';
import { assessServing, type Serving } from './serving-targets.ts';

interface Wanted {
  /** How many tasks have to run. */
  readonly count: number;
  /** Whether a load balancer has a say. */
  readonly hasTargets: boolean;
}

/**
 * Healthy when as many tasks of the serving revision run as are wanted, and each of them is a healthy target where it
 * is one.
 */
export function assessWanted(view: Serving, { count, hasTargets }: Wanted): Health {
  const { service, tasks } = view;
  if (!service) return { state: 'failed', message: 'ECS does not know it' };
  if (count === 0) return { state: 'healthy', message: 'no tasks are wanted' };
  const running = tasks.filter(
    ({ taskDefinition, lastStatus }) => taskDefinition === service.taskDefinition && lastStatus === 'RUNNING',
  );
  const message = `${running.length} of ${count} tasks of ${arnName(service.taskDefinition)} are running`;
  if (running.length < count) return { state: 'pending', message };
  return hasTargets ? assessServing(view) : { state: 'healthy', message };
}
