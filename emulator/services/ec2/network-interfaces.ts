import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateNetworkInterfaceRequest,
  CreateNetworkInterfaceResult,
  DeleteNetworkInterfaceRequest,
  DescribeNetworkInterfacesRequest,
  DescribeNetworkInterfacesResult,
} from '../../shapes/ec2.d.ts';
import { find, select, unserved } from './errors.ts';
import type { FilterTable } from './filters.ts';
import { applyFilters } from './filters.ts';
import { interfaceView, type ShownInterface, shownInterfaces } from './network-interface-views.ts';
import { page } from './pages.ts';
import { groupNamed } from './security-groups.ts';
import type { Ec2, NetworkInterface, Subnet } from './state.ts';
import { newId } from './state.ts';
import { takeAddress } from './subnets.ts';
import { putTags, specifiedTags, tagsOf } from './tags.ts';

const FILTERS: FilterTable<ShownInterface> = {
  'attachment.attachment-id': ({ attachment }) => attachment?.id,
  'attachment.instance-id': ({ attachment }) => attachment?.instanceId,
  'availability-zone': ({ subnet }) => subnet.zone.name,
  description: ({ description }) => description,
  'group-id': ({ groupIds }) => groupIds,
  'network-interface-id': ({ id }) => id,
  'private-ip-address': ({ privateIp }) => privateIp,
  'requester-id': ({ requesterId }) => requesterId,
  'requester-managed': ({ requesterManaged }) => requesterManaged,
  status: ({ attachment }) => (attachment ? 'in-use' : 'available'),
  'subnet-id': ({ subnet }) => subnet.id,
  'vpc-id': ({ subnet }) => subnet.vpcId,
};

export function networkInterfaceOperations(ec2: Ec2) {
  return {
    CreateNetworkInterface: (
      input: CreateNetworkInterfaceRequest,
      context: CallContext,
    ): CreateNetworkInterfaceResult => {
      refuseUnserved(input);
      const subnet = find(ec2.subnets, 'subnet', input.SubnetId);
      const groupIds = groupsOf(ec2, subnet, input.Groups ?? []);
      const tags = specifiedTags({ specifications: input.TagSpecifications, type: 'network-interface', context });
      const made: NetworkInterface = {
        id: newId(ec2, 'eni'),
        subnet,
        groupIds,
        privateIp: takeAddress(ec2, subnet),
        macAddress: macAddress(ec2),
        description: input.Description ?? '',
        ...requesterOf(ec2, context),
        attachment: undefined,
      };
      ec2.interfaces.set(made.id, made);
      putTags(ec2, made.id, tags, { internal: true });
      return { NetworkInterface: interfaceView(ec2, { ...made, publicIp: undefined }) };
    },

    DeleteNetworkInterface: ({ NetworkInterfaceId }: DeleteNetworkInterfaceRequest, context: CallContext): void => {
      const one = find(ec2.interfaces, 'networkInterface', NetworkInterfaceId);
      expectRequester(one, context);
      if (one.attachment)
        throw new AwsError(
          'InvalidParameterValue',
          `Network interface '${one.id}' is currently in use and cannot be deleted.`,
        );
      ec2.interfaces.delete(one.id);
      ec2.tags.delete(one.id);
    },

    /** Instances' interfaces and those of tasks; the ones that load balancers keep in their subnets are not shown. */
    DescribeNetworkInterfaces: (input: DescribeNetworkInterfacesRequest): DescribeNetworkInterfacesResult => {
      const byId = new Map(shownInterfaces(ec2).map((one) => [one.id, one]));
      const found = applyFilters(select(byId, 'networkInterface', input.NetworkInterfaceIds), {
        filters: input.Filters,
        table: FILTERS,
        tags: ({ id }) => tagsOf(ec2, id),
      });
      const { items, nextToken } = page(found, input);
      return { NetworkInterfaces: items.map((one) => interfaceView(ec2, one)), NextToken: nextToken };
    },
  };
}

/** A service of AWS's keeps what it makes for itself. */
function requesterOf(
  { world }: Ec2,
  { internal, caller }: CallContext,
): Pick<NetworkInterface, 'requesterId' | 'requesterManaged'> {
  const isService = internal === true && caller.arn.endsWith('.amazonaws.com');
  return { requesterId: isService ? caller.arn : world.account, requesterManaged: isService };
}

/** What a service of AWS's made for itself can be changed by that service alone. */
export function expectRequester(
  { id, requesterId, requesterManaged }: NetworkInterface,
  { internal, caller }: CallContext,
): void {
  if (requesterManaged && !(internal && caller.arn === requesterId))
    throw new AwsError('OperationNotPermitted', `You are not allowed to manage '${id}'.`);
}

function refuseUnserved({
  SubnetId: _,
  Description: __,
  Groups: ___,
  TagSpecifications: ____,
  ...others
}: object & CreateNetworkInterfaceRequest): void {
  const [other] = Object.keys(others);
  if (other !== undefined && other !== 'ClientToken') throw unserved(`CreateNetworkInterface's ${other}`);
}

function groupsOf(ec2: Ec2, { id: subnetId, vpcId }: Subnet, ids: readonly string[]): string[] {
  const groups = ids.map((id) => find(ec2.groups, 'securityGroup', id));
  const stranger = groups.find((group) => group.vpcId !== vpcId);
  if (stranger)
    throw new AwsError(
      'InvalidParameterValue',
      `You have specified two resources that belong to different networks: ${stranger.id} and ${subnetId}.`,
    );
  return groups.length > 0
    ? ids.filter((id, index) => ids.indexOf(id) === index)
    : [groupNamed(ec2, 'default', vpcId).id];
}

/** Locally administered, as EC2's are. */
const macAddress = ({ world }: Ec2): string => `0a:${world.random.hex(10).match(/../g)?.join(':')}`;
