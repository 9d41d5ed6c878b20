import type { Instance as InstanceView } from '../../shapes/ec2.d.ts';
import { ROOT_DEVICE } from './images.ts';
import { isAlive, stateView } from './instance-states.ts';
import { INSTANCE_TYPES } from './instance-type-table.ts';
import {
  groupIdentifiers,
  instanceInterfaceView,
  interfacesOf,
  privateName,
  publicName,
} from './network-interface-views.ts';
import type { Ec2, Instance } from './state.ts';
import { tagList } from './tags.ts';

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
    NetworkInterfaces: interfacesOf(ec2, instance).map((one) => instanceInterfaceView(ec2, one)),
  };
}
