import type { Unit } from '../../model/plan.ts';
import type { ScheduledTargetView } from '../../model/scheduled-task.ts';
import { type SchedulingService, scheduledTaskChanges } from '../../plan/service/scheduled-tasks.ts';
import type { ScheduledTasks } from '../../ports/scheduled-tasks.ts';
import { observeScheduledTargets } from '../observe/scheduled-targets.ts';
import type { Ending, RolloutRun } from './context.ts';
import { moveScheduledTasks } from './move-scheduled-tasks.ts';

/** Config's services, where a run that works on live ones has config at hand: their scheduled tasks follow. */
export interface Schedules {
  readonly services: readonly SchedulingService[];
  readonly scheduledTasks: ScheduledTasks;
}

/** The scheduled tasks of one live service. */
export interface Schedule {
  /** Adds what follows to a plan, where the revision to come is known. */
  readonly planned: (unit: Unit, taskDefinitionArn: string | undefined) => Unit;
  /** Has them start the revision that the service has after a good end. */
  readonly followed: (run: RolloutRun, ending: Ending) => Promise<Ending>;
}

/** Throws SCHEDULED_TASK_UNSUITABLE. Of a service that config has not, and without config, nothing follows. */
export async function scheduleOf(name: string, schedules: Schedules | undefined): Promise<Schedule> {
  const service = schedules?.services.find((each) => each.name === name);
  if (!schedules || !service || service.scheduledTasks.length === 0)
    return { planned: (unit) => unit, followed: async (_run, ending) => ending };
  const { scheduledTasks } = schedules;
  const targets = await observeScheduledTargets(service, scheduledTasks);
  return {
    planned: (unit, taskDefinitionArn) => withRows(unit, service, { targets, taskDefinitionArn }),
    followed: async (run, ending) => {
      const view = await run.readService(name);
      if (!view) return ending;
      return moveScheduledTasks(run, ending, { scheduledTasks, targets, taskDefinitionArn: view.taskDefinition });
    },
  };
}

function withRows(
  unit: Unit,
  service: SchedulingService,
  to: { readonly targets: readonly ScheduledTargetView[]; readonly taskDefinitionArn: string | undefined },
): Unit {
  if (to.taskDefinitionArn === undefined) return unit;
  const rows = scheduledTaskChanges(service, to.targets, { arn: to.taskDefinitionArn });
  return { ...unit, changes: [...unit.changes, ...rows] };
}
