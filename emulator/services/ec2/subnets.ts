import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateSubnetRequest,
  CreateSubnetResult,
  DeleteSubnetRequest,
  DescribeSubnetsRequest,
  DescribeSubnetsResult,
  ModifySubnetAttributeRequest,
  Subnet as SubnetView,
} from '../../shapes/ec2.d.ts';
import { addressCount, contains, formatAddress, formatCidr, overlap, parseCidr } from './cidr.ts';
import { find, hasDependencies, invalidValue, missingParameter, select, unserved } from './errors.ts';
import type { FilterTable } from './filters.ts';
import { applyFilters } from './filters.ts';
import { loadBalancersOf } from './load-balancers.ts';
import { page } from './pages.ts';
import type { Ec2, Subnet } from './state.ts';
import { arnOf, newId } from './state.ts';
import { putTags, specifiedTags, tagList, tagsOf } from './tags.ts';

/** AWS keeps a subnet's first four addresses and its last. */
const RESERVED = { first: 4, last: 1 };

export function addSubnet(ec2: Ec2, options: Omit<Subnet, 'id'>): Subnet {
  const subnet: Subnet = { id: newId(ec2, 'subnet'), ...options };
  ec2.subnets.set(subnet.id, subnet);
  return subnet;
}

/** What has an address of the subnet: instances, and network interfaces besides theirs. */
const occupants = ({ instances, interfaces }: Ec2, subnet: Subnet) => [
  ...[...instances.values()].filter((instance) => instance.subnet === subnet && instance.state !== 'terminated'),
  ...[...interfaces.values()].filter((one) => one.subnet === subnet),
];

const freeAddresses = (ec2: Ec2, subnet: Subnet): number =>
  addressCount(subnet.cidr) - RESERVED.first - RESERVED.last - occupants(ec2, subnet).length;

/** A free private address of the subnet. */
export function takeAddress(ec2: Ec2, subnet: Subnet): string {
  if (freeAddresses(ec2, subnet) <= 0)
    throw new AwsError(
      'InsufficientFreeAddressesInSubnet',
      'The specified subnet does not have enough free addresses to satisfy the request.',
    );
  const taken = new Set(occupants(ec2, subnet).map(({ privateIp }) => privateIp));
  const usable = addressCount(subnet.cidr) - RESERVED.first - RESERVED.last;
  for (let offset = Math.floor(ec2.world.random.next() * usable); ; offset = (offset + 1) % usable) {
    const address = formatAddress(subnet.cidr.base + RESERVED.first + offset);
    if (!taken.has(address)) return address;
  }
}

