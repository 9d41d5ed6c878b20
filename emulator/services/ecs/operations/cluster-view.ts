import type { Cluster, KeyValuePair } from '../../../shapes/ecs.d.ts';
import type { ClusterRecord } from '../state.ts';
import { hasReached, isOver } from '../tasks/record.ts';

type Part = 'ATTACHMENTS' | 'CONFIGURATIONS' | 'SETTINGS' | 'STATISTICS' | 'TAGS';

/** DescribeClusters leaves parts out unless they are asked for; the writing operations answer the whole. */
export function viewCluster(cluster: ClusterRecord, include: readonly Part[] | 'whole'): Cluster {
  const includes = (part: Part): boolean => include === 'whole' || include.includes(part);
  const tasks = [...cluster.tasks.values()].filter((task) => !isOver(task));
  const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING');
  const pending = tasks.filter((task) => !hasReached(task, 'RUNNING'));
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: cluster.instances.size,
    runningTasksCount: running.length,
    pendingTasksCount: pending.length,
    activeServicesCount: [...cluster.services.values()].filter(({ status }) => status === 'ACTIVE').length,
    statistics:
      include !== 'whole' && includes('STATISTICS') ? statistics(cluster, running.length, pending.length) : [],
    tags: includes('TAGS') ? [...cluster.tags] : [],
    settings: includes('SETTINGS') ? [...cluster.settings] : [],
    configuration: includes('CONFIGURATIONS') ? cluster.configuration : undefined,
    serviceConnectDefaults: cluster.serviceConnectDefaults,
    capacityProviders: [...cluster.capacityProviders],
    defaultCapacityProviderStrategy: [...cluster.defaultCapacityProviderStrategy],
    ...(includes('ATTACHMENTS') && cluster.attachmentsStatus
      ? { attachments: [...cluster.attachments], attachmentsStatus: cluster.attachmentsStatus }
      : {}),
  };
}

function statistics(cluster: ClusterRecord, running: number, pending: number): KeyValuePair[] {
  const services = [...cluster.services.values()];
  const count = (status: string): number => services.filter((service) => service.status === status).length;
  const values = {
    runningEC2TasksCount: running,
    pendingEC2TasksCount: pending,
    activeEC2ServiceCount: count('ACTIVE'),
    drainingEC2ServiceCount: count('DRAINING'),
    runningFargateTasksCount: 0,
    pendingFargateTasksCount: 0,
    activeFargateServiceCount: 0,
    drainingFargateServiceCount: 0,
  };
  return Object.entries(values).map(([name, value]) => ({ name, value: String(value) }));
}
