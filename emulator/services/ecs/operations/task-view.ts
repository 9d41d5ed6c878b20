import type { World } from '../../../core/world.ts';
import type { Attachment, Container, NetworkInterface, Task } from '../../../shapes/ecs.d.ts';
import { containerInstanceArn } from '../arns.ts';
import { needsOf } from '../definitions/needs.ts';
import type { TaskInterface } from '../network/record.ts';
import { healthOfContainers } from '../tasks/health.ts';
import type { ContainerRecord, TaskRecord } from '../tasks/record.ts';

export function viewTask(world: World, task: TaskRecord, withTags: boolean): Task {
  const { taskDefinition, overrides } = task;
  const needs = needsOf(taskDefinition, overrides);
  return {
    taskArn: task.arn,
    clusterArn: task.clusterArn,
    taskDefinitionArn: taskDefinition.taskDefinitionArn,
    containerInstanceArn:
      task.instanceId === undefined ? undefined : containerInstanceArn(world, task.clusterName, task.instanceId),
    capacityProviderName: task.capacityProviderName,
    launchType: 'EC2',
    group: task.group,
    startedBy: task.startedBy,
    lastStatus: task.lastStatus,
    desiredStatus: task.desiredStatus,
    healthStatus: healthOfContainers(task) ?? 'UNKNOWN',
    connectivity: task.connectivityAt === undefined ? undefined : 'CONNECTED',
    connectivityAt: task.connectivityAt,
    availabilityZone: task.availabilityZone,
    attachments: task.networkInterface ? [viewAttachment(task.networkInterface)] : [],
    attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }],
    containers: task.containers.map((container) => viewContainer(task, container)),
    cpu: String(needs.cpu),
    memory: String(needs.memory),
    overrides: {
      ...overrides,
      containerOverrides: task.containers.map(({ definition: { name } }) => ({
        ...overrides.containerOverrides?.find((one) => one.name === name),
        name,
      })),
      inferenceAcceleratorOverrides: [],
    },
    enableExecuteCommand: task.enableExecuteCommand,
    createdAt: task.createdAt,
    pullStartedAt: task.pullStartedAt,
    pullStoppedAt: task.pullStoppedAt,
    startedAt: task.startedAt,
    stoppingAt: task.stoppingAt,
    stoppedAt: task.stoppedAt,
    executionStoppedAt: task.executionStoppedAt,
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    tags: withTags ? [...task.tags] : [],
    version: task.version,
  };
}

function viewAttachment({ attachmentId, status, subnetId, created }: TaskInterface): Attachment {
  const details = {
    subnetId,
    networkInterfaceId: created?.id,
    macAddress: created?.macAddress,
    privateDnsName: created?.privateName,
    privateIPv4Address: created?.privateIp,
  };
  return {
    id: attachmentId,
    type: 'ElasticNetworkInterface',
    status,
    details: Object.entries(details).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
  };
}

function viewAddress(own: TaskInterface | undefined): NetworkInterface[] {
  if (!own?.created) return [];
  return [{ attachmentId: own.attachmentId, privateIpv4Address: own.created.privateIp }];
}

function viewContainer(task: TaskRecord, container: ContainerRecord): Container {
  const { definition } = container;
  return {
    containerArn: container.arn,
    taskArn: task.arn,
    name: definition.name,
    image: definition.image,
    runtimeId: container.lastStatus === 'PENDING' ? undefined : container.runtimeId,
    lastStatus: container.lastStatus,
    exitCode: container.exitCode,
    reason: container.reason,
    networkBindings: [...container.networkBindings],
    networkInterfaces: viewAddress(task.networkInterface),
    healthStatus: container.healthStatus,
    cpu: String(definition.cpu ?? 0),
    memory: definition.memory === undefined ? undefined : String(definition.memory),
    memoryReservation: definition.memoryReservation === undefined ? undefined : String(definition.memoryReservation),
  };
}
