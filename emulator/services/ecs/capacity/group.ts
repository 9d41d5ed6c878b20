import type { AutoScalingInstancesType } from '../../../shapes/autoscaling.d.ts';
import type { Ecs } from '../context.ts';

/** The Auto Scaling group that an instance belongs to, if any. */
export async function groupOfInstance({ world }: Ecs, instanceId: string): Promise<string | undefined> {
  const { AutoScalingInstances } = await world.call<AutoScalingInstancesType>(
    'autoscaling',
    'DescribeAutoScalingInstances',
    { InstanceIds: [instanceId] },
  );
  return AutoScalingInstances?.[0]?.AutoScalingGroupName;
}
