import type { ScheduledTargetView } from '../../src/model/scheduled-task.ts';
import type { ScheduledTasks } from '../../src/ports/scheduled-tasks.ts';

export interface FakeScheduledTasks extends ScheduledTasks {
  /** What the rules start now. */
  readonly live: ScheduledTargetView[];
}

/** Rules with these targets. */
export function fakeScheduledTasks(targets: readonly ScheduledTargetView[] = []): FakeScheduledTasks {
  const live = [...targets];
  return {
    live,
    targets: async (rule) => {
      const found = live.filter((target) => target.rule === rule);
      return found.length > 0 ? found : undefined;
    },
    move: async ({ rule, targetId }, taskDefinition) => {
      const index = live.findIndex((target) => target.rule === rule && target.targetId === targetId);
      live[index] = { rule, targetId, taskDefinition };
    },
    revisionsInUse: async (_cluster, family) =>
      live.map(({ taskDefinition }) => taskDefinition).filter((arn) => arn.includes(`/${family}:`)),
  };
}
