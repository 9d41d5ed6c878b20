import type { ServiceRevisionSummary } from '../../../shapes/ecs.d.ts';
import type { ServiceRecord } from '../scheduler/record.ts';
import type { ClusterRecord } from '../state.ts';
import { hasReached, isOver } from '../tasks/record.ts';
import type { ServiceDeploymentRecord } from './record.ts';

export interface Counts {
  readonly running: number;
  readonly pending: number;
}

/** RUNNING tasks, and those that have not got there yet, of one deployment or of the whole service. */
export function countTasks(cluster: ClusterRecord, service: ServiceRecord, deploymentId?: string): Counts {
  const tasks = [...cluster.tasks.values()].filter(
    (task) =>
      task.serviceName === service.name &&
      !isOver(task) &&
      (deploymentId === undefined || task.deploymentId === deploymentId),
  );
  return {
    running: tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length,
    pending: tasks.filter((task) => !hasReached(task, 'RUNNING')).length,
  };
}

/** A service deployment's view of its revisions; after its end these are the counts of that moment. */
export function summariesOf(
  cluster: ClusterRecord,
  service: ServiceRecord,
  record: ServiceDeploymentRecord,
): NonNullable<ServiceDeploymentRecord['frozen']> {
  if (record.frozen) return record.frozen;
  const summary = (arn: string, deploymentId: string): ServiceRevisionSummary => {
    const { running, pending } = countTasks(cluster, service, deploymentId);
    const deployment = service.deployments.find(({ id }) => id === deploymentId);
    return {
      arn,
      requestedTaskCount: deployment?.desiredCount ?? 0,
      runningTaskCount: running,
      pendingTaskCount: pending,
    };
  };
  return {
    target: summary(record.targetRevisionArn, record.deploymentId),
    sources: record.sources.map(({ arn, deploymentId }) => summary(arn, deploymentId)),
  };
}
