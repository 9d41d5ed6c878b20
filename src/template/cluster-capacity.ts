import type { Cluster, InstanceScaling } from '../model/cluster.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { positionOf } from '../model/source.ts';
import { CLUSTER_OUTPUTS } from '../model/stack-names.ts';
import type { ClusterNetwork } from './cluster-network.ts';
import { type Fragment, getAtt, ref, resource } from './fragment.ts';
import { launchTemplate } from './launch-template.ts';
import { instanceScalingPolicies } from './scaling-policies.ts';

/** The cluster, its instances, and the capacity provider that ties the two together. */
export function clusterCapacity(cluster: Cluster, network: ClusterNetwork): Fragment {
  const { capacity, source } = cluster;
  const at = positionOf(source, ['capacity']);
  const policies = instanceScalingPolicies(cluster);
  return {
    resources: {
      Cluster: resource('AWS::ECS::Cluster', { ClusterName: cluster.name }, { at: positionOf(source, ['name']) }),
      LaunchTemplate: launchTemplate(cluster),
      AutoScalingGroup: resource(
        'AWS::AutoScaling::AutoScalingGroup',
        {
          AutoScalingGroupName: capacity.autoScalingGroupName,
          // No DesiredCapacity: every update of the stack would set the group back to it.
          MinSize: String(capacity.minSize),
          MaxSize: String(capacity.maxSize),
          LaunchTemplate: {
            LaunchTemplateId: ref('LaunchTemplate'),
            Version: getAtt('LaunchTemplate', 'LatestVersionNumber'),
          },
          VPCZoneIdentifier: network.instanceSubnetIds,
          HealthCheckType: 'EC2',
          DefaultInstanceWarmup: capacity.instanceWarmupSeconds,
          NewInstancesProtectedFromScaleIn: capacity.instanceScaling === 'managed',
          // ECS adds this tag itself to groups that it scales; stated here, so that no update removes it.
          Tags: [{ Key: 'AmazonECSManaged', Value: '', PropagateAtLaunch: true }],
        },
        { at, dependsOn: network.gatewayIds },
      ),
      CapacityProvider: resource(
        'AWS::ECS::CapacityProvider',
        { Name: capacity.capacityProviderName, AutoScalingGroupProvider: groupProvider(cluster) },
        { at },
      ),
      CapacityProviderAssociations: resource(
        'AWS::ECS::ClusterCapacityProviderAssociations',
        {
          Cluster: ref('Cluster'),
          CapacityProviders: [ref('CapacityProvider')],
          DefaultCapacityProviderStrategy: [{ CapacityProvider: ref('CapacityProvider'), Base: 0, Weight: 1 }],
        },
        { at },
      ),
      ...policies.resources,
    },
    outputs: {
      [CLUSTER_OUTPUTS.clusterName]: ref('Cluster'),
      [CLUSTER_OUTPUTS.capacityProvider]: ref('CapacityProvider'),
      [CLUSTER_OUTPUTS.autoScalingGroup]: ref('AutoScalingGroup'),
      ...policies.outputs,
    },
  };
}

function groupProvider({ capacity }: Cluster): JsonObject {
  return {
    AutoScalingGroupArn: ref('AutoScalingGroup'),
    ...scalingOf[capacity.instanceScaling](capacity.targetCapacityPercent, capacity.instanceWarmupSeconds),
    ManagedDraining: 'ENABLED',
  };
}

const scalingOf: Record<InstanceScaling, (targetCapacity: number, warmupSeconds: number) => Record<string, Json>> = {
  managed: (targetCapacity, warmupSeconds) => ({
    ManagedScaling: { Status: 'ENABLED', TargetCapacity: targetCapacity, InstanceWarmupPeriod: warmupSeconds },
    ManagedTerminationProtection: 'ENABLED',
  }),
  alarms: () => ({ ManagedScaling: { Status: 'DISABLED' }, ManagedTerminationProtection: 'DISABLED' }),
};
