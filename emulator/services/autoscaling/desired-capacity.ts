import { AwsError } from '../../core/errors.ts';
import type { SetDesiredCapacityType } from '../../shapes/autoscaling.d.ts';
import { at, isRunning } from './activities.ts';
import { findLiveGroup, invalid } from './errors.ts';
import type { AutoScaling, Group } from './state.ts';
import { isAlive } from './state.ts';

/**
 * Moves desired capacity and says why: `why` is the beginning of AWS's sentence, which ends with what changed. Nothing
 * happens where it stays the same.
 */
export function changeDesired(asg: AutoScaling, group: Group, { to, why }: { to: number; why: string }): void {
  if (to === group.desired) return;
  group.changes.push(at(asg, `${why} changing the desired capacity from ${group.desired} to ${to}.`));
  group.desired = to;
  asg.wake(group);
}

/** The cooldown of a simple scaling policy begins when the instances that it asked for have come or gone. */
export function startCooldown({ world }: AutoScaling, group: Group): void {
  if (group.cooldownSeconds !== undefined) group.cooldownUntil = world.clock.now() + group.cooldownSeconds * 1000;
  if (!group.activities.some(isRunning)) group.cooldownSeconds = undefined;
}

/** Whether a scaling activity or the cooldown after one makes simple scaling wait. */
export function isCoolingDown({ world }: AutoScaling, group: Group): boolean {
  const alive = [...group.members.values()].filter(isAlive).length;
  const isOutstanding = group.cooldownSeconds !== undefined && alive !== group.desired;
  return isOutstanding || world.clock.now() < group.cooldownUntil || group.activities.some(isRunning);
}

export function desiredCapacityOperations(asg: AutoScaling) {
  return {
    SetDesiredCapacity: ({ AutoScalingGroupName, DesiredCapacity, HonorCooldown }: SetDesiredCapacityType): void => {
      const group = findLiveGroup(asg, AutoScalingGroupName);
      const { minSize, maxSize } = group.settings;
      const refusal = `New SetDesiredCapacity value ${DesiredCapacity} is`;
      if (DesiredCapacity > maxSize) throw invalid(`${refusal} above max value ${maxSize} for the AutoScalingGroup.`);
      if (DesiredCapacity < minSize) throw invalid(`${refusal} below min value ${minSize} for the AutoScalingGroup.`);
      if (HonorCooldown && isCoolingDown(asg, group))
        throw new AwsError(
          'ScalingActivityInProgress',
          `Scaling activity is in progress for AutoScalingGroup ${group.name} and cooldown is honored.`,
        );
      const why = 'a user request explicitly set group desired capacity';
      changeDesired(asg, group, { to: DesiredCapacity, why });
    },
  };
}
