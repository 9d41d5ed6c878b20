import { AwsError } from '../../core/errors.ts';
import type {
  CreateRouteRequest,
  CreateRouteResult,
  DeleteRouteRequest,
  ReplaceRouteRequest,
} from '../../shapes/ec2.d.ts';
import { formatCidr, parseCidr } from './cidr.ts';
import { find, invalidValue, missingParameter, unserved } from './errors.ts';
import type { Ec2, Route, RouteTable } from './state.ts';

interface Where {
  readonly DestinationCidrBlock?: string | undefined;
  readonly DestinationIpv6CidrBlock?: string | undefined;
  readonly DestinationPrefixListId?: string | undefined;
}

function destinationOf(input: Where): string {
  if (input.DestinationIpv6CidrBlock !== undefined) throw unserved('IPv6 routes');
  if (input.DestinationPrefixListId !== undefined) throw unserved('prefix lists in routes');
  if (input.DestinationCidrBlock === undefined) throw missingParameter('destinationCidrBlock');
  const cidr = parseCidr(input.DestinationCidrBlock);
  if (!cidr)
    throw invalidValue(
      `Value (${input.DestinationCidrBlock}) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.`,
    );
  return formatCidr(cidr);
}

function gatewayOf(ec2: Ec2, table: RouteTable, input: CreateRouteRequest | ReplaceRouteRequest): string {
  const { GatewayId, RouteTableId: _, DestinationCidrBlock: __, ...others } = input;
  const [other] = Object.keys(others);
  if (GatewayId === undefined)
    throw other === undefined ? missingParameter('gatewayId') : unserved(`routes by ${other}`);
  const gateway = find(ec2.gateways, 'internetGateway', GatewayId);
  if (gateway.vpcId !== table.vpcId)
    throw invalidValue(`route table ${table.id} and network gateway ${gateway.id} belong to different networks`);
  return gateway.id;
}

function existing(table: RouteTable, destination: string): Route {
  const route = table.routes.find((each) => each.destination === destination);
  if (!route)
    throw new AwsError(
      'InvalidRoute.NotFound',
      `no route with destination-cidr-block ${destination} in route table ${table.id}`,
    );
  if (route.gatewayId === 'local')
    throw invalidValue(`cannot remove local route ${destination} in route table ${table.id}`);
  return route;
}

/** Routes lead to internet gateways only; NAT, transit and the other kinds are refused. */
export function routeOperations(ec2: Ec2) {
  return {
    CreateRoute: (input: CreateRouteRequest): CreateRouteResult => {
      const table = find(ec2.routeTables, 'routeTable', input.RouteTableId);
      const destination = destinationOf(input);
      if (table.routes.some((route) => route.destination === destination))
        throw new AwsError('RouteAlreadyExists', `The route identified by ${destination} already exists.`);
      table.routes.push({ destination, gatewayId: gatewayOf(ec2, table, input), origin: 'CreateRoute' });
      return { Return: true };
    },

    ReplaceRoute: (input: ReplaceRouteRequest): void => {
      const table = find(ec2.routeTables, 'routeTable', input.RouteTableId);
      existing(table, destinationOf(input)).gatewayId = gatewayOf(ec2, table, input);
    },

    DeleteRoute: (input: DeleteRouteRequest): void => {
      const table = find(ec2.routeTables, 'routeTable', input.RouteTableId);
      table.routes.splice(table.routes.indexOf(existing(table, destinationOf(input))), 1);
    },
  };
}
