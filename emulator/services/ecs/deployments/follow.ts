import type { Ecs } from '../context.ts';
import type { TaskHealth } from '../scheduler/health.ts';
import type { ServiceRecord } from '../scheduler/record.ts';
import { shiftsTraffic } from '../scheduler/strategies.ts';
import type { ClusterRecord } from '../state.ts';
import { isOver, type TaskRecord } from '../tasks/record.ts';
import { type AlarmReading, judgeAlarms } from './alarms.ts';
import { countFailures, type TaskOutcome, thresholdOf } from './circuit-breaker.ts';
import { ALARM_DETECTED, BREAKER_TRIPPED, complete, type Ending, fail, ROLLBACK_REQUESTED } from './endings.ts';
import { progressOf } from './progress.ts';
import { isFinal, type ServiceDeploymentRecord } from './record.ts';
import { followShift } from './shifting/follow.ts';

export interface Observation {
  /** The service's tasks that have not been forgotten. */
  readonly tasks: readonly TaskRecord[];
  readonly healthOf: (task: TaskRecord) => TaskHealth;
  readonly alarms: AlarmReading | undefined;
}

/** Moves a service's deployments on by what was observed: counts outcomes, trips, fails, rolls back, completes. */
export async function followDeployments(
  ecs: Ecs,
  { cluster, service }: { readonly cluster: ClusterRecord; readonly service: ServiceRecord },
  observation: Observation,
): Promise<void> {
  const [primary] = service.deployments;
  const record = currentRecord(ecs, service);
  if (!primary || !record || primary.rolloutState !== 'IN_PROGRESS') return;
  const ending: Ending = { cluster, service, deployment: primary, record };
  if (record.status === 'PENDING') begin(ecs, record);
  countOutcomes(ending, observation);
  const failed = hasFailed(ecs, ending, observation);
  const [deployment = primary] = service.deployments;
  if (shiftsTraffic(record.configuration)) await followShift(ecs, { ...ending, deployment }, observation);
  else if (!failed) considerCompletion(ecs, ending, observation);
}

export const currentRecord = ({ state }: Ecs, service: ServiceRecord): ServiceDeploymentRecord | undefined =>
  state.serviceDeployments.get(service.currentServiceDeployment ?? '');

function begin({ world }: Ecs, record: ServiceDeploymentRecord): void {
  record.status = 'IN_PROGRESS';
  record.startedAt = world.clock.now();
  record.updatedAt = record.startedAt;
}

/** Each task counts once as healthy, and once as failed even if it was healthy before. */
function countOutcomes({ service, deployment, record }: Ending, { tasks, healthOf }: Observation): void {
  const breaker = service.deploymentConfiguration.deploymentCircuitBreaker;
  for (const task of tasks) {
    if (task.deploymentId !== deployment.id) continue;
    const outcome = outcomeOf(task, healthOf(task));
    if (outcome === undefined || outcome === task.outcome) continue;
    task.outcome = outcome;
    deployment.failedTasks = countFailures(deployment.failedTasks, outcome, { resetOnHealthyTask: true });
    if (!record.rollback)
      record.breaker.failureCount = countFailures(record.breaker.failureCount, outcome, breaker ?? {});
  }
}

/**
 * A task fails a deployment when it does not come to run, fails a health check, or ends by itself before it passed one.
 * Where there is none, a task that ran says nothing, however soon it ended [doc deployment-circuit-breaker, stages 1
 * and 2]; nor does one that somebody or the scheduler stopped.
 */
function outcomeOf(task: TaskRecord, health: TaskHealth): TaskOutcome | undefined {
  if (task.desiredStatus === 'RUNNING') {
    if (health.kind === 'healthy') return 'succeeded';
    return health.kind === 'unhealthy' ? 'failed' : undefined;
  }
  if (task.outcome !== 'open') return undefined;
  if (task.stopCode === 'TaskFailedToStart') return 'failed';
  const counts = task.startedAt === undefined || isChecked(task);
  return task.stopCode === 'EssentialContainerExited' && counts ? 'failed' : undefined;
}

function isChecked({ containers, loadBalancers }: TaskRecord): boolean {
  return loadBalancers.length > 0 || containers.some(({ definition }) => definition.healthCheck !== undefined);
}

/** Fails the deployment where there is a reason to. */
function hasFailed(ecs: Ecs, ending: Ending, { alarms: reading }: Observation): boolean {
  const { service, record } = ending;
  if (record.status === 'ROLLBACK_REQUESTED') {
    fail(ecs, ending, ROLLBACK_REQUESTED);
    return true;
  }
  if (record.rollback) return false;
  const { deploymentCircuitBreaker: breaker, alarms } = service.deploymentConfiguration;
  if (breaker?.enable && !shiftsTraffic(record.configuration)) {
    record.breaker.threshold = thresholdOf(breaker, service.desiredCount);
    if (record.breaker.failureCount >= record.breaker.threshold) {
      record.breaker.status = 'TRIGGERED';
      fail(ecs, ending, { ...BREAKER_TRIPPED, rollback: breaker.rollback });
      return true;
    }
  }
  const examined = record.alarms.examined || ecs.world.sabotage.has('alarm-already-red');
  if (reading) record.alarms = judgeAlarms({ ...record.alarms, examined }, reading);
  if (record.alarms.status !== 'TRIGGERED') return false;
  fail(ecs, ending, { ...ALARM_DETECTED, rollback: alarms?.rollback ?? false });
  return true;
}

function considerCompletion(ecs: Ecs, ending: Ending, { tasks, healthOf, alarms }: Observation): void {
  const { service, deployment, record } = ending;
  const now = ecs.world.clock.now();
  const own = tasks.filter(({ deploymentId }) => deploymentId === deployment.id);
  const { scaled, done } = progressOf({
    desiredCount: service.desiredCount,
    healthy: own.filter((task) => task.desiredStatus === 'RUNNING' && healthOf(task).kind === 'healthy').length,
    leftOvers: tasks.filter((task) => task.deploymentId !== deployment.id && !isOver(task)).length,
    criteria: record.rollback ? undefined : service.deploymentConfiguration.earlySuccessCriteria,
  });
  record.bakingSince = scaled ? (record.bakingSince ?? now) : undefined;
  const bakeMs = record.alarms.status === 'MONITORING' && !record.rollback ? bakeTimeMs(service, alarms) : 0;
  if (!done || now < (record.bakingSince ?? now) + bakeMs) {
    service.loop.completesAt = undefined;
    return;
  }
  service.loop.completesAt ??= now + ecs.world.latency('deployment-completion');
  if (now >= service.loop.completesAt) complete(ecs, ending);
}

/** Configured, or as long as the slowest alarm takes to judge [doc deployment-alarm-failure]. */
const bakeTimeMs = ({ deploymentConfiguration }: ServiceRecord, alarms: AlarmReading | undefined): number =>
  deploymentConfiguration.bakeTimeInMinutes * 60_000 || (alarms?.evaluationMs ?? 0);

export const hasDeploymentUnderWay = (ecs: Ecs, service: ServiceRecord): boolean => {
  const record = currentRecord(ecs, service);
  return record !== undefined && !isFinal(record);
};
