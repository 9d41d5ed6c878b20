import type { DescribeVpnGatewaysRequest, DescribeVpnGatewaysResult } from '../../shapes/ec2.d.ts';
import { select } from './errors.ts';
import type { FilterTable } from './filters.ts';
import { applyFilters } from './filters.ts';

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

const FILTERS: FilterTable<never> = {
  'amazon-side-asn': () => [],
  'attachment.state': () => [],
  'attachment.vpc-id': () => [],
  'availability-zone': () => [],
  state: () => [],
  type: () => [],
  'vpn-gateway-id': () => [],
};

/** Virtual private gateways cannot be made here, but tools look for them before they use a VPC. */
export function vpnGatewayOperations() {
  return {
    DescribeVpnGateways: (input: DescribeVpnGatewaysRequest): DescribeVpnGatewaysResult => {
      const chosen = select(NONE, 'vpnGateway', input.VpnGatewayIds);
      const tags = () => new Map<string, string>();
      return { VpnGateways: applyFilters(chosen, { filters: input.Filters, table: FILTERS, tags }) };
    },
  };
}
