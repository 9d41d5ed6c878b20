import type {
  DescribeNetworkInterfacesRequest,
  DescribeNetworkInterfacesResult,
  NetworkInterface,
} from '../../shapes/ec2.d.ts';
import { select } from './errors.ts';
import { applyFilters } from './filters.ts';
import { isAlive } from './instance-states.ts';
import { groupIdentifiers, privateName } from './instance-views.ts';
import { page } from './pages.ts';
import type { Ec2, Instance } from './state.ts';
import { tagList, tagsOf } from './tags.ts';

function view(ec2: Ec2, instance: Instance): NetworkInterface {
  return {
    NetworkInterfaceId: instance.interfaceId,
    InterfaceType: 'interface',
    Status: 'in-use',
    Description: '',
    AvailabilityZone: instance.subnet.zone.name,
    SubnetId: instance.subnet.id,
    VpcId: instance.subnet.vpcId,
    OwnerId: ec2.world.account,
    RequesterManaged: false,
    SourceDestCheck: true,
    Groups: groupIdentifiers(ec2, instance),
    PrivateIpAddress: instance.privateIp,
    PrivateDnsName: privateName(ec2, instance),
    Association: instance.publicIp === undefined ? undefined : { IpOwnerId: 'amazon', PublicIp: instance.publicIp },
    Attachment: {
      AttachmentId: instance.attachmentId,
      AttachTime: instance.launchedAt,
      DeleteOnTermination: true,
      DeviceIndex: 0,
      InstanceId: instance.id,
      InstanceOwnerId: ec2.world.account,
      Status: 'attached',
    },
    TagSet: tagList(ec2, instance.interfaceId),
  };
}

/** Instances' own interfaces; those that load balancers keep in their subnets are not shown. */
export function networkInterfaceOperations(ec2: Ec2) {
  return {
    DescribeNetworkInterfaces: (input: DescribeNetworkInterfacesRequest): DescribeNetworkInterfacesResult => {
      const attached = [...ec2.instances.values()].filter(
        (instance) => isAlive(instance) || instance.state === 'shutting-down',
      );
      const byId = new Map(attached.map((instance) => [instance.interfaceId, instance]));
      const found = applyFilters(select(byId, 'networkInterface', input.NetworkInterfaceIds), {
        filters: input.Filters,
        table: {
          'attachment.instance-id': ({ id }) => id,
          'availability-zone': ({ subnet }) => subnet.zone.name,
          'group-id': ({ groupIds }) => groupIds,
          'network-interface-id': ({ interfaceId }) => interfaceId,
          'private-ip-address': ({ privateIp }) => privateIp,
          status: () => 'in-use',
          'subnet-id': ({ subnet }) => subnet.id,
          'vpc-id': ({ subnet }) => subnet.vpcId,
        },
        tags: ({ interfaceId }) => tagsOf(ec2, interfaceId),
      });
      const { items, nextToken } = page(found, input);
      return { NetworkInterfaces: items.map((instance) => view(ec2, instance)), NextToken: nextToken };
    },
  };
}
