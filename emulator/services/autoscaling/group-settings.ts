import { AwsError } from '../../core/errors.ts';
import type { CreateAutoScalingGroupType, UpdateAutoScalingGroupType } from '../../shapes/autoscaling.d.ts';
import type { DescribeSubnetsResult } from '../../shapes/ec2.d.ts';
import { invalid, unserved } from './errors.ts';
import { referenceTo, tryTemplate } from './launch-template.ts';
import type { AutoScaling, GroupSettings } from './state.ts';
import { isTerminationPolicy } from './termination-choice.ts';

type Given = Omit<UpdateAutoScalingGroupType, 'AutoScalingGroupName'> &
  Pick<CreateAutoScalingGroupType, 'InstanceId' | 'LoadBalancerNames' | 'TargetGroupARNs' | 'TrafficSources'>;

const HEALTH_CHECKS = ['EC2', 'ELB', 'EBS', 'VPC_LATTICE'];

/** Settings that AWS has and the emulator has no use for: refused unless they say what is so anyway. */
function refuseUnserved(given: Given): void {
  if (given.MixedInstancesPolicy) throw unserved('mixed instances policies');
  if (given.InstanceId !== undefined) throw unserved('groups made from an instance');
  if (given.LaunchConfigurationName !== undefined)
    throw invalid(
      `Launch configuration name not found - A launch configuration with the name: ${given.LaunchConfigurationName} does not exist`,
    );
  if (given.LoadBalancerNames?.length || given.TargetGroupARNs?.length || given.TrafficSources?.length)
    throw unserved('groups that register their instances with load balancers');
  if (given.PlacementGroup) throw unserved('placement groups');
  if (given.MaxInstanceLifetime) throw unserved('MaxInstanceLifetime');
  if (given.AvailabilityZoneIds?.length) throw unserved('AvailabilityZoneIds');
  if (given.AvailabilityZoneImpairmentPolicy?.ZonalShiftEnabled) throw unserved('zonal shift');
  if (given.AvailabilityZoneDistribution?.CapacityDistributionStrategy === 'balanced-only')
    throw unserved('balanced-only zones');
  if (given.CapacityReservationSpecification) throw unserved('capacity reservations');
  if (given.InstanceLifecyclePolicy) throw unserved('instance lifecycle policies');
  if (given.DesiredCapacityType !== undefined && given.DesiredCapacityType !== 'units')
    throw unserved('capacities other than units');
}

