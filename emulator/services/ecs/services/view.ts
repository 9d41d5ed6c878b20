import type { Deployment, Service } from '../../../shapes/ecs.d.ts';
import { countTasks } from '../deployments/summaries.ts';
import { viewNetwork } from '../network/configuration.ts';
import type { DeploymentRecord, ServiceRecord } from '../scheduler/record.ts';
import type { ClusterRecord, EcsState } from '../state.ts';

export interface ServiceViewOptions {
  readonly now: number;
  readonly withTags: boolean;
}

export function viewService(
  state: EcsState,
  cluster: ClusterRecord,
  service: ServiceRecord,
  { now, withTags }: ServiceViewOptions,
): Service {
  const { running, pending } = countTasks(cluster, service);
  const { revisioned } = service;
  const deployments = service.deployments.map((deployment) => viewDeployment(cluster, service, deployment));
  const current = state.serviceDeployments.get(service.currentServiceDeployment ?? '');
  return {
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.clusterArn,
    loadBalancers: [...revisioned.loadBalancers],
    serviceRegistries: [],
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: running,
    pendingCount: pending,
    launchType: revisioned.launchType,
    capacityProviderStrategy: revisioned.capacityProviderStrategy && [...revisioned.capacityProviderStrategy],
    taskDefinition: revisioned.taskDefinition,
    networkConfiguration: viewNetwork(revisioned.network),
    deploymentConfiguration: service.deploymentConfiguration,
    deployments,
    roleArn: service.roleArn,
    events: [...service.events],
    createdAt: service.createdAt,
    // Absent from the answer that makes a deployment, as recorded on AWS, and a while longer from the others.
    currentServiceDeployment: current && now >= current.visibleAt ? current.arn : undefined,
    currentServiceRevisions: deployments.map((deployment, index) => ({
      arn: service.deployments[index]?.revisionArn,
      requestedTaskCount: deployment.desiredCount,
      runningTaskCount: deployment.runningCount,
      pendingTaskCount: deployment.pendingCount,
    })),
    placementConstraints: [...service.placementConstraints],
    placementStrategy: [...service.placementStrategy],
    healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds,
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: 'ECS' },
    tags: withTags ? [...service.tags] : undefined,
    createdBy: service.createdBy,
    enableECSManagedTags: service.enableECSManagedTags,
    propagateTags: service.propagateTags,
    enableExecuteCommand: service.enableExecuteCommand,
    availabilityZoneRebalancing: service.availabilityZoneRebalancing,
    resourceManagementType: 'CUSTOMER',
  };
}

function viewDeployment(cluster: ClusterRecord, service: ServiceRecord, deployment: DeploymentRecord): Deployment {
  const { running, pending } = countTasks(cluster, service, deployment.id);
  const { revisioned } = deployment;
  return {
    id: deployment.id,
    status: deployment.status,
    taskDefinition: revisioned.taskDefinition,
    desiredCount: deployment.desiredCount,
    pendingCount: pending,
    runningCount: running,
    failedTasks: deployment.failedTasks,
    createdAt: deployment.createdAt,
    updatedAt: deployment.updatedAt,
    launchType: revisioned.launchType,
    capacityProviderStrategy: revisioned.capacityProviderStrategy && [...revisioned.capacityProviderStrategy],
    networkConfiguration: viewNetwork(revisioned.network),
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
  };
}
