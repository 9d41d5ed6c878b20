import { AwsError } from '../../core/errors.ts';
import type {
  CancelInstanceRefreshAnswer,
  CancelInstanceRefreshType,
  DescribeInstanceRefreshesAnswer,
  DescribeInstanceRefreshesType,
  InstanceRefresh,
  RefreshPreferences,
  StartInstanceRefreshAnswer,
  StartInstanceRefreshType,
} from '../../shapes/autoscaling.d.ts';
import { findGroup, findLiveGroup, invalid, unserved } from './errors.ts';
import { referenceTo, templateView, tryTemplate } from './launch-template.ts';
import { page } from './pages.ts';
import { activeRefresh, endRefresh } from './refresh-progress.ts';
import type { AutoScaling, FilledPreferences, Group, InstanceRefreshRecord } from './state.ts';

const DEFAULT_MIN_HEALTHY_PERCENTAGE = 90;

/** Preferences with AWS's defaults, which the group's maintenance policy and default warm-up may give. */
function filledPreferences(given: RefreshPreferences, { settings }: Group): FilledPreferences {
  if (given.CheckpointPercentages?.length) throw unserved('checkpoints in instance refreshes');
  if (given.AutoRollback) throw unserved('rollback of instance refreshes');
  if (given.AlarmSpecification?.Alarms?.length) throw unserved('alarms in instance refreshes');
  if (given.BakeTime) throw unserved('a bake time in instance refreshes');
  const min = given.MinHealthyPercentage ?? settings.maintenance?.minPercent ?? DEFAULT_MIN_HEALTHY_PERCENTAGE;
  const max = given.MaxHealthyPercentage ?? settings.maintenance?.maxPercent ?? 100;
  if (given.MaxHealthyPercentage !== undefined && given.MinHealthyPercentage === undefined)
    throw invalid('MinHealthyPercentage must be specified when MaxHealthyPercentage is specified.');
  if (max - min > 100)
    throw invalid('The difference between MaxHealthyPercentage and MinHealthyPercentage must not exceed 100.');
  return {
    MinHealthyPercentage: min,
    MaxHealthyPercentage: max,
    InstanceWarmup: given.InstanceWarmup ?? settings.defaultWarmupSeconds ?? settings.healthCheckGraceSeconds,
    SkipMatching: given.SkipMatching ?? false,
    ScaleInProtectedInstances: given.ScaleInProtectedInstances ?? 'Wait',
  };
}

function view(group: Group, refresh: InstanceRefreshRecord): InstanceRefresh {
  return {
    InstanceRefreshId: refresh.id,
    AutoScalingGroupName: group.name,
    Status: refresh.status,
    StatusReason: refresh.reason,
    StartTime: refresh.startedAt,
    EndTime: refresh.endedAt,
    PercentageComplete: refresh.percentage,
    InstancesToUpdate: refresh.remaining,
    ProgressDetails: {
      LivePoolProgress: { PercentageComplete: refresh.percentage, InstancesToUpdate: refresh.remaining },
    },
    Preferences: { ...refresh.preferences, StandbyInstances: 'Wait', AutoRollback: false },
    DesiredConfiguration: refresh.desiredTemplate && { LaunchTemplate: templateView(refresh.desiredTemplate) },
    Strategy: 'Rolling',
  };
}

const inProgress = (): AwsError =>
  new AwsError(
    'InstanceRefreshInProgress',
    'An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.',
  );

export function instanceRefreshOperations(asg: AutoScaling) {
  const { world } = asg;

  return {
    StartInstanceRefresh: async (input: StartInstanceRefreshType): Promise<StartInstanceRefreshAnswer> => {
      const group = findLiveGroup(asg, input.AutoScalingGroupName);
      if (input.Strategy === 'ReplaceRootVolume') throw unserved('root volume replacement');
      if (input.DesiredConfiguration?.MixedInstancesPolicy) throw unserved('mixed instances policies');
      if (activeRefresh(group)) throw inProgress();
      const preferences = filledPreferences(input.Preferences ?? {}, group);
      const wanted = input.DesiredConfiguration?.LaunchTemplate;
      const desiredTemplate = wanted && (await referenceTo(asg, wanted));
      if (desiredTemplate) await tryTemplate(asg, desiredTemplate, group.settings.subnetIds[0] ?? '');
      if (activeRefresh(group)) throw inProgress();
      const refresh: InstanceRefreshRecord = {
        id: world.random.uuid(),
        startedAt: world.clock.now(),
        preferences,
        desiredTemplate,
        outdated: new Set(),
        total: 0,
        status: 'Pending',
        reason: undefined,
        percentage: 0,
        remaining: group.members.size,
        blockedSince: undefined,
        endedAt: undefined,
      };
      group.refreshes.unshift(refresh);
      asg.wake(group);
      return { InstanceRefreshId: refresh.id };
    },

    /** What has been replaced stays replaced. */
    CancelInstanceRefresh: ({ AutoScalingGroupName }: CancelInstanceRefreshType): CancelInstanceRefreshAnswer => {
      const group = findLiveGroup(asg, AutoScalingGroupName);
      const refresh = activeRefresh(group);
      if (!refresh)
        throw new AwsError(
          'ActiveInstanceRefreshNotFound',
          `No in progress or pending Instance Refresh found for Auto Scaling group ${group.name}`,
        );
      endRefresh(asg, refresh, 'Cancelled', 'Cancelled due to user request.');
      asg.wake(group);
      return { InstanceRefreshId: refresh.id };
    },

    DescribeInstanceRefreshes: (input: DescribeInstanceRefreshesType): DescribeInstanceRefreshesAnswer => {
      const group = findGroup(asg, input.AutoScalingGroupName);
      const ids = input.InstanceRefreshIds;
      const found = group.refreshes.filter(({ id }) => !ids?.length || ids.includes(id));
      const { items, NextToken } = page(found, input);
      return { InstanceRefreshes: items.map((refresh) => view(group, refresh)), NextToken };
    },
  };
}
