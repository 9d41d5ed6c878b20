import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateVpcRequest,
  CreateVpcResult,
  DeleteVpcRequest,
  DescribeVpcAttributeRequest,
  DescribeVpcAttributeResult,
  DescribeVpcsRequest,
  DescribeVpcsResult,
  ModifyVpcAttributeRequest,
  Vpc as VpcView,
} from '../../shapes/ec2.d.ts';
import { formatCidr, parseCidr } from './cidr.ts';
import { find, hasDependencies, missingParameter, select, unserved } from './errors.ts';
import type { FilterTable } from './filters.ts';
import { applyFilters } from './filters.ts';
import { page } from './pages.ts';
import { addMainRouteTable, isMain } from './route-tables.ts';
import { addDefaultGroup } from './security-groups.ts';
import type { Ec2, Vpc } from './state.ts';
import { newId } from './state.ts';
import { putTags, specifiedTags, tagList, tagsOf } from './tags.ts';

/** A VPC with what none is without: its main route table and its default security group. */
export function addVpc(ec2: Ec2, options: Pick<Vpc, 'cidr' | 'isDefault' | 'tenancy' | 'state' | 'dnsHostnames'>): Vpc {
  const vpc: Vpc = {
    id: newId(ec2, 'vpc'),
    dhcpOptionsId: newId(ec2, 'dopt'),
    cidrAssociationId: newId(ec2, 'vpc-cidr-assoc'),
    dnsSupport: true,
    ...options,
  };
  ec2.vpcs.set(vpc.id, vpc);
  addMainRouteTable(ec2, vpc);
  addDefaultGroup(ec2, vpc.id);
  return vpc;
}

function view(ec2: Ec2, vpc: Vpc): VpcView {
  const cidr = formatCidr(vpc.cidr);
  return {
    VpcId: vpc.id,
    State: vpc.state,
    CidrBlock: cidr,
    CidrBlockAssociationSet: [
      { AssociationId: vpc.cidrAssociationId, CidrBlock: cidr, CidrBlockState: { State: 'associated' } },
    ],
    Ipv6CidrBlockAssociationSet: [],
    DhcpOptionsId: vpc.dhcpOptionsId,
    InstanceTenancy: vpc.tenancy,
    IsDefault: vpc.isDefault,
    OwnerId: ec2.world.account,
    Tags: tagList(ec2, vpc.id),
  };
}

const FILTERS: FilterTable<Vpc> = {
  cidr: (vpc) => formatCidr(vpc.cidr),
  'cidr-block-association.cidr-block': (vpc) => formatCidr(vpc.cidr),
  'dhcp-options-id': (vpc) => vpc.dhcpOptionsId,
  'is-default': (vpc) => vpc.isDefault,
  isDefault: (vpc) => vpc.isDefault,
  state: (vpc) => vpc.state,
  'vpc-id': (vpc) => vpc.id,
};

function isOccupied(ec2: Ec2, { id }: Vpc): boolean {
  const { subnets, gateways, groups, routeTables } = ec2;
  return (
    [...subnets.values()].some(({ vpcId }) => vpcId === id) ||
    [...gateways.values()].some(({ vpcId }) => vpcId === id) ||
    [...groups.values()].some(({ vpcId, name }) => vpcId === id && name !== 'default') ||
    [...routeTables.values()].some((table) => table.vpcId === id && !isMain(table))
  );
}

export function vpcOperations(ec2: Ec2) {
  return {
    CreateVpc: (input: CreateVpcRequest, context: CallContext): CreateVpcResult => {
      if (input.CidrBlock === undefined) {
        if (input.Ipv4IpamPoolId !== undefined) throw unserved('IPAM pools');
        throw missingParameter('cidrBlock');
      }
      if (input.AmazonProvidedIpv6CidrBlock || input.Ipv6CidrBlock !== undefined || input.Ipv6Pool !== undefined)
        throw unserved('IPv6 networks');
      const cidr = parseCidr(input.CidrBlock);
      if (!cidr)
        throw new AwsError(
          'InvalidParameterValue',
          `Value (${input.CidrBlock}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`,
        );
      if (cidr.prefix < 16 || cidr.prefix > 28)
        throw new AwsError('InvalidVpc.Range', `The CIDR '${input.CidrBlock}' is invalid.`);
      const tags = specifiedTags({ specifications: input.TagSpecifications, type: 'vpc', context });
      const tenancy = input.InstanceTenancy ?? 'default';
      const vpc = addVpc(ec2, { cidr, isDefault: false, tenancy, state: 'pending', dnsHostnames: false });
      putTags(ec2, vpc.id, tags, context);
      ec2.world.clock.after(ec2.world.latency('resource-default'), () => {
        vpc.state = 'available';
      });
      return { Vpc: view(ec2, vpc) };
    },

    DeleteVpc: ({ VpcId }: DeleteVpcRequest): void => {
      const vpc = find(ec2.vpcs, 'vpc', VpcId);
      if (isOccupied(ec2, vpc)) throw hasDependencies('vpc', vpc.id);
      for (const items of [ec2.routeTables, ec2.groups])
        for (const [id, { vpcId }] of items) if (vpcId === vpc.id) items.delete(id);
      ec2.vpcs.delete(vpc.id);
      ec2.tags.delete(vpc.id);
    },

    DescribeVpcs: (input: DescribeVpcsRequest): DescribeVpcsResult => {
      const chosen = select(ec2.vpcs, 'vpc', input.VpcIds);
      const table = { ...FILTERS, 'owner-id': () => ec2.world.account };
      const found = applyFilters(chosen, { filters: input.Filters, table, tags: (vpc) => tagsOf(ec2, vpc.id) });
      const { items, nextToken } = page(found, input);
      return { Vpcs: items.map((vpc) => view(ec2, vpc)), NextToken: nextToken };
    },

    DescribeVpcAttribute: ({ VpcId, Attribute }: DescribeVpcAttributeRequest): DescribeVpcAttributeResult => {
      const vpc = find(ec2.vpcs, 'vpc', VpcId);
      switch (Attribute) {
        case 'enableDnsSupport':
          return { VpcId, EnableDnsSupport: { Value: vpc.dnsSupport } };
        case 'enableDnsHostnames':
          return { VpcId, EnableDnsHostnames: { Value: vpc.dnsHostnames } };
        case 'enableNetworkAddressUsageMetrics':
          return { VpcId, EnableNetworkAddressUsageMetrics: { Value: false } };
      }
    },

    ModifyVpcAttribute: (input: ModifyVpcAttributeRequest): void => {
      const vpc = find(ec2.vpcs, 'vpc', input.VpcId);
      if (input.EnableNetworkAddressUsageMetrics?.Value) throw unserved('network address usage metrics');
      vpc.dnsSupport = input.EnableDnsSupport?.Value ?? vpc.dnsSupport;
      vpc.dnsHostnames = input.EnableDnsHostnames?.Value ?? vpc.dnsHostnames;
    },
  };
}
