import type { ContainerUse } from '../../../drivers/driver.ts';
import type { Ecs } from '../context.ts';
import { needsOf } from '../definitions/needs.ts';
import type { ServiceRecord } from '../scheduler/record.ts';
import { tasksOf } from '../scheduler/view.ts';
import type { ClusterRecord } from '../state.ts';
import type { TaskRecord } from '../tasks/record.ts';
import { utilizationOf } from './utilization.ts';

const MINUTE_MS = 60_000;

/** Every minute: what each service's tasks used, as a percentage of what they reserve. */
export function startServiceMetrics(ecs: Ecs): () => void {
  return ecs.world.clock.every(MINUTE_MS, () => ecs.world.background(publishAll(ecs)));
}

async function publishAll(ecs: Ecs): Promise<void> {
  const uses = await ecs.driver.measure();
  for (const cluster of ecs.state.clusters.values())
    for (const service of cluster.services.values())
      if (service.status !== 'INACTIVE') await publish(ecs, cluster, service, uses);
}

async function publish(
  ecs: Ecs,
  cluster: ClusterRecord,
  service: ServiceRecord,
  uses: ReadonlyMap<string, ContainerUse>,
): Promise<void> {
  const running = tasksOf(cluster, service).filter(({ lastStatus }) => lastStatus === 'RUNNING');
  const measured = running.flatMap((task) => useOf(task, uses) ?? []);
  // Without a running task AWS has no datapoint.
  if (measured.length === 0) return;
  const { cpu, memory } = utilizationOf(measured);
  const Dimensions = [
    { Name: 'ClusterName', Value: cluster.name },
    { Name: 'ServiceName', Value: service.name },
  ];
  const Timestamp = Math.floor(ecs.world.clock.now());
  await ecs.world.call('cloudwatch', 'PutMetricData', {
    Namespace: 'AWS/ECS',
    MetricData: [
      { MetricName: 'CPUUtilization', Dimensions, Timestamp, Value: cpu, Unit: 'Percent' },
      { MetricName: 'MemoryUtilization', Dimensions, Timestamp, Value: memory, Unit: 'Percent' },
    ],
  });
}

function useOf(task: TaskRecord, uses: ReadonlyMap<string, ContainerUse>) {
  const found = task.containers.flatMap(({ runtimeId }) => uses.get(runtimeId) ?? []);
  if (found.length === 0) return undefined;
  const sum = (part: (use: ContainerUse) => number): number => found.reduce((total, use) => total + part(use), 0);
  const { cpu, memory } = needsOf(task.taskDefinition, task.overrides);
  return {
    used: { cpu: sum(({ cpuUnits }) => cpuUnits), memory: sum(({ memoryMiB }) => memoryMiB) },
    // Docker gives a container without CPU units the two that Linux gives at least.
    reserved: { cpu: cpu || 2 * task.containers.length, memory },
  };
}
