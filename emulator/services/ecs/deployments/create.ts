import { serviceDeploymentArn, serviceRevisionArn } from '../arns.ts';
import type { Ecs } from '../context.ts';
import { findDefinition } from '../definitions/lookup.ts';
import { viewNetwork } from '../network/configuration.ts';
import type { DeploymentRecord, LoopMemory, RevisionedFields, ServiceRecord } from '../scheduler/record.ts';
import { shiftsTraffic } from '../scheduler/strategies.ts';
import type { ClusterRecord } from '../state.ts';
import { finish } from './endings.ts';
import { serviceDeploymentId } from './ids.ts';
import { isFinal, type ServiceDeploymentRecord } from './record.ts';
import { inheritedGroups } from './shifting/routes.ts';
import { servingDeployment } from './shifting/serving.ts';
import { leftOverShift } from './shifting/unwind.ts';

/**
 * Makes a new revision of a service and the deployment that brings it about. A deployment that is under way makes room:
 * it is stopped, or, where it was rolling back, its rollback has failed.
 */
export function createDeployment(
  ecs: Ecs,
  cluster: ClusterRecord,
  service: ServiceRecord,
  revisioned: RevisionedFields,
): void {
  const { world, state } = ecs;
  const now = world.clock.now();
  const digits = world.random.digits(19);
  const revisionArn = serviceRevisionArn(world, service.clusterName, service.name, digits);
  const arn = serviceDeploymentArn(world, service.clusterName, service.name, serviceDeploymentId(world.random));
  const id = `ecs-svc/${digits}`;
  const deployment: DeploymentRecord = {
    id,
    status: 'PRIMARY',
    revisionArn,
    revisioned,
    targetGroups: inheritedGroups(service, revisioned),
    desiredCount: 0,
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: `ECS deployment ${id} in progress.`,
    failedTasks: 0,
    createdAt: now,
    updatedAt: now,
    serviceDeploymentArn: arn,
  };
  const record = serviceDeploymentOf(ecs, service, deployment);
  service.loop.unwinding = leftOverShift(service, state.serviceDeployments.get(service.currentServiceDeployment ?? ''));
  supersede(ecs, cluster, service);
  state.serviceRevisions.set(revisionArn, revisionOf(ecs, service, deployment));
  state.serviceDeployments.set(arn, record);
  service.revisioned = revisioned;
  service.deployments = [deployment, ...service.deployments.map(demoted)];
  service.currentServiceDeployment = arn;
  Object.assign(service.loop, {
    steady: false,
    startFailures: 0,
    noStartBefore: 0,
    actsFrom: now + world.latency('ecs-scheduler-round'),
    completesAt: undefined,
  } satisfies Partial<LoopMemory>);
  service.loop.said.clear();
}

const demoted = (deployment: DeploymentRecord): DeploymentRecord => Object.assign(deployment, { status: 'ACTIVE' });

function serviceDeploymentOf(
  { world }: Ecs,
  service: ServiceRecord,
  deployment: DeploymentRecord,
): ServiceDeploymentRecord {
  const { deploymentConfiguration: configuration } = service;
  const { alarms, deploymentCircuitBreaker } = configuration;
  const now = deployment.createdAt;
  return {
    arn: deployment.serviceDeploymentArn,
    serviceArn: service.arn,
    serviceName: service.name,
    clusterName: service.clusterName,
    clusterArn: service.clusterArn,
    deploymentId: deployment.id,
    targetRevisionArn: deployment.revisionArn,
    sources: service.deployments.map((source) => ({
      arn: source.revisionArn,
      deploymentId: source.id,
      serving: source === servingDeployment(service, deployment.id),
    })),
    configuration,
    createdAt: now,
    visibleAt: now + world.latency('service-deployment-visible'),
    startedAt: undefined,
    finishedAt: undefined,
    stoppedAt: undefined,
    updatedAt: now,
    status: 'PENDING',
    statusReason: undefined,
    rollback: undefined,
    shift: undefined,
    breaker: {
      status: deploymentCircuitBreaker?.enable && !shiftsTraffic(configuration) ? 'MONITORING' : 'DISABLED',
      failureCount: 0,
      threshold: 0,
    },
    alarms: {
      status: alarms?.enable ? 'MONITORING' : 'DISABLED',
      names: alarms?.alarmNames ?? [],
      triggered: [],
      examined: false,
    },
    bakingSince: undefined,
    frozen: undefined,
  };
}

function revisionOf({ state }: Ecs, service: ServiceRecord, { revisionArn, revisioned, createdAt }: DeploymentRecord) {
  const containers = findDefinition(state, revisioned.taskDefinition)?.definition.containerDefinitions ?? [];
  return {
    serviceRevisionArn: revisionArn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    taskDefinition: revisioned.taskDefinition,
    launchType: revisioned.launchType,
    capacityProviderStrategy: revisioned.capacityProviderStrategy && [...revisioned.capacityProviderStrategy],
    networkConfiguration: viewNetwork(revisioned.network),
    loadBalancers: [...revisioned.loadBalancers],
    containerImages: containers.map(({ name, image }) => ({ containerName: name, image })),
    guardDutyEnabled: false,
    createdAt,
  };
}

function supersede(ecs: Ecs, cluster: ClusterRecord, service: ServiceRecord): void {
  const { world, state } = ecs;
  const record = state.serviceDeployments.get(service.currentServiceDeployment ?? '');
  if (!record || isFinal(record)) return;
  record.updatedAt = world.clock.now();
  if (record.rollback) {
    finish(ecs, { cluster, service, record, status: 'ROLLBACK_FAILED' });
    return;
  }
  record.status = 'STOP_REQUESTED';
  world.clock.after(world.latency('ecs-scheduler-round'), () =>
    finish(ecs, { cluster, service, record, status: 'STOPPED' }),
  );
}
