import type { Cluster } from '../model/cluster.ts';
import type { Json } from '../model/json.ts';
import { positionOf, type SourcePosition } from '../model/source.ts';
import type { TemplateParameter } from './assemble.ts';
import { subnetBlocks } from './cidr-blocks.ts';
import { type Fragment, type Resource, ref, resource } from './fragment.ts';

/** Ids that a cluster's stack is given, where it does not create its network. */
export interface GivenNetwork {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly instanceSubnetIds: readonly string[];
}

/** Where the cluster's resources go, and what must exist before they can reach the internet. */
export interface ClusterNetwork extends Fragment {
  readonly parameters: Readonly<Record<string, TemplateParameter>>;
  readonly vpcId: Json;
  readonly subnetIds: Json;
  readonly instanceSubnetIds: Json;
  readonly gatewayIds: readonly string[];
}

/** `given` belongs to every kind of network but a created one. */
export function clusterNetwork(cluster: Cluster, given: GivenNetwork | undefined): ClusterNetwork {
  const { network, source, name } = cluster;
  if (given) return givenNetwork(given);
  if (network.kind !== 'created') throw new Error(`cluster ${name} has no network`);
  return createdNetwork(network.cidrBlock, network.availabilityZones, positionOf(source, ['network']));
}

function givenNetwork({ vpcId, subnetIds, instanceSubnetIds }: GivenNetwork): ClusterNetwork {
  const apart = instanceSubnetIds.join() !== subnetIds.join();
  const subnets = (ids: readonly string[]) => ({ type: 'List<AWS::EC2::Subnet::Id>', value: ids.join(',') });
  return {
    parameters: {
      VpcId: { type: 'AWS::EC2::VPC::Id', value: vpcId },
      SubnetIds: subnets(subnetIds),
      ...(apart && { InstanceSubnetIds: subnets(instanceSubnetIds) }),
    },
    resources: {},
    vpcId: ref('VpcId'),
    subnetIds: ref('SubnetIds'),
    instanceSubnetIds: ref(apart ? 'InstanceSubnetIds' : 'SubnetIds'),
    gatewayIds: [],
  };
}

function createdNetwork(
  cidrBlock: string,
  zones: readonly string[] | undefined,
  at: SourcePosition | undefined,
): ClusterNetwork {
  const zoneOf: readonly Json[] = zones
    ? zones.map((_, index) => ref(`Zone${index + 1}`))
    : [0, 1].map((index) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] }));
  const blocks = subnetBlocks(cidrBlock, zoneOf.length);
  const ids = zoneOf.map((_, index) => `PublicSubnet${index + 1}`);
  const subnets = ids.flatMap((id, index): [string, Resource][] => [
    [
      id,
      resource(
        'AWS::EC2::Subnet',
        {
          VpcId: ref('Vpc'),
          AvailabilityZone: zoneOf[index],
          CidrBlock: blocks[index],
          MapPublicIpOnLaunch: true,
        },
        { at },
      ),
    ],
    [
      `${id}RouteTableAssociation`,
      resource(
        'AWS::EC2::SubnetRouteTableAssociation',
        { SubnetId: ref(id), RouteTableId: ref('PublicRouteTable') },
        { at },
      ),
    ],
  ]);
  return {
    parameters: Object.fromEntries(
      zones?.map((zone, index) => [`Zone${index + 1}`, { type: 'String', value: zone }]) ?? [],
    ),
    resources: {
      Vpc: resource(
        'AWS::EC2::VPC',
        { CidrBlock: cidrBlock, EnableDnsHostnames: true, EnableDnsSupport: true },
        { at },
      ),
      InternetGateway: resource('AWS::EC2::InternetGateway', {}, { at }),
      InternetGatewayAttachment: resource(
        'AWS::EC2::VPCGatewayAttachment',
        { VpcId: ref('Vpc'), InternetGatewayId: ref('InternetGateway') },
        { at },
      ),
      PublicRouteTable: resource('AWS::EC2::RouteTable', { VpcId: ref('Vpc') }, { at }),
      PublicRoute: resource(
        'AWS::EC2::Route',
        {
          RouteTableId: ref('PublicRouteTable'),
          DestinationCidrBlock: '0.0.0.0/0',
          GatewayId: ref('InternetGateway'),
        },
        // A route to a gateway that is not attached yet is refused.
        { at, dependsOn: ['InternetGatewayAttachment'] },
      ),
      ...Object.fromEntries(subnets),
    },
    vpcId: ref('Vpc'),
    subnetIds: ids.map(ref),
    instanceSubnetIds: ids.map(ref),
    gatewayIds: ['PublicRoute', ...ids.map((id) => `${id}RouteTableAssociation`)],
  };
}
