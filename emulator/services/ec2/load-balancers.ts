import type { World } from '../../core/world.ts';

/** What of a load balancer occupies a VPC: its network interfaces' subnets and groups, and public addresses. */
export interface Occupant {
  readonly name: string;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly isPublic: boolean;
}

interface Described {
  readonly LoadBalancers?: readonly {
    readonly LoadBalancerName?: string;
    readonly VpcId?: string;
    readonly Scheme?: string;
    readonly SecurityGroups?: readonly string[];
    readonly AvailabilityZones?: readonly { readonly SubnetId?: string }[];
  }[];
  readonly NextMarker?: string;
}

export async function loadBalancersOf(world: World): Promise<Occupant[]> {
  const found: Occupant[] = [];
  let marker: string | undefined;
  do {
    const page: Described = await world.call('elbv2', 'DescribeLoadBalancers', { Marker: marker });
    for (const { LoadBalancerName, VpcId, Scheme, SecurityGroups, AvailabilityZones } of page.LoadBalancers ?? [])
      found.push({
        name: LoadBalancerName ?? '',
        vpcId: VpcId ?? '',
        subnetIds: (AvailabilityZones ?? []).flatMap(({ SubnetId }) => SubnetId ?? []),
        groupIds: SecurityGroups ?? [],
        isPublic: Scheme === 'internet-facing',
      });
    marker = page.NextMarker;
  } while (marker !== undefined);
  return found;
}
