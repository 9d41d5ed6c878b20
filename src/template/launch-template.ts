import type { Cluster } from '../model/cluster.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { positionOf } from '../model/source.ts';
import { keyValues, type Resource, ref, resource } from './fragment.ts';

/** How every instance is launched. The group replaces its instances when this changes. */
export function launchTemplate(cluster: Cluster): Resource {
  const { capacity, name, tags, source } = cluster;
  const tagged = keyValues({ ...tags, Name: name });
  return resource(
    'AWS::EC2::LaunchTemplate',
    {
      LaunchTemplateName: capacity.launchTemplateName,
      LaunchTemplateData: {
        ImageId: capacity.image,
        InstanceType: capacity.instanceType,
        IamInstanceProfile: { Name: ref('InstanceProfile') },
        NetworkInterfaces: [
          {
            DeviceIndex: 0,
            AssociatePublicIpAddress: capacity.associatePublicIpAddress,
            DeleteOnTermination: true,
            Groups: [ref('InstanceSecurityGroup')],
          },
        ],
        // A hop limit of 1 keeps containers in bridge mode from the instance's credentials; they have task roles.
        MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
        BlockDeviceMappings: [
          {
            // The root device of Amazon Linux 2 and 2023.
            DeviceName: '/dev/xvda',
            Ebs: { VolumeSize: capacity.rootVolumeGiB, VolumeType: 'gp3', DeleteOnTermination: true },
          },
        ],
        UserData: { 'Fn::Base64': userData(capacity.agent) },
        TagSpecifications: ['instance', 'volume'].map((ResourceType) => ({ ResourceType, Tags: tagged })),
      },
    },
    { at: positionOf(source, ['capacity']) },
  );
}

/**
 * Writes the ECS agent's settings. The cluster is referred to, not named: so the stack's deletion takes the instances
 * first and the cluster, which must be empty by then, last.
 */
function userData(agent: Readonly<Record<string, string>>): JsonObject {
  const settings = keyValues(agent).map(({ Key, Value }) => `${Key}=${Value}\n`);
  const parts: Json = [
    "#!/bin/bash\ncat >> /etc/ecs/ecs.config <<'SETTINGS'\nECS_CLUSTER=",
    ref('Cluster'),
    `\n${settings.join('')}SETTINGS\n`,
  ];
  return { 'Fn::Join': ['', parts] };
}