function view(ec2: Ec2, subnet: Subnet): SubnetView {
  return {
    SubnetId: subnet.id,
    SubnetArn: arnOf(ec2, 'subnet', subnet.id),
    VpcId: subnet.vpcId,
    State: subnet.state,
    CidrBlock: formatCidr(subnet.cidr),
    AvailableIpAddressCount: freeAddresses(ec2, subnet),
    AvailabilityZone: subnet.zone.name,
    AvailabilityZoneId: subnet.zone.id,
    DefaultForAz: subnet.defaultForZone,
    MapPublicIpOnLaunch: subnet.mapPublicIp,
    MapCustomerOwnedIpOnLaunch: false,
    AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [],
    Ipv6Native: false,
    EnableDns64: false,
    PrivateDnsNameOptionsOnLaunch: {
      HostnameType: 'ip-name',
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    OwnerId: ec2.world.account,
    Tags: tagList(ec2, subnet.id),
  };
}

const FILTERS: FilterTable<Subnet> = {
  'availability-zone': (subnet) => subnet.zone.name,
  availabilityZone: (subnet) => subnet.zone.name,
  'availability-zone-id': (subnet) => subnet.zone.id,
  cidr: (subnet) => formatCidr(subnet.cidr),
  'cidr-block': (subnet) => formatCidr(subnet.cidr),
  'default-for-az': (subnet) => subnet.defaultForZone,
  defaultForAz: (subnet) => subnet.defaultForZone,
  'map-public-ip-on-launch': (subnet) => subnet.mapPublicIp,
  state: (subnet) => subnet.state,
  'subnet-id': (subnet) => subnet.id,
  'vpc-id': (subnet) => subnet.vpcId,
};

export function subnetOperations(ec2: Ec2) {
  return {
    CreateSubnet: (input: CreateSubnetRequest, context: CallContext): CreateSubnetResult => {
      const vpc = find(ec2.vpcs, 'vpc', input.VpcId);
      if (input.Ipv6CidrBlock !== undefined || input.Ipv6Native) throw unserved('IPv6 networks');
      if (input.OutpostArn !== undefined) throw unserved('Outposts');
      if (input.CidrBlock === undefined) throw missingParameter('cidrBlock');
      const cidr = parseCidr(input.CidrBlock);
      if (!cidr)
        throw invalidValue(
          `Value (${input.CidrBlock}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`,
        );
      if (cidr.prefix < 16 || cidr.prefix > 28 || !contains(vpc.cidr, cidr))
        throw new AwsError('InvalidSubnet.Range', `The CIDR '${input.CidrBlock}' is invalid.`);
      if ([...ec2.subnets.values()].some((other) => other.vpcId === vpc.id && overlap(other.cidr, cidr)))
        throw new AwsError('InvalidSubnet.Conflict', `The CIDR '${input.CidrBlock}' conflicts with another subnet`);
      const wanted = input.AvailabilityZone ?? input.AvailabilityZoneId;
      const zone =
        wanted === undefined ? ec2.zones[0] : ec2.zones.find(({ name, id }) => name === wanted || id === wanted);
      if (!zone)
        throw invalidValue(
          `Value (${wanted}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${ec2.zones.map(({ name }) => name).join(', ')}.`,
        );
      const tags = specifiedTags({ specifications: input.TagSpecifications, type: 'subnet', context });
      const subnet = addSubnet(ec2, {
        vpcId: vpc.id,
        cidr,
        zone,
        defaultForZone: false,
        state: 'pending',
        mapPublicIp: false,
      });
      putTags(ec2, subnet.id, tags, context);
      ec2.world.clock.after(ec2.world.latency('resource-default'), () => {
        subnet.state = 'available';
      });
      return { Subnet: view(ec2, subnet) };
    },

    DeleteSubnet: async ({ SubnetId }: DeleteSubnetRequest): Promise<void> => {
      const subnet = find(ec2.subnets, 'subnet', SubnetId);
      const balanced = await loadBalancersOf(ec2.world);
      if (occupants(ec2, subnet).length > 0 || balanced.some(({ subnetIds }) => subnetIds.includes(subnet.id)))
        throw hasDependencies('subnet', subnet.id);
      for (const { associations } of ec2.routeTables.values())
        for (const [id, subnetId] of associations) if (subnetId === subnet.id) associations.delete(id);
      ec2.subnets.delete(subnet.id);
      ec2.tags.delete(subnet.id);
    },

    DescribeSubnets: (input: DescribeSubnetsRequest): DescribeSubnetsResult => {
      const chosen = select(ec2.subnets, 'subnet', input.SubnetIds);
      const table = { ...FILTERS, 'owner-id': () => ec2.world.account };
      const found = applyFilters(chosen, { filters: input.Filters, table, tags: (subnet) => tagsOf(ec2, subnet.id) });
      const { items, nextToken } = page(found, input);
      return { Subnets: items.map((subnet) => view(ec2, subnet)), NextToken: nextToken };
    },

    ModifySubnetAttribute: (input: ModifySubnetAttributeRequest): void => {
      const subnet = find(ec2.subnets, 'subnet', input.SubnetId);
      const { MapPublicIpOnLaunch, SubnetId: _, ...others } = input;
      const [other] = Object.keys(others);
      if (other !== undefined) throw unserved(`ModifySubnetAttribute's ${other}`);
      subnet.mapPublicIp = MapPublicIpOnLaunch?.Value ?? subnet.mapPublicIp;
    },
  };
}
