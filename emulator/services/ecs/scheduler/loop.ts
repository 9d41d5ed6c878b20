import type { Ecs } from '../context.ts';
import { readAlarms } from '../deployments/alarms.ts';
import { currentRecord, followDeployments } from '../deployments/follow.ts';
import { unwind } from '../deployments/shifting/unwind.ts';
import type { ClusterRecord } from '../state.ts';
import { isOver, type TaskRecord } from '../tasks/record.ts';
import { act } from './act.ts';
import type { ServiceRecord } from './record.ts';
import { revisionsOf, strategyOf } from './revisions.ts';
import { settleService } from './settle.ts';
import { expelStrangers } from './strangers.ts';
import { deregisterStopped, observeTargets, registerDue } from './targets.ts';
import { throttleStarts } from './throttle.ts';
import { healthOf, takeSnapshot, tasksOf } from './view.ts';

/** Schedules a service round after round until it is INACTIVE. */
export function scheduleService(ecs: Ecs, cluster: ClusterRecord, service: ServiceRecord): void {
  ecs.world.clock.after(untilNextRound(ecs, service), () =>
    ecs.world.background(
      round(ecs, cluster, service).finally(() => {
        if (service.status !== 'INACTIVE') scheduleService(ecs, cluster, service);
      }),
    ),
  );
}

/** A deployment that only waits to be called complete is not kept waiting by the rhythm of the rounds. */
function untilNextRound({ world }: Ecs, { loop }: ServiceRecord): number {
  const rhythm = world.latency('ecs-scheduler-round');
  if (loop.completesAt === undefined) return rhythm;
  return Math.min(rhythm, Math.max(0, loop.completesAt - world.clock.now()));
}

async function round(ecs: Ecs, cluster: ClusterRecord, service: ServiceRecord): Promise<void> {
  const before = tasksOf(cluster, service);
  await deregisterStopped(ecs, service, before);
  await registerDue(ecs, service, before);
  await expelStrangers(ecs, service);
  const stateOf = await observeTargets(
    ecs,
    service,
    before.filter((task) => !isOver(task)),
  );
  const alarms = await readAlarms(ecs, currentRecord(ecs, service));

  const now = ecs.world.clock.now();
  const graceMs = (service.healthCheckGracePeriodSeconds ?? 0) * 1000;
  const health = (task: TaskRecord) => healthOf(task, { now, graceMs, stateOf });
  const tasks = tasksOf(cluster, service);
  if (now < service.loop.actsFrom) return;
  throttleStarts(ecs, service, tasks);
  if (service.status === 'ACTIVE' && !(await unwind(ecs, service, tasks))) return;
  if (service.status === 'ACTIVE')
    await followDeployments(ecs, { cluster, service }, { tasks, healthOf: health, alarms });
  // Another deployment may have come meanwhile.
  if (now < service.loop.actsFrom) return;
  const record = currentRecord(ecs, service);
  const { minimumHealthyPercent } = service.deploymentConfiguration;
  const snapshot = takeSnapshot({
    cluster,
    service,
    tasks: tasksOf(cluster, service),
    health,
    revisions: revisionsOf(service, record),
    minimumHealthyPercent: ecs.world.sabotage.has('stop-first') ? 0 : minimumHealthyPercent,
  });
  if (snapshot) act(ecs, { cluster, service, health }, strategyOf(service, record).decide(snapshot));
  settleService(ecs, service, { tasks: tasksOf(cluster, service), health });
}
