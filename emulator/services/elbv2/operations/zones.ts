import { AwsError } from '../../../core/errors.ts';
import type { World } from '../../../core/world.ts';
import type { AvailabilityZone, SubnetMapping } from '../../../shapes/elbv2.d.ts';
import { describeSubnets } from '../ec2.ts';
import { validationError } from '../finders.ts';

export interface SubnetChoice {
  readonly Subnets?: readonly string[] | undefined;
  readonly SubnetMappings?: readonly SubnetMapping[] | undefined;
}

/** The zones that subnets enable, as a load balancer describes them; throws where AWS refuses the choice. */
export async function chooseZones(
  world: World,
  { Subnets = [], SubnetMappings = [] }: SubnetChoice,
): Promise<{ readonly zones: AvailabilityZone[]; readonly vpcId: string }> {
  if (Subnets.length > 0 && SubnetMappings.length > 0)
    throw validationError('Subnets and subnet mappings cannot be specified at the same time');
  if (SubnetMappings.some(({ SubnetId, ...addresses }) => Object.values(addresses).some(Boolean)))
    throw new AwsError(
      'InvalidConfigurationRequest',
      'An Application Load Balancer takes no addresses in subnet mappings',
    );
  const ids = [...new Set([...Subnets, ...SubnetMappings.flatMap(({ SubnetId = [] }) => SubnetId)])];
  const subnets = await describeSubnets(world, ids);
  const zones = subnets.map(({ zone, subnetId }) => ({
    ZoneName: zone,
    SubnetId: subnetId,
    LoadBalancerAddresses: [],
  }));
  if (new Set(zones.map(({ ZoneName }) => ZoneName)).size < zones.length)
    throw new AwsError(
      'InvalidConfigurationRequest',
      'A load balancer cannot be attached to multiple subnets in the same Availability Zone',
    );
  const [vpcId = '', ...otherVpcs] = new Set(subnets.map((subnet) => subnet.vpcId));
  if (otherVpcs.length > 0) throw new AwsError('InvalidSubnet', 'All subnets must belong to the same VPC');
  if (zones.length < 2)
    throw validationError('At least two subnets in two different Availability Zones must be specified');
  return { zones, vpcId };
}
