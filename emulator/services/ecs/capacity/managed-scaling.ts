import type { Ecs } from '../context.ts';
import { needsOf } from '../definitions/needs.ts';
import { providerOfGroup } from '../lookups.ts';
import { tasksOn } from '../placement/candidate.ts';
import type { CapacityProviderRecord, ClusterRecord } from '../state.ts';
import { waiting } from '../tasks/launch.ts';
import { MANAGED_SCALING_NAMESPACE, RESERVATION_METRIC } from './attachments.ts';
import { protectInstances } from './protection.ts';
import { findGroup } from './provider.ts';
import { reservationPercent } from './reservation.ts';

const MINUTE_MS = 60_000;

/**
 * Every minute: publishes how full each capacity provider with managed scaling is, and brings protection up to date.
 */
export function startManagedScaling(ecs: Ecs): () => void {
  return ecs.world.clock.every(MINUTE_MS, () => {
    for (const cluster of ecs.state.clusters.values())
      if (cluster.status === 'ACTIVE' && cluster.capacityProviders.length > 0)
        ecs.world.background(manage(ecs, cluster));
  });
}

async function manage(ecs: Ecs, cluster: ClusterRecord): Promise<void> {
  for (const name of cluster.capacityProviders) {
    const record = ecs.state.capacityProviders.get(name);
    if (record?.provider.managedScaling.status === 'ENABLED') await publish(ecs, cluster, record);
  }
  await protectInstances(ecs, cluster);
}

async function publish(ecs: Ecs, cluster: ClusterRecord, record: CapacityProviderRecord): Promise<void> {
  const group = await findGroup(ecs, record.autoScalingGroupName);
  if (!group) return;
  const instances = [...cluster.instances.values()].filter(
    ({ autoScalingGroupName }) => providerOfGroup(ecs.state, cluster, autoScalingGroupName)?.name === record.name,
  );
  const { minimumScalingStepSize = 1, maximumScalingStepSize = 10_000 } = record.provider.managedScaling;
  const Value = reservationPercent({
    running: (group.Instances ?? []).filter(({ LifecycleState }) => LifecycleState === 'InService').length,
    busy: instances.filter((one) => one.status === 'ACTIVE' && tasksOn(cluster, one).length > 0).length,
    waiting: waiting(cluster)
      .filter(({ capacityProviderName }) => capacityProviderName === record.name)
      .map(({ taskDefinition, overrides }) => needsOf(taskDefinition, overrides)),
    instance: instances[0]?.registered,
    minimumStep: minimumScalingStepSize,
    maximumStep: maximumScalingStepSize,
  });
  await ecs.world.call('cloudwatch', 'PutMetricData', {
    Namespace: MANAGED_SCALING_NAMESPACE,
    MetricData: [
      {
        MetricName: RESERVATION_METRIC,
        Dimensions: [
          { Name: 'CapacityProviderName', Value: record.name },
          { Name: 'ClusterName', Value: cluster.name },
        ],
        Timestamp: Math.floor(ecs.world.clock.now()),
        Value,
        Unit: 'Percent',
      },
    ],
  });
}
