import type { AutoScalingGroupsType } from '../../../emulator/shapes/autoscaling.d.ts';
import type { Account } from '../account.ts';
import { wordsOf } from '../botocore.ts';
import type { Rule } from '../rule.ts';
import { findImage } from '../stage/instances.ts';
import { findNetwork } from '../stage/network.ts';
import { CLUSTER } from '../stage/service.ts';

const PROVIDER = 'capacity';

export const providerInUse: Rule = {
  name: 'provider-in-use',
  title: 'A capacity provider that a cluster uses cannot be deleted.',
  scale: 120,
  run: async (account) => {
    await account.aws('ecs', 'CreateCluster', { clusterName: CLUSTER });
    const autoScalingGroupArn = await createEmptyGroup(account);
    await account.aws('ecs', 'CreateCapacityProvider', {
      name: PROVIDER,
      autoScalingGroupProvider: { autoScalingGroupArn, managedScaling: { status: 'ENABLED', targetCapacity: 100 } },
    });
    await account.aws('ecs', 'PutClusterCapacityProviders', {
      cluster: CLUSTER,
      capacityProviders: [PROVIDER],
      defaultCapacityProviderStrategy: [{ capacityProvider: PROVIDER, weight: 1 }],
    });
    const refusal = await account.refusal('ecs', 'DeleteCapacityProvider', { capacityProvider: PROVIDER });
    return {
      holds: refusal?.code === 'ClientException',
      happened: `DeleteCapacityProvider was ${refusal ? 'refused' : 'accepted'}.`,
      said: wordsOf(refusal),
    };
  },
};

async function createEmptyGroup(account: Account): Promise<string> {
  const { subnetIds, instanceGroupId } = await findNetwork(account);
  const LaunchTemplateData = {
    ImageId: await findImage(account),
    InstanceType: 't2.medium',
    SecurityGroupIds: [instanceGroupId],
  };
  await account.aws('ec2', 'CreateLaunchTemplate', { LaunchTemplateName: 'template', LaunchTemplateData });
  await account.aws('autoscaling', 'CreateAutoScalingGroup', {
    AutoScalingGroupName: 'group',
    MinSize: 0,
    MaxSize: 2,
    LaunchTemplate: { LaunchTemplateName: 'template', Version: '$Latest' },
    VPCZoneIdentifier: subnetIds.join(','),
  });
  const { AutoScalingGroups } = await account.aws<AutoScalingGroupsType>('autoscaling', 'DescribeAutoScalingGroups');
  return AutoScalingGroups?.[0]?.AutoScalingGroupARN ?? '';
}
