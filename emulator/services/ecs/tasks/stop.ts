import type { Ecs } from '../context.ts';
import { releaseInterface } from '../network/task-interface.ts';
import type { ClusterRecord } from '../state.ts';
import { hasReached, isOver, type TaskRecord } from './record.ts';

export type StopCause = Required<Pick<TaskRecord, 'stopCode' | 'stoppedReason'>>;

/** Tasks stay visible for at least an hour after they have stopped [DescribeTasks]. */
const VISIBLE_MS = 65 * 60_000;

/** ECS wants the task stopped; the first cause is the one that is kept. False where that was known already. */
export function markStopping(ecs: Ecs, task: TaskRecord, cause: StopCause): boolean {
  if (task.desiredStatus === 'STOPPED') return false;
  task.desiredStatus = 'STOPPED';
  task.stopCode = cause.stopCode;
  task.stoppedReason = cause.stoppedReason;
  task.stoppingAt = ecs.world.clock.now();
  task.version++;
  return true;
}

/** Makes the agent send the stop signal now; a task that never reached an agent is over at once. */
export function stopTask(ecs: Ecs, task: TaskRecord, cause: StopCause): void {
  markStopping(ecs, task, cause);
  if (isOver(task) || hasReached(task, 'STOPPING')) return;
  const run = ecs.runs.get(task.id);
  if (run) run.stop();
  else finishTask(ecs, task);
}

/** The task is STOPPED, and after a while it is forgotten. */
export function finishTask(ecs: Ecs, task: TaskRecord): void {
  if (isOver(task)) return;
  const now = ecs.world.clock.now();
  task.lastStatus = 'STOPPED';
  task.desiredStatus = 'STOPPED';
  task.stoppedAt = now;
  task.executionStoppedAt ??= now;
  task.version++;
  for (const container of task.containers) container.lastStatus = 'STOPPED';
  ecs.runs.delete(task.id);
  ecs.world.background(releaseInterface(ecs, task));
  const cluster = clusterOf(ecs, task);
  ecs.world.clock.after(VISIBLE_MS, () => cluster.tasks.delete(task.id));
}

function clusterOf({ state }: Ecs, { clusterName }: TaskRecord): ClusterRecord {
  const cluster = state.clusters.get(clusterName);
  if (!cluster) throw new Error(`there is no cluster ${clusterName}`);
  return cluster;
}
