import { AwsError } from '../../core/errors.ts';
import type { Activity } from '../../shapes/autoscaling.d.ts';
import { endActivity, isRunning, startActivity } from './activities.ts';
import { startCooldown } from './desired-capacity.ts';
import { dropWaits, hold } from './lifecycle-waits.ts';
import type { AutoScaling, Group, Member } from './state.ts';
import { isAlive } from './state.ts';

export interface Termination {
  /** Why, in AWS's words. */
  readonly cause: string;
  /** A group that is deleted by force does not wait for its hooks. */
  readonly skipHooks?: boolean;
}

/** Takes an instance out of service: hooks first, then EC2. One that is on its way already stays so. */
export function terminateMember(
  asg: AutoScaling,
  group: Group,
  member: Member,
  { cause, skipHooks }: Termination,
): Activity {
  const wasAlive = isAlive(member);
  if (!wasAlive && !skipHooks) return member.activity;
  dropWaits(member);
  if (wasAlive) {
    if (isRunning(member.activity)) endActivity(asg, member.activity, 'Cancelled');
    member.activity = startActivity(asg, group, {
      description: `Terminating EC2 instance: ${member.instanceId}`,
      cause,
      status: 'InProgress',
      place: member,
    });
  }
  member.state = 'Terminating';
  const transition = 'autoscaling:EC2_INSTANCE_TERMINATING';
  const proceed = (): void => {
    member.state = 'Terminating:Proceed';
    shutDown(asg, group, member);
  };
  if (skipHooks || !hold({ asg, group, member, transition, settled: proceed })) shutDown(asg, group, member);
  return member.activity;
}

function shutDown(asg: AutoScaling, group: Group, member: Member): void {
  if (member.gone) removeMember(asg, group, member);
  else asg.world.background(terminateInstance(asg, group, member));
}

async function terminateInstance(asg: AutoScaling, group: Group, member: Member): Promise<void> {
  const InstanceIds = [member.instanceId];
  try {
    await asg.world.call('ec2', 'TerminateInstances', { InstanceIds });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.code === 'InvalidInstanceID.NotFound') return removeMember(asg, group, member);
    // Termination protection keeps clients off, not the instance's own group.
    const DisableApiTermination = { Value: false };
    await asg.world.call('ec2', 'ModifyInstanceAttribute', { InstanceId: member.instanceId, DisableApiTermination });
    await asg.world.call('ec2', 'TerminateInstances', { InstanceIds });
  }
}

/** EC2 has terminated the instance: it leaves the group, unless a hook still holds it. */
export function instanceTerminated(asg: AutoScaling, group: Group, member: Member): void {
  member.gone = true;
  if (!isAlive(member) && member.state !== 'Terminating:Wait') removeMember(asg, group, member);
}

function removeMember(asg: AutoScaling, group: Group, member: Member): void {
  if (!group.members.delete(member.instanceId)) return;
  endActivity(asg, member.activity, 'Successful');
  startCooldown(asg, group);
  asg.wake(group);
}
