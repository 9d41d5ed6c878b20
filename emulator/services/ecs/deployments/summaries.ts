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
  const { moved, rest, none, servingId } = trafficOf(record);
  const summary = (arn: string, deploymentId: string, traffic: Traffic): ServiceRevisionSummary => {
    const { running, pending } = countTasks(cluster, service, deploymentId);
    const deployment = service.deployments.find(({ id }) => id === deploymentId);
    return {
      arn,
      requestedTaskCount: deployment?.desiredCount ?? 0,
      runningTaskCount: running,
      pendingTaskCount: pending,
      requestedTestTrafficWeight: traffic?.test,
      requestedProductionTrafficWeight: traffic?.production,
    };
  };
  return {
    target: summary(record.targetRevisionArn, record.deploymentId, moved),
    sources: record.sources.map(({ arn, deploymentId }) =>
      summary(arn, deploymentId, deploymentId === servingId ? rest : none),
    ),
  };
}

type Traffic = { readonly test: number; readonly production: number } | undefined;

/** What share of the traffic was last asked for each revision; nothing is said of deployments that shift none. */
function trafficOf({ shift, sources }: ServiceDeploymentRecord) {
  const none: Traffic = shift && { test: 0, production: 0 };
  const rest: Traffic = shift && { test: 100 - shift.traffic.test, production: 100 - shift.traffic.production };
  return { moved: shift?.traffic, rest, none, servingId: sources.find(({ serving }) => serving)?.deploymentId };
}
