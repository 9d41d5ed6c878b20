import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  AttachInternetGatewayRequest,
  CreateInternetGatewayRequest,
  CreateInternetGatewayResult,
  DeleteInternetGatewayRequest,
  DescribeInternetGatewaysRequest,
  DescribeInternetGatewaysResult,
  DetachInternetGatewayRequest,
  InternetGateway as InternetGatewayView,
} from '../../shapes/ec2.d.ts';
import { find, hasDependencies, invalidValue, select } from './errors.ts';
import type { FilterTable } from './filters.ts';
import { applyFilters } from './filters.ts';
import { loadBalancersOf } from './load-balancers.ts';
import { page } from './pages.ts';
import type { Ec2, InternetGateway } from './state.ts';
import { newId } from './state.ts';
import { putTags, specifiedTags, tagList, tagsOf } from './tags.ts';

export function addInternetGateway(ec2: Ec2, vpcId: string | undefined): InternetGateway {
  const gateway: InternetGateway = { id: newId(ec2, 'igw'), vpcId };
  ec2.gateways.set(gateway.id, gateway);
  return gateway;
}

function view(ec2: Ec2, { id, vpcId }: InternetGateway): InternetGatewayView {
  return {
    InternetGatewayId: id,
    // EC2 says `available`, which the model's list of attachment states lacks.
    Attachments: vpcId === undefined ? [] : [{ VpcId: vpcId, State: 'available' as 'attached' }],
    OwnerId: ec2.world.account,
    Tags: tagList(ec2, id),
  };
}

const FILTERS: FilterTable<InternetGateway> = {
  'attachment.state': ({ vpcId }) => (vpcId === undefined ? [] : 'available'),
  'attachment.vpc-id': ({ vpcId }) => vpcId,
  'internet-gateway-id': ({ id }) => id,
};

/** Whether something in the VPC holds an address that only its gateway makes reachable. */
async function hasPublicAddresses(ec2: Ec2, vpcId: string): Promise<boolean> {
  return (
    [...ec2.instances.values()].some(
      ({ state, subnet, publicIp }) => state !== 'terminated' && subnet.vpcId === vpcId && publicIp !== undefined,
    ) || (await loadBalancersOf(ec2.world)).some((balancer) => balancer.vpcId === vpcId && balancer.isPublic)
  );
}

export function internetGatewayOperations(ec2: Ec2) {
  return {
    CreateInternetGateway: (input: CreateInternetGatewayRequest, context: CallContext): CreateInternetGatewayResult => {
      const tags = specifiedTags({ specifications: input.TagSpecifications, type: 'internet-gateway', context });
      const gateway = addInternetGateway(ec2, undefined);
      putTags(ec2, gateway.id, tags, context);
      return { InternetGateway: view(ec2, gateway) };
    },

    DeleteInternetGateway: ({ InternetGatewayId }: DeleteInternetGatewayRequest): void => {
      const gateway = find(ec2.gateways, 'internetGateway', InternetGatewayId);
      if (gateway.vpcId !== undefined) throw hasDependencies('internetGateway', gateway.id);
      ec2.gateways.delete(gateway.id);
      ec2.tags.delete(gateway.id);
    },

    DescribeInternetGateways: (input: DescribeInternetGatewaysRequest): DescribeInternetGatewaysResult => {
      const chosen = select(ec2.gateways, 'internetGateway', input.InternetGatewayIds);
      const table = { ...FILTERS, 'owner-id': () => ec2.world.account };
      const found = applyFilters(chosen, { filters: input.Filters, table, tags: ({ id }) => tagsOf(ec2, id) });
      const { items, nextToken } = page(found, input);
      return { InternetGateways: items.map((gateway) => view(ec2, gateway)), NextToken: nextToken };
    },

    AttachInternetGateway: ({ InternetGatewayId, VpcId }: AttachInternetGatewayRequest): void => {
      const gateway = find(ec2.gateways, 'internetGateway', InternetGatewayId);
      const vpc = find(ec2.vpcs, 'vpc', VpcId);
      if (gateway.vpcId !== undefined)
        throw new AwsError(
          'Resource.AlreadyAssociated',
          `resource ${gateway.id} is already attached to network ${gateway.vpcId}`,
        );
      if ([...ec2.gateways.values()].some(({ vpcId }) => vpcId === vpc.id))
        throw invalidValue(`Network ${vpc.id} already has an internet gateway attached`);
      gateway.vpcId = vpc.id;
    },

    DetachInternetGateway: async ({ InternetGatewayId, VpcId }: DetachInternetGatewayRequest): Promise<void> => {
      const gateway = find(ec2.gateways, 'internetGateway', InternetGatewayId);
      find(ec2.vpcs, 'vpc', VpcId);
      if (gateway.vpcId !== VpcId)
        throw new AwsError('Gateway.NotAttached', `resource ${gateway.id} is not attached to network ${VpcId}`);
      if (await hasPublicAddresses(ec2, VpcId))
        throw new AwsError(
          'DependencyViolation',
          `Network ${VpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
        );
      gateway.vpcId = undefined;
    },
  };
}
