import type { Stack, StackResource } from '../engine/stack.ts';
import { isObject } from '../template/json.ts';

/**
 * Properties that AWS itself moves, because the stack says so: a group's capacity under a scaling policy, a service's
 * count under a scalable target (user guide, "AWS-managed properties"). That managed scaling of a capacity provider
 * counts like a policy is an estimate.
 */
export function managedProperties(stack: Stack, { type, physicalId }: StackResource): readonly string[] {
  const others = [...stack.resources.values()];
  switch (type) {
    case 'AWS::AutoScaling::AutoScalingGroup':
      return others.some((other) => scales(other, physicalId)) ? ['DesiredCapacity'] : [];
    case 'AWS::ECS::Service':
      return others.some((other) => isTargetOf(other, physicalId)) ? ['DesiredCount'] : [];
    default:
      return [];
  }
}

function scales({ type, applied }: StackResource, group: string): boolean {
  switch (type) {
    case 'AWS::AutoScaling::ScalingPolicy':
      return applied['AutoScalingGroupName'] === group;
    case 'AWS::ECS::CapacityProvider': {
      const { AutoScalingGroupProvider: provider } = applied;
      if (!isObject(provider) || !isObject(provider['ManagedScaling'])) return false;
      const named = String(provider['AutoScalingGroupArn']);
      return (
        provider['ManagedScaling']['Status'] === 'ENABLED' &&
        (named === group || named.endsWith(`autoScalingGroupName/${group}`))
      );
    }
    default:
      return false;
  }
}

function isTargetOf({ type, applied }: StackResource, serviceArn: string): boolean {
  return type === 'AWS::ApplicationAutoScaling::ScalableTarget' && serviceArn.endsWith(`:${applied['ResourceId']}`);
}
