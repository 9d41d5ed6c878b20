import type { Ecs } from '../context.ts';
import { addEvent } from '../scheduler/events.ts';
import * as messages from '../scheduler/messages.ts';
import type { DeploymentRecord, ServiceRecord } from '../scheduler/record.ts';
import type { ClusterRecord } from '../state.ts';
import type { ServiceDeploymentRecord } from './record.ts';
import { summariesOf } from './summaries.ts';

/** Everything that an ending changes. */
export interface Ending {
  readonly cluster: ClusterRecord;
  readonly service: ServiceRecord;
  readonly deployment: DeploymentRecord;
  readonly record: ServiceDeploymentRecord;
}

export interface Failure {
  /** In the service event. */
  readonly event: string | undefined;
  /** DescribeServices: rolloutStateReason. */
  readonly rolloutStateReason: string;
  /** The service deployment's statusReason and the reason of its rollback. */
  readonly statusReason: string;
  readonly rollback: boolean;
}

export const BREAKER_TRIPPED: Omit<Failure, 'rollback'> = {
  event: 'tasks failed to start',
  rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
  statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
};
export const ALARM_DETECTED: Omit<Failure, 'rollback'> = {
  event: 'alarm detected',
  rolloutStateReason: 'ECS deployment failed: alarm detected.',
  statusReason: 'Service deployment rolled back because an alarm was detected.',
};
export const ROLLBACK_REQUESTED: Failure = {
  event: undefined,
  rolloutStateReason: 'ECS deployment stopped: rollback requested.',
  statusReason: 'Service deployment rolled back because a rollback was requested.',
  rollback: true,
};

export const invalidNetworking = (reason: string): Failure => ({
  event: 'invalid networking configuration',
  rolloutStateReason: 'ECS deployment failed: invalid networking configuration.',
  statusReason: `Service deployment rolled back because of invalid networking configuration${reason}`,
  rollback: true,
});
export const hookFailed = (reason: string): Failure => ({
  event: 'lifecycle hook failed',
  rolloutStateReason: 'ECS deployment failed: lifecycle hook failed.',
  statusReason: `Service deployment rolled back because ${reason}`,
  rollback: true,
});
export const stageTimedOut = (stage: string): Failure => ({
  event: 'lifecycle stage timed out',
  rolloutStateReason: 'ECS deployment failed: lifecycle stage timed out.',
  statusReason: `Service deployment rolled back because the lifecycle stage ${stage} timed out.`,
  rollback: true,
});

/** The deployment, or the rollback that it had become, is complete. */
export function complete(ecs: Ecs, { cluster, service, deployment, record }: Ending): void {
  const now = ecs.world.clock.now();
  deployment.rolloutState = 'COMPLETED';
  deployment.rolloutStateReason = `ECS deployment ${deployment.id} completed.`;
  deployment.updatedAt = now;
  service.loop.lastCompleted = deployment;
  service.loop.completesAt = undefined;
  addEvent(ecs, service, messages.completed(service.name, deployment.id));
  if (!record.rollback) {
    if (record.breaker.status === 'MONITORING') record.breaker.status = 'MONITORING_COMPLETE';
    if (record.alarms.status === 'MONITORING') record.alarms.status = 'MONITORING_COMPLETE';
  }
  finish(ecs, { cluster, service, record, status: record.rollback ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL' });
}

/** The deployment has failed: back to the last completed one, as the same deployment that it was, or no further. */
export function fail(ecs: Ecs, { cluster, service, deployment, record }: Ending, failure: Failure): void {
  const now = ecs.world.clock.now();
  deployment.rolloutState = 'FAILED';
  deployment.rolloutStateReason = failure.rolloutStateReason;
  deployment.updatedAt = now;
  service.loop.completesAt = undefined;
  record.statusReason = failure.statusReason;
  record.updatedAt = now;
  if (failure.event !== undefined) addEvent(ecs, service, messages.failed(service.name, deployment.id, failure.event));
  if (!failure.rollback) {
    record.statusReason = failure.statusReason.replace('rolled back', 'stopped');
    finish(ecs, { cluster, service, record, status: 'STOPPED' });
    return;
  }
  const candidate = service.loop.lastCompleted;
  if (candidate?.rolloutState !== 'COMPLETED' || candidate === deployment) {
    record.statusReason = 'No rollback candidate was found to run the rollback.';
    finish(ecs, { cluster, service, record, status: 'ROLLBACK_FAILED' });
    return;
  }
  record.status = 'ROLLBACK_IN_PROGRESS';
  record.rollback = { reason: failure.statusReason, startedAt: now, revisionArn: candidate.revisionArn };
  returnTo(ecs, service, candidate);
}

function returnTo(ecs: Ecs, service: ServiceRecord, candidate: DeploymentRecord): void {
  addEvent(ecs, service, messages.rollingBack(service.name, candidate.id));
  const others = service.deployments.filter((one) => one !== candidate);
  for (const other of others) other.status = 'ACTIVE';
  candidate.status = 'PRIMARY';
  candidate.rolloutState = 'IN_PROGRESS';
  candidate.rolloutStateReason = `ECS deployment circuit breaker: rolling back to deploymentId ${candidate.id}.`;
  candidate.failedTasks = 0;
  candidate.updatedAt = ecs.world.clock.now();
  service.deployments = [candidate, ...others];
  service.revisioned = candidate.revisioned;
  service.loop.steady = false;
  service.loop.startFailures = 0;
  service.loop.noStartBefore = 0;
}

/** Ends a service deployment; its counts stay as they are now. */
export function finish(
  ecs: Ecs,
  {
    cluster,
    service,
    record,
    status,
  }: Omit<Ending, 'deployment'> & { readonly status: ServiceDeploymentRecord['status'] },
): void {
  const now = ecs.world.clock.now();
  record.frozen = summariesOf(cluster, service, record);
  record.status = status;
  record.updatedAt = now;
  record.finishedAt = now;
  if (status === 'STOPPED') record.stoppedAt = now;
}
