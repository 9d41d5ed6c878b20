import type { ScheduledTargetView } from '../../model/scheduled-task.ts';
import { type SchedulingService, scheduledTarget } from '../../plan/service/scheduled-tasks.ts';
import type { ScheduledTasks } from '../../ports/scheduled-tasks.ts';

/** The targets that the service's scheduled tasks mean, in config's order. Throws SCHEDULED_TASK_UNSUITABLE. */
export function observeScheduledTargets(
  service: SchedulingService,
  scheduledTasks: ScheduledTasks,
): Promise<readonly ScheduledTargetView[]> {
  return Promise.all(
    service.scheduledTasks.map(async ({ rule }, index) =>
      scheduledTarget(service, index, await scheduledTasks.targets(rule)),
    ),
  );
}
