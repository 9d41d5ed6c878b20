import type { Ecs } from '../context.ts';
import { isOver, type TaskRecord } from '../tasks/record.ts';
import { addRepeatableEvent } from './events.ts';
import * as messages from './messages.ts';
import type { ServiceRecord } from './record.ts';
import { retryDelayMs } from './retry-delay.ts';

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
