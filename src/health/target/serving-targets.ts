import { revisionName } from '../../model/arn.ts';
import type { Health } from '../../model/health.ts';
import type { ServiceView, TargetView, TaskView } from '../../model/service-views.ts';
import { isTargetOf } from './task-targets.ts';

export interface Serving {
  readonly service: ServiceView | undefined;
  /** The tasks with desired status RUNNING. */
  readonly tasks: readonly TaskView[];
  /** The targets of all the service's target groups. */
  readonly targets: readonly TargetView[];
}

/** Healthy when the service has a running task of its task definition and each such task has a healthy target. */
export function assessServing({ service, tasks, targets }: Serving): Health {
  if (!service) return { state: 'failed', message: 'ECS does not know it' };
  const serving = tasks.filter((task) => task.taskDefinition === service.taskDefinition);
  const running = serving.filter((task) => task.lastStatus === 'RUNNING');
  const revision = revisionName(service.taskDefinition);
  if (running.length === 0) return { state: 'pending', message: `no task of ${revision} is running` };
  const healthy = running.filter((task) => isHealthyTarget(task, targets));
  const counts = `${healthy.length} of ${running.length} running tasks of ${revision} are healthy targets`;
  if (healthy.length === running.length) return { state: 'healthy', message: counts };
  const waiting = running.filter((task) => !healthy.includes(task));
  return { state: 'pending', message: `${counts}${reasonsText(waiting, targets)}` };
}

/** Gives the reasons in the load balancer's words, each once. */
function reasonsText(tasks: readonly TaskView[], targets: readonly TargetView[]): string {
  const own = targets.filter((target) => tasks.some((task) => isTargetOf(task, target)));
  const reasons = own.flatMap(({ state, description }) => (state === 'healthy' || !description ? [] : [description]));
  return reasons.length > 0 ? ` (${[...new Set(reasons)].join('; ')})` : '';
}

function isHealthyTarget(task: TaskView, targets: readonly TargetView[]): boolean {
  return targets.some((target) => target.state === 'healthy' && isTargetOf(task, target));
}
