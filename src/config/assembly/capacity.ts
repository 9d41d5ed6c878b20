import type { Capacity } from '../../model/cluster.ts';
import type { ClusterFile } from '../schema/cluster-file.ts';

export function buildCapacity(cluster: string, { capacity: file, network, loadBalancer }: ClusterFile): Capacity {
  const ownNetwork = network.vpc === 'default' || network.vpc === 'create';
  const publicSubnets = ownNetwork || (!network.instanceSubnets && loadBalancer.scheme === 'internet-facing');
  return {
    instanceScaling: file.instanceScaling,
    instanceType: file.instanceType,
    image: file.image ?? recommendedImage(file.instanceType),
    minSize: file.minSize,
    maxSize: file.maxSize,
    targetCapacityPercent: file.targetCapacity,
    instanceWarmupSeconds: file.instanceWarmupPeriod,
    associatePublicIpAddress: file.associatePublicIpAddress ?? publicSubnets,
    rootVolumeGiB: file.rootVolumeSize,
    agent: file.agent,
    autoScalingGroupName: file.autoScalingGroupName ?? `${cluster}-autoscaling-group`,
    launchTemplateName: file.launchTemplateName ?? `${cluster}-autoscaling-setting`,
    securityGroupName: file.securityGroupName ?? `${cluster}-autoscaling-sg`,
    capacityProviderName: file.capacityProviderName ?? `capacity-${cluster}`,
    steps: {
      scaleOut: file.steps.scaleOut,
      scaleIn: file.steps.scaleIn,
      cooldownSeconds: file.steps.cooldown,
    },
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html */
function recommendedImage(instanceType: string): string {
  const family = instanceType.split('.')[0] ?? '';
  const arm = family === 'a1' || /^[a-z]+\d+g[a-z]*$/.test(family);
  return `resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/${arm ? 'arm64/' : ''}recommended/image_id`;
}