/** The subnets of a group and their zones; zones alone mean their default subnets. */
async function networkOf(
  { world }: AutoScaling,
  { VPCZoneIdentifier, AvailabilityZones }: Given,
): Promise<Pick<GroupSettings, 'subnetIds' | 'zones' | 'namesSubnets'>> {
  const ids = (VPCZoneIdentifier ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (ids.length === 0 && !AvailabilityZones?.length)
    throw invalid('At least one Availability Zone or VPC Subnet is required.');
  const input =
    ids.length > 0
      ? { SubnetIds: ids }
      : {
          Filters: [
            { Name: 'default-for-az', Values: ['true'] },
            { Name: 'availability-zone', Values: AvailabilityZones },
          ],
        };
  const { Subnets = [] } = await world
    .call<DescribeSubnetsResult>('ec2', 'DescribeSubnets', input)
    .catch((error: unknown) => {
      throw error instanceof AwsError ? invalid(error.message) : error;
    });
  const zones = [...new Set(Subnets.map(({ AvailabilityZone = '' }) => AvailabilityZone))].sort();
  const strange = AvailabilityZones?.find((zone) => !zones.includes(zone));
  if (strange !== undefined)
    throw invalid(
      ids.length > 0
        ? 'The availability zones of the specified subnets and the AutoScalingGroup do not match'
        : `Invalid availability zone: [${strange}]`,
    );
  if (new Set(Subnets.map(({ VpcId }) => VpcId)).size > 1)
    throw invalid('The subnets of an AutoScalingGroup must belong to one VPC.');
  return { subnetIds: Subnets.map(({ SubnetId = '' }) => SubnetId), zones, namesSubnets: ids.length > 0 };
}

function checkSizes({ minSize, maxSize }: Pick<GroupSettings, 'minSize' | 'maxSize'>): void {
  if (minSize < 0 || maxSize < 0) throw invalid('Min and max size must not be negative.');
  if (maxSize < minSize) throw invalid(`Max bound, ${maxSize}, must be greater than or equal to min bound, ${minSize}`);
}

function maintenanceOf(policy: Given['InstanceMaintenancePolicy']): GroupSettings['maintenance'] {
  const { MinHealthyPercentage: min = -1, MaxHealthyPercentage: max = -1 } = policy ?? {};
  // -1 takes a policy away.
  if (min === -1 && max === -1) return undefined;
  if (min < 0 || min > 100 || max < 100 || max > 200 || max - min > 100)
    throw invalid(
      'MinHealthyPercentage must be 0 to 100, MaxHealthyPercentage 100 to 200, and they must not be more than 100 apart.',
    );
  return { minPercent: min, maxPercent: max };
}

/**
 * A group's settings from a request, over those that it has, over AWS's defaults. Asks EC2 about template and subnets
 * only where they are given; throws what AWS refuses.
 */
export async function settingsFrom(asg: AutoScaling, given: Given, before?: GroupSettings): Promise<GroupSettings> {
  refuseUnserved(given);
  const sizes = { minSize: given.MinSize ?? before?.minSize ?? 0, maxSize: given.MaxSize ?? before?.maxSize ?? 0 };
  checkSizes(sizes);
  const policies = given.TerminationPolicies ?? before?.terminationPolicies ?? ['Default'];
  const strange = policies.find((policy) => !isTerminationPolicy(policy));
  if (strange?.startsWith('arn:')) throw unserved('custom termination policies');
  if (strange !== undefined) throw invalid(`Termination policy '${strange}' is not valid.`);
  const healthCheckType = given.HealthCheckType ?? before?.healthCheckType ?? 'EC2';
  if (healthCheckType.split(',').some((type) => !HEALTH_CHECKS.includes(type.trim())))
    throw invalid(`Invalid HealthCheckType ${healthCheckType}. Valid types are ${HEALTH_CHECKS.join(', ')}.`);
  const network =
    given.VPCZoneIdentifier !== undefined || given.AvailabilityZones || !before ? await networkOf(asg, given) : before;
  if (!given.LaunchTemplate && !before)
    throw invalid(
      'Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.',
    );
  const template = given.LaunchTemplate
    ? await referenceTo(asg, given.LaunchTemplate)
    : (before as GroupSettings).template;
  if (given.LaunchTemplate) await tryTemplate(asg, template, network.subnetIds[0] ?? '');
  return {
    ...sizes,
    template,
    subnetIds: network.subnetIds,
    zones: network.zones,
    namesSubnets: network.namesSubnets,
    defaultCooldownSeconds: given.DefaultCooldown ?? before?.defaultCooldownSeconds ?? 300,
    defaultWarmupSeconds: warmupOf(given.DefaultInstanceWarmup, before),
    healthCheckType,
    healthCheckGraceSeconds: given.HealthCheckGracePeriod ?? before?.healthCheckGraceSeconds ?? 0,
    terminationPolicies: policies,
    newInstancesProtected: given.NewInstancesProtectedFromScaleIn ?? before?.newInstancesProtected ?? false,
    capacityRebalance: given.CapacityRebalance ?? before?.capacityRebalance ?? false,
    maintenance: given.InstanceMaintenancePolicy ? maintenanceOf(given.InstanceMaintenancePolicy) : before?.maintenance,
    deletionProtection: given.DeletionProtection ?? before?.deletionProtection ?? 'none',
    serviceLinkedRoleArn:
      given.ServiceLinkedRoleARN ??
      before?.serviceLinkedRoleArn ??
      `arn:aws:iam::${asg.world.account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
    context: given.Context ?? before?.context,
  };
}

/** -1 takes the default warm-up away. */
function warmupOf(given: number | undefined, before: GroupSettings | undefined): number | undefined {
  if (given === undefined) return before?.defaultWarmupSeconds;
  return given === -1 ? undefined : given;
}
