import type { ServiceDeployment, ServiceDeploymentBrief } from '../../../shapes/ecs.d.ts';
import type { EcsState } from '../state.ts';
import type { ServiceDeploymentRecord } from './record.ts';
import { shownStage } from './shifting/phases.ts';
import { phaseOf } from './shifting/record.ts';
import { summariesOf } from './summaries.ts';

export const viewBrief = (record: ServiceDeploymentRecord): ServiceDeploymentBrief => ({
  serviceDeploymentArn: record.arn,
  serviceArn: record.serviceArn,
  clusterArn: record.clusterArn,
  startedAt: record.startedAt,
  createdAt: record.createdAt,
  finishedAt: record.finishedAt,
  targetServiceRevisionArn: record.targetRevisionArn,
  status: record.status,
  statusReason: record.statusReason,
});

export function viewServiceDeployment(state: EcsState, record: ServiceDeploymentRecord): ServiceDeployment {
  const { breaker, alarms, rollback } = record;
  return {
    serviceDeploymentArn: record.arn,
    serviceArn: record.serviceArn,
    clusterArn: record.clusterArn,
    createdAt: record.createdAt,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    stoppedAt: record.stoppedAt,
    updatedAt: record.updatedAt,
    ...revisions(state, record),
    status: record.status,
    statusReason: record.statusReason,
    ...lifecycle(record),
    deploymentConfiguration: {
      ...record.configuration,
      alarms: record.configuration.alarms ?? { alarmNames: [], rollback: false, enable: false },
    },
    rollback: rollback && {
      reason: rollback.reason,
      startedAt: rollback.startedAt,
      serviceRevisionArn: rollback.revisionArn,
    },
    deploymentCircuitBreaker: { ...breaker },
    alarms:
      alarms.names.length > 0
        ? { status: alarms.status, alarmNames: [...alarms.names], triggeredAlarmNames: [...alarms.triggered] }
        : { status: alarms.status },
  };
}

/** A rolling deployment has no stages. */
function lifecycle({
  shift,
}: ServiceDeploymentRecord): Pick<ServiceDeployment, 'lifecycleStage' | 'lifecycleHookDetails'> {
  if (!shift) return { lifecycleHookDetails: [] };
  const { stage } = phaseOf(shift) ?? { stage: 'CLEAN_UP' as const };
  return {
    lifecycleStage: shownStage(stage),
    lifecycleHookDetails: shift.hooks.map(({ id, hook, status, expiresAt }) => ({
      hookId: id,
      targetType: hook.targetType,
      targetArn: hook.hookTargetArn,
      status,
      expiresAt,
      timeoutAction: hook.timeoutConfiguration.action,
    })),
  };
}

function revisions(
  state: EcsState,
  record: ServiceDeploymentRecord,
): Pick<ServiceDeployment, 'targetServiceRevision' | 'sourceServiceRevisions'> {
  const cluster = state.clusters.get(record.clusterName);
  const service = cluster?.services.get(record.serviceName);
  const summaries = record.frozen ?? (cluster && service && summariesOf(cluster, service, record));
  return { targetServiceRevision: summaries?.target, sourceServiceRevisions: summaries?.sources };
}
