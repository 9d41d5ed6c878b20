import type { ActivitiesType, Activity, DescribeScalingActivitiesType } from '../../shapes/autoscaling.d.ts';
import { invalid } from './errors.ts';
import { page } from './pages.ts';
import type { AutoScaling, Group } from './state.ts';

/** Activities are kept for six weeks on AWS; this many are enough here. */
const KEPT = 500;

/** "At 2026-11-24T07:00:00Z <sentence>" */
export const at = ({ world }: AutoScaling, sentence: string): string =>
  `At ${new Date(world.clock.now()).toISOString().slice(0, 19)}Z ${sentence}`;

export interface Place {
  readonly subnetId: string;
  readonly zone: string;
}

export const placeDetails = ({ subnetId, zone }: Place): string =>
  JSON.stringify({ 'Subnet ID': subnetId, 'Availability Zone': zone });

interface Started {
  readonly description: string;
  readonly cause: string;
  readonly status: Activity['StatusCode'];
  readonly place?: Place;
}

export function startActivity(asg: AutoScaling, group: Group, started: Started): Activity {
  const { clock, random } = asg.world;
  const activity: Activity = {
    ActivityId: random.uuid(),
    AutoScalingGroupName: group.name,
    AutoScalingGroupARN: group.arn,
    Description: started.description,
    Cause: started.cause,
    StartTime: clock.now(),
    StatusCode: started.status,
    Progress: 0,
    Details: started.place ? placeDetails(started.place) : '{}',
  };
  group.activities.unshift(activity);
  group.activities.length = Math.min(group.activities.length, KEPT);
  return activity;
}

export function progress(activity: Activity, status: Activity['StatusCode'], percent: number): void {
  activity.StatusCode = status;
  activity.Progress = percent;
}

export function endActivity(
  { world }: AutoScaling,
  activity: Activity,
  status: 'Successful' | 'Failed' | 'Cancelled',
  message?: string,
): void {
  progress(activity, status, 100);
  activity.EndTime = world.clock.now();
  activity.StatusMessage = message;
}

export const isRunning = ({ EndTime }: Activity): boolean => EndTime === undefined;

/** Takes the explanations gathered since the last activity: the first sentences of the next one's cause. */
export function takeChanges(group: Group): string {
  const text = group.changes.map((change) => `${change}  `).join('');
  group.changes = [];
  return text;
}

export function activityOperations(asg: AutoScaling) {
  return {
    DescribeScalingActivities: (input: DescribeScalingActivitiesType): ActivitiesType => {
      const { AutoScalingGroupName: name, ActivityIds } = input;
      const groups =
        name === undefined ? [...asg.groups.values()] : [asg.groups.get(name)].filter((group) => group !== undefined);
      if (name !== undefined && groups.length === 0 && !input.IncludeDeletedGroups)
        throw invalid(`AutoScalingGroup name not found - AutoScalingGroup '${name}' not found`);
      const found = groups
        .flatMap(({ activities }) => activities)
        .filter(({ ActivityId }) => !ActivityIds?.length || ActivityIds.includes(ActivityId))
        .sort((a, b) => b.StartTime - a.StartTime);
      const { items, NextToken } = page(found, input, 100);
      return { Activities: items, NextToken };
    },
  };
}
