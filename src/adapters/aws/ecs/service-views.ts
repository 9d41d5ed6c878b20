import type { Container, Deployment, Service, ServiceDeployment, Task } from '@aws-sdk/client-ecs';
import { arnName } from '../../../model/arn.ts';
import type {
  ContainerView,
  DeploymentView,
  ServiceDeploymentView,
  ServiceView,
  TaskView,
} from '../../../model/service-views.ts';
import { jsonOf, tagRecord } from '../json-shape.ts';

/** ECS's shapes as views. */
export function serviceView(service: Service): ServiceView {
  const { events, tags: _, ...described } = service;
  return {
    arn: service.serviceArn ?? '',
    name: service.serviceName ?? '',
    status: service.status ?? '',
    desiredCount: service.desiredCount ?? 0,
    runningCount: service.runningCount ?? 0,
    pendingCount: service.pendingCount ?? 0,
    taskDefinition: service.taskDefinition ?? '',
    deployments: (service.deployments ?? []).map(deploymentView),
    currentServiceDeployment: service.currentServiceDeployment,
    events: (events ?? []).map(({ id = '', createdAt, message = '' }) => ({
      id,
      at: createdAt?.getTime() ?? 0,
      message,
    })),
    tags: tagRecord(service.tags),
    description: jsonOf(described),
  };
}

function deploymentView(deployment: Deployment): DeploymentView {
  return {
    id: deployment.id ?? '',
    status: deployment.status ?? '',
    taskDefinition: deployment.taskDefinition ?? '',
    desiredCount: deployment.desiredCount ?? 0,
    pendingCount: deployment.pendingCount ?? 0,
    runningCount: deployment.runningCount ?? 0,
    failedTasks: deployment.failedTasks ?? 0,
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
    createdAt: deployment.createdAt?.getTime() ?? 0,
  };
}

export function serviceDeploymentView(deployment: ServiceDeployment): ServiceDeploymentView {
  const arn = deployment.serviceDeploymentArn ?? '';
  const { rollback, deploymentCircuitBreaker: breaker, targetServiceRevision: target } = deployment;
  return {
    arn,
    id: arnName(arn),
    status: deployment.status ?? '',
    statusReason: deployment.statusReason,
    createdAt: deployment.createdAt?.getTime() ?? 0,
    finishedAt: deployment.finishedAt?.getTime(),
    lifecycleStage: deployment.lifecycleStage,
    targetRevisionArn: target?.arn,
    sourceRevisionArns: (deployment.sourceServiceRevisions ?? []).flatMap((revision) => revision.arn ?? []),
    requestedTasks: target?.requestedTaskCount ?? 0,
    runningTasks: target?.runningTaskCount ?? 0,
    pendingTasks: target?.pendingTaskCount ?? 0,
    rollback: rollback && { reason: rollback.reason, revisionArn: rollback.serviceRevisionArn },
    circuitBreaker: breaker && {
      status: breaker.status ?? '',
      failureCount: breaker.failureCount ?? 0,
      threshold: breaker.threshold ?? 0,
    },
    triggeredAlarms: deployment.alarms?.triggeredAlarmNames ?? [],
    testTrafficPercent: target?.requestedTestTrafficWeight,
    productionTrafficPercent: target?.requestedProductionTrafficWeight,
    hooks: (deployment.lifecycleHookDetails ?? []).map((hook) => ({
      id: hook.hookId ?? '',
      targetType: hook.targetType ?? '',
      status: hook.status ?? '',
      expiresAt: hook.expiresAt?.getTime(),
      timeoutAction: hook.timeoutAction,
    })),
  };
}

/** `instances` are EC2 instance ids by the ARN of the container instance. */
export function taskView(task: Task, instances: ReadonlyMap<string, string>): TaskView {
  return {
    arn: task.taskArn ?? '',
    taskDefinition: task.taskDefinitionArn ?? '',
    startedBy: task.startedBy,
    lastStatus: task.lastStatus ?? '',
    desiredStatus: task.desiredStatus ?? '',
    healthStatus: task.healthStatus,
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    createdAt: task.createdAt?.getTime(),
    startedAt: task.startedAt?.getTime(),
    stoppingAt: task.stoppingAt?.getTime(),
    stoppedAt: task.stoppedAt?.getTime(),
    containerInstanceArn: task.containerInstanceArn,
    ec2InstanceId: instances.get(task.containerInstanceArn ?? ''),
    privateIpv4Address: task.containers?.[0]?.networkInterfaces?.[0]?.privateIpv4Address,
    containers: (task.containers ?? []).map(containerView),
  };
}

function containerView({ name = '', lastStatus = '', exitCode, reason, networkBindings }: Container): ContainerView {
  const bindings = (networkBindings ?? []).map(({ containerPort = 0, hostPort = 0 }) => ({ containerPort, hostPort }));
  return { name, lastStatus, exitCode, reason, bindings };
}
