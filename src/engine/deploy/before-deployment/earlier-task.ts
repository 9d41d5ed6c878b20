import { arnName } from '../../../model/arn.ts';
import type { TaskView } from '../../../model/service-views.ts';
import { startedByOf } from '../../../plan/service/before-deployment.ts';
import { remainingMs } from '../../deadline.ts';
import { waitFor } from '../../wait.ts';
import type { ServiceRun } from '../context.ts';

/**
 * Waits until no task of an earlier run works any more, one that is being stopped included: two must never run at once.
 * Returns the ids of those that still do when the time is up.
 */
export async function waitForEarlierTask(run: ServiceRun, deadline: number): Promise<readonly string[]> {
  const { view } = await waitFor(
    {
      subject: `the task before the deployment of ${run.service.name}`,
      observe: () => earlierTasks(run),
      assess: (tasks) => ({
        state: tasks.length === 0 ? 'healthy' : 'pending',
        message: `${idsOf(tasks).join(', ')} of an earlier run has not ended yet; two such tasks never run at the same time`,
      }),
      withinMs: remainingMs({ deadline, clock: run.clock }),
      everyMs: run.pollMs,
      signal: run.signal,
    },
    run,
  );
  return idsOf(view);
}

async function earlierTasks({ tasks, cluster, service }: ServiceRun): Promise<readonly TaskView[]> {
  const startedBy = startedByOf(service.name);
  // ListTasks takes startedBy as its only filter, and then knows nothing of tasks that are being stopped.
  const [running, stopped] = await Promise.all([
    tasks.startedBy(cluster.name, startedBy),
    tasks.ofFamily(cluster.name, service.taskDefinition.family, 'STOPPED'),
  ]);
  const stopping = stopped.filter((task) => task.startedBy === startedBy && task.lastStatus !== 'STOPPED');
  return [...running, ...stopping];
}

function idsOf(tasks: readonly TaskView[]): readonly string[] {
  return tasks.map(({ arn }) => arnName(arn));
}
