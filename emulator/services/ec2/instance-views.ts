import type { GroupIdentifier, InstanceNetworkInterface, Instance as InstanceView } from '../../shapes/ec2.d.ts';
import { ROOT_DEVICE } from './images.ts';
import { isAlive, stateView } from './instance-states.ts';
import { INSTANCE_TYPES } from './instance-type-table.ts';
import type { Ec2, Instance } from './state.ts';
import { tagList } from './tags.ts';

export const groupIdentifiers = ({ groups }: Ec2, { groupIds }: Instance): GroupIdentifier[] =>
  groupIds.map((GroupId) => ({ GroupId, GroupName: groups.get(GroupId)?.name }));

export const privateName = ({ world }: Ec2, { privateIp }: Instance): string =>
  `ip-${privateIp.replaceAll('.', '-')}.${world.region === 'us-east-1' ? 'ec2.internal' : `${world.region}.compute.internal`}`;

/** Empty where the VPC gives no DNS names to public addresses. */
export function publicName({ world, vpcs }: Ec2, { publicIp, subnet }: Instance): string {
  if (publicIp === undefined || !vpcs.get(subnet.vpcId)?.dnsHostnames) return '';
  const domain = world.region === 'us-east-1' ? 'compute-1' : `${world.region}.compute`;
  return `ec2-${publicIp.replaceAll('.', '-')}.${domain}.amazonaws.com`;
}

function networkInterface(ec2: Ec2, instance: Instance): InstanceNetworkInterface {
  const association =
    instance.publicIp === undefined
      ? undefined
      : { IpOwnerId: 'amazon', PublicDnsName: publicName(ec2, instance), PublicIp: instance.publicIp };
  return {
    NetworkInterfaceId: instance.interfaceId,
    Association: association,
    Attachment: {
      AttachmentId: instance.attachmentId,
      AttachTime: instance.launchedAt,
      DeleteOnTermination: true,
      DeviceIndex: 0,
      NetworkCardIndex: 0,
      Status: 'attached',
    },
    Description: '',
    Groups: groupIdentifiers(ec2, instance),
    InterfaceType: 'interface',
    OwnerId: ec2.world.account,
    PrivateDnsName: privateName(ec2, instance),
    PrivateIpAddress: instance.privateIp,
    PrivateIpAddresses: [
      {
        Association: association,
        Primary: true,
        PrivateDnsName: privateName(ec2, instance),
        PrivateIpAddress: instance.privateIp,
      },
    ],
    SourceDestCheck: true,
    Status: 'in-use',
    SubnetId: instance.subnet.id,
    VpcId: instance.subnet.vpcId,
  };
}

/** A terminated instance has lost its addresses, groups and volumes. */
export function instanceView(ec2: Ec2, instance: Instance): InstanceView {
  const type = INSTANCE_TYPES.get(instance.type);
  const threads = instance.architecture === 'arm64' || type?.vcpus === 1 ? 1 : 2;
  const alive = instance.state !== 'terminated';
  return {
    InstanceId: instance.id,
    ImageId: instance.imageId,
    InstanceType: instance.type as NonNullable<InstanceView['InstanceType']>,
    State: stateView(instance.state),
    StateReason: instance.stateReason && { Code: instance.stateReason.code, Message: instance.stateReason.message },
    StateTransitionReason: instance.transitionReason,
    AmiLaunchIndex: instance.launchIndex,
    LaunchTime: instance.launchedAt,
    ClientToken: instance.clientToken,
    Architecture: instance.architecture,
    Hypervisor: 'xen',
    VirtualizationType: 'hvm',
    EnaSupport: true,
    EbsOptimized: instance.ebsOptimized,
    CpuOptions: type && { CoreCount: type.vcpus / threads, ThreadsPerCore: threads },
    KeyName: instance.keyName,
    Monitoring: { State: instance.monitoring ? 'enabled' : 'disabled' },
    Placement: {
      AvailabilityZone: instance.subnet.zone.name,
      AvailabilityZoneId: instance.subnet.zone.id,
      GroupName: '',
      Tenancy: 'default',
    },
    ...(alive
      ? networking(ec2, instance)
      : { PrivateDnsName: '', PublicDnsName: '', NetworkInterfaces: [], SecurityGroups: [] }),
    IamInstanceProfile: instance.profile && { Arn: instance.profile.arn, Id: instance.profile.id },
    MetadataOptions: {
      State: isAlive(instance) ? 'applied' : 'pending',
      HttpTokens: instance.httpTokens,
      HttpPutResponseHopLimit: instance.hopLimit,
      HttpEndpoint: 'enabled',
      HttpProtocolIpv6: 'disabled',
      InstanceMetadataTags: 'disabled',
    },
    RootDeviceName: ROOT_DEVICE,
    RootDeviceType: 'ebs',
    BlockDeviceMappings: alive
      ? [
          {
            DeviceName: ROOT_DEVICE,
            Ebs: {
              AttachTime: instance.launchedAt,
              DeleteOnTermination: true,
              Status: instance.state === 'pending' ? 'attaching' : 'attached',
              VolumeId: instance.volumeId,
            },
          },
        ]
      : [],
    SourceDestCheck: true,
    ProductCodes: [],
    PlatformDetails: 'Linux/UNIX',
    UsageOperation: 'RunInstances',
    UsageOperationUpdateTime: instance.launchedAt,
    Tags: tagList(ec2, instance.id),
  };
}

function networking(ec2: Ec2, instance: Instance): Partial<InstanceView> {
  return {
    VpcId: instance.subnet.vpcId,
    SubnetId: instance.subnet.id,
    PrivateIpAddress: instance.privateIp,
    PrivateDnsName: privateName(ec2, instance),
    PublicIpAddress: instance.publicIp,
    PublicDnsName: publicName(ec2, instance),
    SecurityGroups: groupIdentifiers(ec2, instance),
    NetworkInterfaces: [networkInterface(ec2, instance)],
  };
}
