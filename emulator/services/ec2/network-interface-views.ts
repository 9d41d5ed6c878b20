import type {
  InstanceNetworkInterface,
  NetworkInterfaceAssociation,
  NetworkInterface as NetworkInterfaceView,
} from '../../shapes/ec2.d.ts';
import { isAlive } from './instance-states.ts';
import type { Ec2, Instance, NetworkInterface } from './state.ts';
import { tagList } from './tags.ts';

/** A network interface of whichever kind: an instance's primary one, which is gone with it, or another. */
export interface ShownInterface extends Omit<NetworkInterface, 'macAddress'> {
  readonly macAddress: string | undefined;
  readonly publicIp: string | undefined;
}

export function shownInterfaces(ec2: Ec2): ShownInterface[] {
  const attached = [...ec2.instances.values()].filter(
    (instance) => isAlive(instance) || instance.state === 'shutting-down',
  );
  return [...attached.map(primaryInterface), ...[...ec2.interfaces.values()].map(shown)];
}

/** The interfaces of an instance, its primary one first. */
export const interfacesOf = (ec2: Ec2, instance: Instance): ShownInterface[] => [
  primaryInterface(instance),
  ...attachedTo(ec2, instance.id).map(shown),
];

export const attachedTo = ({ interfaces }: Ec2, instanceId: string): NetworkInterface[] =>
  [...interfaces.values()].filter(({ attachment }) => attachment?.instanceId === instanceId);

const shown = (one: NetworkInterface): ShownInterface => ({ ...one, publicIp: undefined });

const primaryInterface = (instance: Instance): ShownInterface => ({
  id: instance.interfaceId,
  subnet: instance.subnet,
  groupIds: instance.groupIds,
  privateIp: instance.privateIp,
  publicIp: instance.publicIp,
  macAddress: undefined,
  description: '',
  requesterId: undefined,
  requesterManaged: false,
  attachment: {
    id: instance.attachmentId,
    instanceId: instance.id,
    deviceIndex: 0,
    attachedAt: instance.launchedAt,
    status: 'attached',
  },
});

export const groupIdentifiers = (
  { groups }: Ec2,
  { groupIds }: Pick<NetworkInterface, 'groupIds'>,
): { GroupId: string; GroupName: string | undefined }[] =>
  groupIds.map((GroupId) => ({ GroupId, GroupName: groups.get(GroupId)?.name }));

export const privateName = ({ world }: Ec2, { privateIp }: Pick<NetworkInterface, 'privateIp'>): string =>
  `ip-${privateIp.replaceAll('.', '-')}.${world.region === 'us-east-1' ? 'ec2.internal' : `${world.region}.compute.internal`}`;

/** Empty where the VPC gives no DNS names to public addresses. */
export function publicName(
  { world, vpcs }: Ec2,
  { publicIp, subnet }: Pick<ShownInterface, 'publicIp' | 'subnet'>,
): string {
  if (publicIp === undefined || !vpcs.get(subnet.vpcId)?.dnsHostnames) return '';
  const domain = world.region === 'us-east-1' ? 'compute-1' : `${world.region}.compute`;
  return `ec2-${publicIp.replaceAll('.', '-')}.${domain}.amazonaws.com`;
}

/** As DescribeNetworkInterfaces shows it. */
export function interfaceView(ec2: Ec2, one: ShownInterface): NetworkInterfaceView {
  const { attachment } = one;
  return {
    ...common(ec2, one),
    AvailabilityZone: one.subnet.zone.name,
    RequesterId: one.requesterId,
    RequesterManaged: one.requesterManaged,
    Attachment: attachment && {
      ...attachmentView(attachment),
      InstanceId: attachment.instanceId,
      InstanceOwnerId: ec2.world.account,
    },
    TagSet: tagList(ec2, one.id),
  };
}

/** As DescribeInstances shows it with its instance. */
export const instanceInterfaceView = (ec2: Ec2, one: ShownInterface): InstanceNetworkInterface => ({
  ...common(ec2, one),
  Attachment: one.attachment && { ...attachmentView(one.attachment), NetworkCardIndex: 0 },
});

function association(ec2: Ec2, one: ShownInterface): NetworkInterfaceAssociation | undefined {
  if (one.publicIp === undefined) return undefined;
  return { IpOwnerId: 'amazon', PublicDnsName: publicName(ec2, one), PublicIp: one.publicIp };
}

const common = (ec2: Ec2, one: ShownInterface) => ({
  NetworkInterfaceId: one.id,
  InterfaceType: 'interface' as const,
  Status: one.attachment ? ('in-use' as const) : ('available' as const),
  Description: one.description,
  SubnetId: one.subnet.id,
  VpcId: one.subnet.vpcId,
  OwnerId: ec2.world.account,
  SourceDestCheck: true,
  Groups: groupIdentifiers(ec2, one),
  MacAddress: one.macAddress,
  Association: association(ec2, one),
  PrivateIpAddress: one.privateIp,
  PrivateDnsName: privateName(ec2, one),
  PrivateIpAddresses: [
    {
      Association: association(ec2, one),
      Primary: true,
      PrivateDnsName: privateName(ec2, one),
      PrivateIpAddress: one.privateIp,
    },
  ],
});

const attachmentView = ({ id, attachedAt, deviceIndex, status }: NonNullable<NetworkInterface['attachment']>) => ({
  AttachmentId: id,
  AttachTime: attachedAt,
  DeleteOnTermination: deviceIndex === 0,
  DeviceIndex: deviceIndex,
  Status: status,
});
