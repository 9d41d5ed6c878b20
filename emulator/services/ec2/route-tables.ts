import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  AssociateRouteTableRequest,
  AssociateRouteTableResult,
  CreateRouteTableRequest,
  CreateRouteTableResult,
  DeleteRouteTableRequest,
  DescribeRouteTablesRequest,
  DescribeRouteTablesResult,
  DisassociateRouteTableRequest,
  RouteTable as RouteTableView,
} from '../../shapes/ec2.d.ts';
import { formatCidr } from './cidr.ts';
import { find, hasDependencies, invalidValue, missingParameter, notFound, select, unserved } from './errors.ts';
import type { FilterTable } from './filters.ts';
import { applyFilters } from './filters.ts';
import { page } from './pages.ts';
import type { Ec2, RouteTable, Vpc } from './state.ts';
import { newId } from './state.ts';
import { putTags, specifiedTags, tagList, tagsOf } from './tags.ts';

function addRouteTable(ec2: Ec2, vpc: Vpc): RouteTable {
  const local = { destination: formatCidr(vpc.cidr), gatewayId: 'local', origin: 'CreateRouteTable' } as const;
  const table: RouteTable = { id: newId(ec2, 'rtb'), vpcId: vpc.id, routes: [local], associations: new Map() };
  ec2.routeTables.set(table.id, table);
  return table;
}

export function addMainRouteTable(ec2: Ec2, vpc: Vpc): void {
  addRouteTable(ec2, vpc).associations.set(newId(ec2, 'rtbassoc'), undefined);
}

export const isMain = ({ associations }: RouteTable): boolean => [...associations.values()].includes(undefined);

export function mainRouteTable(ec2: Ec2, vpcId: string): RouteTable | undefined {
  return [...ec2.routeTables.values()].find((table) => table.vpcId === vpcId && isMain(table));
}

function view(ec2: Ec2, table: RouteTable): RouteTableView {
  return {
    RouteTableId: table.id,
    VpcId: table.vpcId,
    OwnerId: ec2.world.account,
    Routes: table.routes.map(({ destination, gatewayId, origin }) => ({
      DestinationCidrBlock: destination,
      GatewayId: gatewayId,
      Origin: origin,
      State: gatewayId === 'local' || ec2.gateways.get(gatewayId)?.vpcId === table.vpcId ? 'active' : 'blackhole',
    })),
    Associations: [...table.associations].map(([id, subnetId]) => ({
      RouteTableAssociationId: id,
      RouteTableId: table.id,
      SubnetId: subnetId,
      Main: subnetId === undefined,
      AssociationState: { State: 'associated' },
    })),
    PropagatingVgws: [],
    Tags: tagList(ec2, table.id),
  };
}

const FILTERS: FilterTable<RouteTable> = {
  'association.main': (table) => isMain(table),
  'association.route-table-association-id': (table) => [...table.associations.keys()],
  'association.route-table-id': (table) => (table.associations.size > 0 ? table.id : []),
  'association.subnet-id': (table) => [...table.associations.values()],
  'route-table-id': (table) => table.id,
  'route.destination-cidr-block': (table) => table.routes.map(({ destination }) => destination),
  'route.gateway-id': (table) => table.routes.map(({ gatewayId }) => gatewayId),
  'vpc-id': (table) => table.vpcId,
};

export function routeTableOperations(ec2: Ec2) {
  return {
    CreateRouteTable: (input: CreateRouteTableRequest, context: CallContext): CreateRouteTableResult => {
      const vpc = find(ec2.vpcs, 'vpc', input.VpcId);
      const tags = specifiedTags({ specifications: input.TagSpecifications, type: 'route-table', context });
      const table = addRouteTable(ec2, vpc);
      putTags(ec2, table.id, tags, context);
      return { RouteTable: view(ec2, table) };
    },

    DeleteRouteTable: ({ RouteTableId }: DeleteRouteTableRequest): void => {
      const table = find(ec2.routeTables, 'routeTable', RouteTableId);
      if (table.associations.size > 0) throw hasDependencies('routeTable', table.id);
      ec2.routeTables.delete(table.id);
      ec2.tags.delete(table.id);
    },

    DescribeRouteTables: (input: DescribeRouteTablesRequest): DescribeRouteTablesResult => {
      const chosen = select(ec2.routeTables, 'routeTable', input.RouteTableIds);
      const table = { ...FILTERS, 'owner-id': () => ec2.world.account };
      const found = applyFilters(chosen, { filters: input.Filters, table, tags: ({ id }) => tagsOf(ec2, id) });
      const { items, nextToken } = page(found, input);
      return { RouteTables: items.map((each) => view(ec2, each)), NextToken: nextToken };
    },

    AssociateRouteTable: (input: AssociateRouteTableRequest): AssociateRouteTableResult => {
      const table = find(ec2.routeTables, 'routeTable', input.RouteTableId);
      if (input.GatewayId !== undefined) throw unserved('gateway route tables');
      if (input.SubnetId === undefined) throw missingParameter('subnetId');
      const subnet = find(ec2.subnets, 'subnet', input.SubnetId);
      if (subnet.vpcId !== table.vpcId)
        throw invalidValue(`Route table ${table.id} and subnet ${subnet.id} belong to different networks`);
      const other = [...ec2.routeTables.values()].find(({ associations }) =>
        [...associations.values()].includes(subnet.id),
      );
      if (other)
        throw new AwsError(
          'Resource.AlreadyAssociated',
          `the specified association for route table ${table.id} conflicts with an existing association`,
        );
      const id = newId(ec2, 'rtbassoc');
      table.associations.set(id, subnet.id);
      return { AssociationId: id, AssociationState: { State: 'associated' } };
    },

    DisassociateRouteTable: ({ AssociationId }: DisassociateRouteTableRequest): void => {
      const table = [...ec2.routeTables.values()].find(({ associations }) => associations.has(AssociationId));
      if (!table) throw notFound('association', AssociationId);
      if (table.associations.get(AssociationId) === undefined)
        throw invalidValue(`cannot disassociate the main route table association ${AssociationId}`);
      table.associations.delete(AssociationId);
    },
  };
}
