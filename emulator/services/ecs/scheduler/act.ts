import type { Ecs } from '../context.ts';
import type { ClusterRecord } from '../state.ts';
import { hasReached, type TaskRecord } from '../tasks/record.ts';
import { type StopCause, stopTask } from '../tasks/stop.ts';
import type { Decision } from './decision.ts';
import { addEvent, addRepeatableEvent } from './events.ts';
import type { TaskHealth } from './health.ts';
import * as messages from './messages.ts';
import type { DeploymentRecord, ServiceRecord } from './record.ts';
import { retireTasks } from './retirement.ts';
import { startTasks } from './start.ts';

export interface Acting {
  readonly cluster: ClusterRecord;
  readonly service: ServiceRecord;
  readonly health: (task: TaskRecord) => TaskHealth;
}

/** Carries decisions out, by the deployments that they are about, with the events that AWS gives for them. */
export function act(ecs: Ecs, acting: Acting, decisions: ReadonlyMap<string, Decision>): void {
  const { cluster, service } = acting;
  for (const deployment of service.deployments) startDue(ecs, acting, deployment, decisions.get(deployment.id));
  reportUnhealthy(ecs, acting);
  const all = [...decisions.values()];
  const tasks = all
    .flatMap(({ stop }) => stop)
    .flatMap(({ taskId, cause }) => {
      const task = cluster.tasks.get(taskId);
      return task ? [{ task, cause }] : [];
    });
  const of = (wanted: string): TaskRecord[] => tasks.flatMap(({ task, cause }) => (cause === wanted ? [task] : []));
  stopForScaling(ecs, service, of('scaling'));
  stopUnhealthy(ecs, acting, of('unhealthy'));
  if (all.some(({ stuck }) => stuck)) addRepeatableEvent(ecs, service, messages.stuck(service.name));
}

/** Failures to start put off the tasks of the newest deployment alone: what served before them goes on. */
function startDue(ecs: Ecs, acting: Acting, deployment: DeploymentRecord, decision: Decision | undefined): void {
  const { loop } = acting.service;
  const delayed = deployment.status === 'PRIMARY' && ecs.world.clock.now() < loop.noStartBefore;
  if (!decision || decision.start === 0 || delayed) return;
  startTasks(ecs, acting, deployment, { count: decision.start, replacements: decision.replacements });
}

function stopForScaling(ecs: Ecs, service: ServiceRecord, tasks: readonly TaskRecord[]): void {
  const running = tasks.filter((task) => hasReached(task, 'RUNNING'));
  const pending = tasks.length - running.length;
  if (pending > 0) addEvent(ecs, service, messages.stoppedPending(service.name, pending));
  if (running.length > 0) addEvent(ecs, service, messages.stopped(service.name, idsOf(running)));
  if (tasks.length > 0) retireTasks(ecs, service, tasks);
}

/** Says of each task once that it has become unhealthy, and anew if it does so again. */
function reportUnhealthy(ecs: Ecs, { cluster, service, health }: Acting): void {
  const { reported } = service.loop;
  for (const task of cluster.tasks.values()) {
    if (task.serviceName !== service.name || task.desiredStatus !== 'RUNNING') continue;
    const state = health(task);
    if (state.kind !== 'unhealthy') reported.delete(task.id);
    else if (!reported.has(task.id)) {
      reported.add(task.id);
      const instanceId = task.networkInterface ? undefined : task.ec2InstanceId;
      addEvent(ecs, service, messages.unhealthy(service.name, { taskId: task.id, instanceId, cause: state.cause }));
    }
  }
}

/** They are of no use to anybody: they get the stop signal at once, and leave their target groups meanwhile. */
function stopUnhealthy(ecs: Ecs, { service, health }: Acting, tasks: readonly TaskRecord[]): void {
  if (tasks.length > 0) addEvent(ecs, service, messages.stopped(service.name, idsOf(tasks)));
  for (const task of tasks) stopTask(ecs, task, causeOf(health(task)));
}

const idsOf = (tasks: readonly TaskRecord[]): string[] => tasks.map(({ id }) => id);

function causeOf(health: TaskHealth): StopCause {
  const byTarget = health.kind === 'unhealthy' && health.cause.kind === 'target' ? health.cause : undefined;
  return {
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: byTarget
      ? `Task failed ELB health checks in (target-group ${byTarget.targetGroupArn})`
      : 'Task failed container health checks',
  };
}
