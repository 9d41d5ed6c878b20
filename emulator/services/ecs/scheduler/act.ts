import type { Ecs } from '../context.ts';
import type { ClusterRecord } from '../state.ts';
import { hasReached, isOver, type TaskRecord } from '../tasks/record.ts';
import { type StopCause, stopTask } from '../tasks/stop.ts';
import type { Decision } from './decision.ts';
import { addEvent, addRepeatableEvent } from './events.ts';
import type { TaskHealth } from './health.ts';
import * as messages from './messages.ts';
import type { ServiceRecord } from './record.ts';
import { retireTasks } from './retirement.ts';
import { retryDelayMs } from './retry-delay.ts';
import { startTasks } from './start.ts';

export interface Acting {
  readonly cluster: ClusterRecord;
  readonly service: ServiceRecord;
  readonly health: (task: TaskRecord) => TaskHealth;
}

/** Carries a decision out, with the events that AWS gives for it. */
export function act(ecs: Ecs, acting: Acting, decision: Decision): void {
  const { cluster, service } = acting;
  const now = ecs.world.clock.now();
  if (decision.start > 0 && now >= service.loop.noStartBefore)
    startTasks(ecs, acting, { count: decision.start, replacements: decision.replacements });
  const tasks = decision.stop.flatMap(({ taskId, cause }) => {
    const task = cluster.tasks.get(taskId);
    return task ? [{ task, cause }] : [];
  });
  const of = (wanted: string): TaskRecord[] => tasks.flatMap(({ task, cause }) => (cause === wanted ? [task] : []));
  stopForScaling(ecs, service, of('scaling'));
  stopUnhealthy(ecs, acting, of('unhealthy'));
  if (decision.stuck) addRepeatableEvent(ecs, service, messages.stuck(service.name));
}

function stopForScaling(ecs: Ecs, service: ServiceRecord, tasks: readonly TaskRecord[]): void {
  const running = tasks.filter((task) => hasReached(task, 'RUNNING'));
  const pending = tasks.length - running.length;
  if (pending > 0) addEvent(ecs, service, messages.stoppedPending(service.name, pending));
  if (running.length > 0)
    addEvent(
      ecs,
      service,
      messages.stopped(
        service.name,
        running.map(({ id }) => id),
      ),
    );
  if (tasks.length > 0) retireTasks(ecs, service, tasks);
}

/** They are of no use to anybody: they get the stop signal at once, and leave their target groups meanwhile. */
function stopUnhealthy(ecs: Ecs, { service, health }: Acting, tasks: readonly TaskRecord[]): void {
  for (const task of tasks) {
    const state = health(task);
    if (state.kind !== 'unhealthy') continue;
    const { cause } = state;
    const instanceId = task.ec2InstanceId ?? '';
    addEvent(ecs, service, messages.unhealthy(service.name, { taskId: task.id, instanceId, cause }));
    const stop: StopCause = {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason:
        cause.kind === 'container'
          ? 'Task failed container health checks'
          : `Task failed ELB health checks in (target-group ${cause.targetGroupArn})`,
    };
    addEvent(ecs, service, messages.stopped(service.name, [task.id]));
    stopTask(ecs, task, stop);
  }
}

/** Counts tasks that went from PENDING to STOPPED in a row, and puts the next start off accordingly. */
export function throttleStarts(ecs: Ecs, service: ServiceRecord, tasks: readonly TaskRecord[]): void {
  const { loop } = service;
  const [primary] = service.deployments;
  const own = tasks.filter(({ deploymentId }) => deploymentId === primary?.id);
  const lastRun = Math.max(0, ...own.map(({ startedAt = 0 }) => startedAt));
  const failures = own.filter(
    (task) =>
      isOver(task) &&
      task.startedAt === undefined &&
      task.stopCode === 'TaskFailedToStart' &&
      (task.stoppedAt ?? 0) > Math.max(lastRun, primary?.updatedAt ?? 0),
  );
  if (failures.length === loop.startFailures) return;
  loop.startFailures = failures.length;
  const delayMs = retryDelayMs(failures.length);
  if (delayMs === 0) return;
  loop.noStartBefore = ecs.world.clock.now() + delayMs;
  addRepeatableEvent(ecs, service, messages.cannotStartConsistently(service.name));
}
