import type {
  ActivitiesType,
  DescribeInstanceRefreshesAnswer,
  InstanceRefresh,
} from '../../../shapes/autoscaling.d.ts';
import type { JsonObject } from '../template/json.ts';
import { isObject, sameValue } from '../template/json.ts';
import type { Change, ResourceContext } from './resource-type.ts';
import { Unstable } from './resource-type.ts';

/** Changes of these need other instances (UpdatePolicy attribute in the user guide). */
const INSTANCE_PROPERTIES = ['LaunchTemplate', 'MixedInstancesPolicy', 'VPCZoneIdentifier', 'AvailabilityZones'];
const ENDED_WELL = new Set(['Successful']);
const ENDED_BADLY = new Set(['Failed', 'Cancelled', 'RollbackFailed', 'RollbackSuccessful']);

/**
 * UpdatePolicy AutoScalingRollingUpdate. AWS replaces batches itself; here Auto Scaling's instance refresh does it,
 * with the same share of instances kept in service.
 */
export const rollingUpdate = {
  start: async (name: string, change: Change, { call }: ResourceContext): Promise<void> => {
    const policy = change.updatePolicy?.['AutoScalingRollingUpdate'];
    if (!isObject(policy)) return;
    if (INSTANCE_PROPERTIES.every((property) => sameValue(change.previous[property], change.desired[property]))) return;
    await call('autoscaling', 'StartInstanceRefresh', {
      AutoScalingGroupName: name,
      Strategy: 'Rolling',
      Preferences: { MinHealthyPercentage: keptPercentage(policy, change.desired) },
    });
  },
  /** Fails the resource where the replacement of instances has failed. */
  progress: async (name: string, { call }: ResourceContext): Promise<'under way' | 'done'> => {
    const { InstanceRefreshes: refreshes = [] } = await call<DescribeInstanceRefreshesAnswer>(
      'autoscaling',
      'DescribeInstanceRefreshes',
      { AutoScalingGroupName: name },
    );
    const latest: InstanceRefresh | undefined = refreshes[0];
    const status = latest?.Status ?? 'Successful';
    if (ENDED_BADLY.has(status)) throw new Unstable(`Rolling update ended ${status}: ${latest?.StatusReason ?? ''}`);
    return ENDED_WELL.has(status) ? 'done' : 'under way';
  },
};

function keptPercentage(policy: JsonObject, desired: JsonObject): number {
  const kept = Number(policy['MinInstancesInService'] ?? 0);
  const size = Math.max(1, Number(desired['DesiredCapacity'] ?? desired['MinSize'] ?? 1));
  return Math.min(100, Math.floor((100 * kept) / size));
}

/** Why the group's latest launch failed; undefined while it has not. */
export async function failedActivity(name: string, { call }: ResourceContext): Promise<string | undefined> {
  const { Activities: activities } = await call<ActivitiesType>('autoscaling', 'DescribeScalingActivities', {
    AutoScalingGroupName: name,
  });
  const [latest] = activities;
  if (latest?.StatusCode !== 'Failed') return undefined;
  return `${latest.Description ?? ''}. Status Reason: ${latest.StatusMessage ?? ''}`;
}
