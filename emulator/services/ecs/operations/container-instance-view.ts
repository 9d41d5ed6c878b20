import type { ContainerInstance, Resource } from '../../../shapes/ecs.d.ts';
import type { InstanceRecord } from '../agent/record.ts';
import { providerOfGroup } from '../lookups.ts';
import { type Remaining, remainingOf, tasksOn } from '../placement/candidate.ts';
import type { ClusterRecord, EcsState } from '../state.ts';
import { hasReached } from '../tasks/record.ts';

export function viewInstance(
  state: EcsState,
  cluster: ClusterRecord,
  instance: InstanceRecord,
  withTags: boolean,
): ContainerInstance {
  const tasks = tasksOn(cluster, instance);
  const { cpu, memory, reservedPorts } = instance.registered;
  return {
    containerInstanceArn: instance.arn,
    ec2InstanceId: instance.ec2InstanceId,
    capacityProviderName: providerOfGroup(state, cluster, instance.autoScalingGroupName)?.name,
    version: instance.version,
    versionInfo: instance.versionInfo,
    remainingResources: resources(remainingOf(instance, tasks)),
    registeredResources: resources({ cpu, memory, usedPorts: new Set(reservedPorts) }),
    status: instance.status,
    agentConnected: instance.agentConnected,
    runningTasksCount: tasks.filter((task) => hasReached(task, 'RUNNING')).length,
    pendingTasksCount: tasks.filter((task) => !hasReached(task, 'RUNNING')).length,
    attributes: [...instance.attributes],
    registeredAt: instance.registeredAt,
    attachments: [],
    tags: withTags ? [...instance.tags] : [],
  };
}

/** PORTS lists the ports that are taken, in registeredResources as in remainingResources. */
function resources({ cpu, memory, usedPorts }: Omit<Remaining, 'interfaces'>): Resource[] {
  const zero = { doubleValue: 0, longValue: 0 };
  return [
    { name: 'CPU', type: 'INTEGER', ...zero, integerValue: cpu },
    { name: 'MEMORY', type: 'INTEGER', ...zero, integerValue: memory },
    { name: 'PORTS', type: 'STRINGSET', ...zero, integerValue: 0, stringSetValue: [...usedPorts].map(String) },
    { name: 'PORTS_UDP', type: 'STRINGSET', ...zero, integerValue: 0, stringSetValue: [] },
  ];
}
