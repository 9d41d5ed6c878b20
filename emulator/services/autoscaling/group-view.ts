import type {
  AutoScalingGroup,
  AutoScalingInstanceDetails,
  Instance,
  TagDescription,
} from '../../shapes/autoscaling.d.ts';
import { templateView } from './launch-template.ts';
import type { Group, Member } from './state.ts';

export function instanceView(member: Member): Instance {
  return {
    InstanceId: member.instanceId,
    InstanceType: member.instanceType,
    AvailabilityZone: member.zone,
    AvailabilityZoneId: member.zoneId,
    LifecycleState: member.state,
    HealthStatus: member.health,
    LaunchTemplate: templateView(member.template),
    ProtectedFromScaleIn: member.protectedFromScaleIn,
  };
}

/** DescribeAutoScalingInstances writes health in capitals, DescribeAutoScalingGroups does not. */
export const instanceDetails = (group: Group, member: Member): AutoScalingInstanceDetails => ({
  ...instanceView(member),
  AutoScalingGroupName: group.name,
  HealthStatus: member.health.toUpperCase(),
});

export function tagDescriptions({ name, tags }: Group): TagDescription[] {
  return [...tags].map(([Key, { value, propagate }]) => ({
    ResourceId: name,
    ResourceType: 'auto-scaling-group',
    Key,
    Value: value,
    PropagateAtLaunch: propagate,
  }));
}

export function groupView(group: Group, { includeInstances }: { includeInstances: boolean }): AutoScalingGroup {
  const { settings } = group;
  return {
    AutoScalingGroupName: group.name,
    AutoScalingGroupARN: group.arn,
    CreatedTime: group.createdAt,
    LaunchTemplate: templateView(settings.template),
    MinSize: settings.minSize,
    MaxSize: settings.maxSize,
    DesiredCapacity: group.desired,
    DefaultCooldown: settings.defaultCooldownSeconds,
    DefaultInstanceWarmup: settings.defaultWarmupSeconds,
    AvailabilityZones: [...settings.zones],
    VPCZoneIdentifier: settings.namesSubnets ? settings.subnetIds.join(',') : '',
    HealthCheckType: settings.healthCheckType,
    HealthCheckGracePeriod: settings.healthCheckGraceSeconds,
    Instances: includeInstances ? [...group.members.values()].map(instanceView) : [],
    Status: group.deleting ? 'Delete in progress' : undefined,
    SuspendedProcesses: [...group.suspended].map(([ProcessName, SuspensionReason]) => ({
      ProcessName,
      SuspensionReason,
    })),
    EnabledMetrics: [...group.enabledMetrics].map((Metric) => ({ Metric, Granularity: '1Minute' })),
    Tags: tagDescriptions(group),
    TerminationPolicies: [...settings.terminationPolicies],
    NewInstancesProtectedFromScaleIn: settings.newInstancesProtected,
    CapacityRebalance: settings.capacityRebalance,
    InstanceMaintenancePolicy: settings.maintenance && {
      MinHealthyPercentage: settings.maintenance.minPercent,
      MaxHealthyPercentage: settings.maintenance.maxPercent,
    },
    DeletionProtection: settings.deletionProtection,
    ServiceLinkedRoleARN: settings.serviceLinkedRoleArn,
    Context: settings.context,
    LoadBalancerNames: [],
    TargetGroupARNs: [],
    TrafficSources: [],
    AvailabilityZoneDistribution: { CapacityDistributionStrategy: 'balanced-best-effort' },
    AvailabilityZoneImpairmentPolicy: { ZonalShiftEnabled: false, ImpairedZoneHealthCheckBehavior: 'IgnoreUnhealthy' },
  };
}
