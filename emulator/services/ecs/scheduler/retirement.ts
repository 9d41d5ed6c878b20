import type { Ecs } from '../context.ts';
import type { TaskRecord } from '../tasks/record.ts';
import { markStopping, type StopCause, stopTask } from '../tasks/stop.ts';
import type { ServiceRecord } from './record.ts';
import { deregister, observeTargets } from './targets.ts';

/**
 * Stops tasks that served until now: out of the target group first, then, when the load balancer reports their targets
 * unused, the stop signal [doc load-balancer-connection-draining].
 */
export function retireTasks(ecs: Ecs, service: ServiceRecord, tasks: readonly TaskRecord[]): void {
  const serving = tasks.filter(({ targets }) => targets.length > 0);
  for (const task of tasks) {
    const cause = scalingBy(task);
    markStopping(ecs, task, cause);
    if (!serving.includes(task)) stopTask(ecs, task, cause);
    else if (task.lastStatus === 'RUNNING') task.lastStatus = 'DEACTIVATING';
  }
  if (serving.length > 0) ecs.world.background(drain(ecs, service, serving));
}

async function drain(ecs: Ecs, service: ServiceRecord, tasks: readonly TaskRecord[]): Promise<void> {
  const { clock, latency, sabotage } = ecs.world;
  const killed = sabotage.has('kill-before-drain');
  if (killed) {
    signalAll(ecs, tasks);
    await clock.sleep(latency('ecs-scheduler-round'));
  }
  await clock.sleep(latency('target-deregistration'));
  await deregister(ecs, service, tasks);
  let left = killed ? [] : tasks;
  while (left.length > 0) {
    await clock.sleep(latency('drain-noticed'));
    const stateOf = await observeTargets(ecs, service, left);
    for (const { targets } of left)
      for (const target of targets) if ((stateOf(target)?.State ?? 'unused') === 'unused') target.state = 'gone';
    const drained = left.filter(({ targets }) => targets.every(({ state }) => state === 'gone'));
    signalAll(ecs, drained);
    left = left.filter((task) => !drained.includes(task));
  }
}

function signalAll(ecs: Ecs, tasks: readonly TaskRecord[]): void {
  for (const task of tasks) stopTask(ecs, task, scalingBy(task));
}

/** What a task is told that goes because fewer of its deployment are wanted. */
export const scalingBy = ({ deploymentId }: TaskRecord): StopCause => ({
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: `Scaling activity initiated by (deployment ${deploymentId})`,
});
