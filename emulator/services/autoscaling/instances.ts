import type {
  Activity,
  ActivityType,
  AutoScalingInstancesType,
  DescribeAutoScalingInstancesType,
  DetachInstancesAnswer,
  DetachInstancesQuery,
  SetInstanceHealthQuery,
  SetInstanceProtectionQuery,
  TerminateInstanceInAutoScalingGroupType,
} from '../../shapes/autoscaling.d.ts';
import { at, endActivity, isRunning, startActivity } from './activities.ts';
import { findLiveGroup, invalid } from './errors.ts';
import { instanceDetails } from './group-view.ts';
import { dropWaits } from './lifecycle-waits.ts';
import { page } from './pages.ts';
import type { AutoScaling, Group, Member } from './state.ts';
import { isAlive } from './state.ts';
import { terminateMember } from './termination.ts';

/** The group that an instance belongs to, with the instance. */
export function membership({ groups }: AutoScaling, instanceId: string): { group: Group; member: Member } | undefined {
  for (const group of groups.values()) {
    const member = group.members.get(instanceId);
    if (member) return { group, member };
  }
  return undefined;
}

function findMember(asg: AutoScaling, instanceId: string): { group: Group; member: Member } {
  const found = membership(asg, instanceId);
  if (!found) throw invalid(`Instance Id not found - No managed instance found for instance ID: ${instanceId}`);
  return found;
}

function membersOf(group: Group, ids: readonly string[]): Member[] {
  return ids.map((id) => {
    const member = group.members.get(id);
    if (!member) throw invalid(`The instance ${id} is not part of Auto Scaling group ${group.name}.`);
    return member;
  });
}

/** Without replacement, the group must be allowed to be one smaller. */
function decrement(group: Group, count: number): void {
  const { minSize } = group.settings;
  if (group.desired - count < minSize)
    throw invalid(
      `Currently, desiredSize equals minSize (${minSize}). Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.`,
    );
  group.desired -= count;
}

export function instanceOperations(asg: AutoScaling) {
  return {
    DescribeAutoScalingInstances: (input: DescribeAutoScalingInstancesType): AutoScalingInstancesType => {
      const found = [...asg.groups.values()]
        .flatMap((group) => [...group.members.values()].map((member) => instanceDetails(group, member)))
        .filter(({ InstanceId }) => !input.InstanceIds?.length || input.InstanceIds.includes(InstanceId));
      const { items, NextToken } = page(found, input);
      return { AutoScalingInstances: items, NextToken };
    },

    SetInstanceProtection: (input: SetInstanceProtectionQuery): object => {
      const group = findLiveGroup(asg, input.AutoScalingGroupName);
      const members = membersOf(group, input.InstanceIds);
      const wrong = members.find(({ state }) => state !== 'InService');
      if (wrong) throw invalid(`The instance ${wrong.instanceId} is not in InService or EnteringStandby or Standby.`);
      for (const member of members) member.protectedFromScaleIn = input.ProtectedFromScaleIn;
      asg.wake(group);
      return {};
    },

    SetInstanceHealth: ({ InstanceId, HealthStatus }: SetInstanceHealthQuery): void => {
      const { group, member } = findMember(asg, InstanceId);
      if (HealthStatus !== 'Healthy' && HealthStatus !== 'Unhealthy')
        throw invalid('Valid instance health states are: [Healthy, Unhealthy].');
      member.health = HealthStatus;
      member.unhealthyBecause = 'a user health-check';
      asg.wake(group);
    },

    TerminateInstanceInAutoScalingGroup: (input: TerminateInstanceInAutoScalingGroupType): ActivityType => {
      const ids = [...(input.InstanceIds ?? []), ...(input.InstanceId === undefined ? [] : [input.InstanceId])];
      if (ids.length === 0) throw invalid('An instance ID must be specified.');
      const found = ids.map((id) => findMember(asg, id));
      const activities = found.map(({ group, member }): Activity => {
        const { desired } = group;
        if (input.ShouldDecrementDesiredCapacity && isAlive(member)) decrement(group, 1);
        const shrinking = group.desired < desired ? `, shrinking the capacity from ${desired} to ${group.desired}` : '';
        const cause = at(
          asg,
          `instance ${member.instanceId} was taken out of service in response to a user request${shrinking}.`,
        );
        asg.wake(group);
        return terminateMember(asg, group, member, { cause });
      });
      return input.InstanceIds ? { Activities: activities } : { Activity: activities[0] };
    },

    /** The instances live on, on their own. */
    DetachInstances: (input: DetachInstancesQuery): DetachInstancesAnswer => {
      const group = findLiveGroup(asg, input.AutoScalingGroupName);
      const members = membersOf(group, input.InstanceIds ?? []);
      const wrong = members.find(({ state }) => state !== 'InService');
      if (wrong) throw invalid(`The instance ${wrong.instanceId} is not in InService or Standby.`);
      if (input.ShouldDecrementDesiredCapacity) decrement(group, members.length);
      asg.wake(group);
      return {
        Activities: members.map((member) => {
          dropWaits(member);
          if (isRunning(member.activity)) endActivity(asg, member.activity, 'Cancelled');
          group.members.delete(member.instanceId);
          const activity = startActivity(asg, group, {
            description: `Detaching EC2 instance: ${member.instanceId}`,
            cause: at(asg, `instance ${member.instanceId} was detached in response to a user request.`),
            status: 'InProgress',
            place: member,
          });
          endActivity(asg, activity, 'Successful');
          return activity;
        }),
      };
    },
  };
}
