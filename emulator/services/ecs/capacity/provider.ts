import type { AutoScalingGroup, AutoScalingGroupsType } from '../../../shapes/autoscaling.d.ts';
import type { AutoScalingGroupProvider, AutoScalingGroupProviderUpdate } from '../../../shapes/ecs.d.ts';
import type { Ecs } from '../context.ts';
import { clientError } from '../refusals.ts';
import type { FilledProvider } from '../state.ts';

/**
 * AWS's defaults of a capacity provider on an Auto Scaling group: managed scaling at 100 %, in steps of 1 to 10,000
 * instances with a warm-up of 300 s; no termination protection; managed draining.
 */
export function fillProvider(
  given: AutoScalingGroupProvider | AutoScalingGroupProviderUpdate,
  before?: FilledProvider,
) {
  const scaling = { ...before?.managedScaling, ...given.managedScaling };
  return {
    managedScaling: {
      status: scaling.status ?? 'ENABLED',
      targetCapacity: scaling.targetCapacity ?? 100,
      minimumScalingStepSize: scaling.minimumScalingStepSize ?? 1,
      maximumScalingStepSize: scaling.maximumScalingStepSize ?? 10_000,
      instanceWarmupPeriod: scaling.instanceWarmupPeriod ?? 300,
    },
    managedTerminationProtection:
      given.managedTerminationProtection ?? before?.managedTerminationProtection ?? 'DISABLED',
    managedDraining: given.managedDraining ?? before?.managedDraining ?? 'ENABLED',
  } satisfies Omit<FilledProvider, 'autoScalingGroupArn'>;
}

/** Refuses settings that contradict each other or the Auto Scaling group. */
export function checkProvider(provider: Omit<FilledProvider, 'autoScalingGroupArn'>, group: AutoScalingGroup): void {
  const { minimumScalingStepSize: least = 1, maximumScalingStepSize: most = 1, status } = provider.managedScaling;
  if (least > most)
    throw clientError('The minimum scaling step size must be less than or equal to the maximum scaling step size.');
  if (provider.managedTerminationProtection !== 'ENABLED') return;
  if (status !== 'ENABLED')
    throw clientError(
      'The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, managed scaling must be enabled.',
    );
  if (!group.NewInstancesProtectedFromScaleIn)
    throw clientError(
      'The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, the Auto Scaling group must have instance protection from scale in enabled.',
    );
}

/** The group by its name; undefined where there is none. */
export async function findGroup({ world }: Ecs, autoScalingGroupName: string): Promise<AutoScalingGroup | undefined> {
  const { AutoScalingGroups } = await world.call<AutoScalingGroupsType>('autoscaling', 'DescribeAutoScalingGroups', {
    AutoScalingGroupNames: [autoScalingGroupName],
  });
  return AutoScalingGroups[0];
}

/** The name at the end of an Auto Scaling group's ARN; a bare name is accepted, as AWS does. */
export const groupNameOf = (arnOrName: string): string => arnOrName.split('autoScalingGroupName/').at(-1) ?? arnOrName;
