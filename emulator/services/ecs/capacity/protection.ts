import type { Ecs } from '../context.ts';
import { tasksOn } from '../placement/candidate.ts';
import type { ClusterRecord } from '../state.ts';
import { findGroup } from './provider.ts';

/**
 * Managed termination protection: instances that run a task are protected from scale-in, those that run none are not.
 * Auto Scaling is asked each time, since new instances come protected or not as the group says.
 */
export async function protectInstances(ecs: Ecs, cluster: ClusterRecord): Promise<void> {
  for (const name of cluster.capacityProviders) {
    const record = ecs.state.capacityProviders.get(name);
    if (record?.provider.managedTerminationProtection !== 'ENABLED') continue;
    const group = await findGroup(ecs, record.autoScalingGroupName);
    const busy = new Set(
      [...cluster.instances.values()]
        .filter((instance) => tasksOn(cluster, instance).length > 0)
        .map(({ ec2InstanceId }) => ec2InstanceId),
    );
    const known = new Set([...cluster.instances.values()].map(({ ec2InstanceId }) => ec2InstanceId));
    const inService = (group?.Instances ?? []).filter(({ LifecycleState }) => LifecycleState === 'InService');
    for (const wanted of [true, false]) {
      const InstanceIds = inService
        .filter(({ InstanceId, ProtectedFromScaleIn }) => {
          if (ProtectedFromScaleIn === wanted || !known.has(InstanceId)) return false;
          return busy.has(InstanceId) === wanted;
        })
        .map(({ InstanceId }) => InstanceId);
      if (InstanceIds.length > 0)
        await ecs.world.call('autoscaling', 'SetInstanceProtection', {
          AutoScalingGroupName: record.autoScalingGroupName,
          InstanceIds,
          ProtectedFromScaleIn: wanted,
        });
    }
  }
}
