import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import { positionOf } from '../../model/source.ts';
import type { Networks, SubnetView } from '../../ports/networks.ts';
import type { GivenNetwork } from '../../template/cluster-network.ts';

/**
 * The ids of the network that a cluster lives in; undefined where its stack creates it. Throws NETWORK_UNSUITABLE where
 * there is none that a load balancer could be in: it needs subnets in two zones, one in each.
 */
export async function resolveNetwork(cluster: Cluster, networks: Networks): Promise<GivenNetwork | undefined> {
  const { network } = cluster;
  switch (network.kind) {
    case 'created':
      return undefined;
    case 'default':
      return defaultNetwork(cluster, network.availabilityZones, networks);
    case 'existing':
      return existingNetwork(cluster, network, networks);
  }
}

async function defaultNetwork(
  cluster: Cluster,
  zones: readonly string[] | undefined,
  networks: Networks,
): Promise<GivenNetwork> {
  const vpcId = await networks.defaultVpcId();
  if (vpcId === undefined) {
    throw unsuitable(cluster, `Region ${cluster.region} has no default VPC.`, NO_DEFAULT);
  }
  const ofVpc = (await networks.subnets({ vpcId })).filter(({ isDefaultForZone }) => isDefaultForZone);
  const subnets = ofVpc.filter(({ availabilityZone }) => zones?.includes(availabilityZone) ?? true);
  const missing = zones?.filter((zone) => !subnets.some(({ availabilityZone }) => availabilityZone === zone)) ?? [];
  if (missing.length > 0) {
    const found = ofVpc.map(({ availabilityZone }) => availabilityZone).sort();
    throw unsuitable(
      cluster,
      `The default VPC ${vpcId} has no default subnet in ${missing.join(', ')}.`,
      `Choose from the zones that have one: ${found.join(', ') || 'none'}.`,
    );
  }
  requireTwoZones(cluster, subnets);
  const subnetIds = subnets.map(({ id }) => id).sort();
  return { vpcId, subnetIds, instanceSubnetIds: subnetIds };
}

const NO_DEFAULT =
  'Let the stack create one with network.vpc: create, name an existing one, or create the default VPC.';

async function existingNetwork(
  cluster: Cluster,
  { vpcId, subnetIds, instanceSubnetIds = subnetIds }: Extract<Cluster['network'], { kind: 'existing' }>,
  networks: Networks,
): Promise<GivenNetwork> {
  const subnets = await networks.subnets({ subnetIds: [...new Set([...subnetIds, ...instanceSubnetIds])] });
  const elsewhere = subnets.filter((subnet) => subnet.vpcId !== vpcId).map(({ id }) => id);
  if (elsewhere.length > 0) {
    throw unsuitable(cluster, `${elsewhere.join(', ')} is not in ${vpcId}.`, 'Name subnets of that VPC.');
  }
  requireTwoZones(
    cluster,
    subnets.filter(({ id }) => subnetIds.includes(id)),
  );
  return { vpcId, subnetIds: subnetIds.toSorted(), instanceSubnetIds: instanceSubnetIds.toSorted() };
}

function requireTwoZones(cluster: Cluster, subnets: readonly SubnetView[]): void {
  const zones = subnets.map(({ availabilityZone }) => availabilityZone);
  const distinct = new Set(zones);
  if (distinct.size < 2) {
    throw unsuitable(
      cluster,
      `The load balancer's subnets are in ${zones.join(', ') || 'no zone'}.`,
      'An Application Load Balancer needs subnets in at least two availability zones.',
    );
  }
  if (distinct.size < zones.length) {
    throw unsuitable(
      cluster,
      `Two of the load balancer's subnets are in the same zone (${zones.sort().join(', ')}).`,
      'Name one subnet for each availability zone; instances can have more (instanceSubnets).',
    );
  }
}

function unsuitable(cluster: Cluster, message: string, hint: string): ToolkitError {
  return new ToolkitError('NETWORK_UNSUITABLE', message, { hint, at: positionOf(cluster.source, ['network']) });
}
