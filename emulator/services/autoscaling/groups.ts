import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  AutoScalingGroupNamesType,
  AutoScalingGroupsType,
  CreateAutoScalingGroupType,
  DeleteAutoScalingGroupType,
  UpdateAutoScalingGroupType,
} from '../../shapes/autoscaling.d.ts';
import { at, isRunning } from './activities.ts';
import { changeDesired } from './desired-capacity.ts';
import { findLiveGroup, invalid } from './errors.ts';
import { settingsFrom } from './group-settings.ts';
import { groupView } from './group-view.ts';
import { hookFrom } from './lifecycle-hooks.ts';
import { page } from './pages.ts';
import { removePolicies } from './policies.ts';
import { activeRefresh, endRefresh } from './refresh-progress.ts';
import type { AutoScaling, Group } from './state.ts';
import { groupArn } from './state.ts';
import { checkTags, matchesTags, putTags } from './tags.ts';

function checkDesired(desired: number, { minSize, maxSize }: { minSize: number; maxSize: number }): number {
  if (desired < minSize || desired > maxSize)
    throw invalid(
      `Desired capacity:${desired} must be between the specified min size:${minSize} and max size:${maxSize}`,
    );
  return desired;
}

export function groupOperations(asg: AutoScaling) {
  const { world, groups } = asg;

  return {
    CreateAutoScalingGroup: async (input: CreateAutoScalingGroupType, context: CallContext): Promise<void> => {
      const name = input.AutoScalingGroupName;
      const refuseTaken = (): void => {
        if (groups.has(name))
          throw new AwsError(
            'AlreadyExists',
            `AutoScalingGroup by this name already exists - A group with the name ${name} already exists`,
          );
      };
      refuseTaken();
      const tags = input.Tags ?? [];
      checkTags(tags, [], context);
      const settings = await settingsFrom(asg, input);
      const desired = checkDesired(input.DesiredCapacity ?? settings.minSize, settings);
      refuseTaken();
      const group: Group = {
        name,
        arn: groupArn(asg, world.random.uuid(), name),
        createdAt: world.clock.now(),
        settings,
        desired: 0,
        deleting: false,
        members: new Map(),
        activities: [],
        hooks: new Map(
          (input.LifecycleHookSpecificationList ?? []).map((hook) => [hook.LifecycleHookName, hookFrom(hook)]),
        ),
        policies: new Map(),
        refreshes: [],
        suspended: new Map(),
        enabledMetrics: new Set(),
        tags: new Map(),
        changes: [],
        launchReasons: [],
        cooldownSeconds: undefined,
        cooldownUntil: 0,
        scaleOut: undefined,
      };
      putTags(group, tags);
      groups.set(name, group);
      changeDesired(asg, group, { to: desired, why: 'a user request created an AutoScalingGroup' });
    },

    /** Desired capacity follows minimum and maximum unless it is given; everything else that is not given stays. */
    UpdateAutoScalingGroup: async (input: UpdateAutoScalingGroupType): Promise<void> => {
      const group = findLiveGroup(asg, input.AutoScalingGroupName);
      const settings = await settingsFrom(asg, input, group.settings);
      const { minSize, maxSize } = settings;
      const desired = checkDesired(
        input.DesiredCapacity ?? Math.min(Math.max(group.desired, minSize), maxSize),
        settings,
      );
      group.settings = settings;
      const why = `a user request update of AutoScalingGroup constraints to min: ${minSize}, max: ${maxSize}, desired: ${desired}`;
      changeDesired(asg, group, { to: desired, why });
      asg.wake(group);
    },

    DeleteAutoScalingGroup: async ({
      AutoScalingGroupName,
      ForceDelete,
    }: DeleteAutoScalingGroupType): Promise<void> => {
      const group = findLiveGroup(asg, AutoScalingGroupName);
      refuseProtected(group, ForceDelete ?? false);
      if (!ForceDelete && group.members.size > 0)
        throw new AwsError(
          'ResourceInUse',
          'You cannot delete an AutoScalingGroup while there are instances or pending Spot instance request(s) still in the group.',
        );
      if (!ForceDelete && group.activities.some(isRunning))
        throw new AwsError(
          'ScalingActivityInProgress',
          'You cannot delete an AutoScalingGroup while there are scaling activities in progress for that group.',
        );
      group.deleting = true;
      group.changes = [at(asg, 'a user request deleted AutoScalingGroup changing the desired capacity to 0.')];
      const refresh = activeRefresh(group);
      if (refresh) endRefresh(asg, refresh, 'Cancelled', 'The Auto Scaling group is being deleted.');
      await removePolicies(asg, group);
      asg.wake(group);
    },

    DescribeAutoScalingGroups: (input: AutoScalingGroupNamesType): AutoScalingGroupsType => {
      const names = input.AutoScalingGroupNames;
      const found = [...groups.values()]
        .filter((group) => !names?.length || names.includes(group.name))
        .filter((group) => matchesTags(group, input.Filters))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      const { items, NextToken } = page(found, input);
      const includeInstances = input.IncludeInstances ?? true;
      return { AutoScalingGroups: items.map((group) => groupView(group, { includeInstances })), NextToken };
    },
  };
}

function refuseProtected({ name, settings: { deletionProtection } }: Group, force: boolean): void {
  if (deletionProtection === 'prevent-all-deletion' || (deletionProtection === 'prevent-force-deletion' && force))
    throw invalid(`AutoScalingGroup '${name}' cannot be deleted: its deletion protection is ${deletionProtection}.`);
}
