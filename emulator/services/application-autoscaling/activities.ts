import { pageOf } from '../../core/pages.ts';
import type {
  DescribeScalingActivitiesRequest,
  DescribeScalingActivitiesResponse,
  ScalingActivity,
} from '../../shapes/application-autoscaling.d.ts';
import { invalid, invalidToken } from './errors.ts';
import type { ApplicationAutoScaling, ScalableTargetRecord } from './state.ts';
import { DIMENSION, NAMESPACE } from './state.ts';

/** AWS keeps six weeks; this many are enough here. */
const KEPT = 1000;
const PAGE = 50;

type Started = Pick<ScalingActivity, 'Description' | 'Cause' | 'StatusCode' | 'StatusMessage' | 'NotScaledReasons'>;

export function recordActivity(
  { world, activities }: ApplicationAutoScaling,
  { resourceId }: ScalableTargetRecord,
  started: Started,
): ScalingActivity {
  const activity: ScalingActivity = {
    ActivityId: world.random.uuid(),
    ServiceNamespace: NAMESPACE,
    ResourceId: resourceId,
    ScalableDimension: DIMENSION,
    StartTime: world.clock.now(),
    ...started,
  };
  activities.unshift(activity);
  activities.length = Math.min(activities.length, KEPT);
  return activity;
}

export function endActivity(
  { world }: ApplicationAutoScaling,
  activity: ScalingActivity,
  StatusCode: 'Successful' | 'Overridden' | 'Unfulfilled' | 'Failed',
  StatusMessage: string,
): void {
  Object.assign(activity, { StatusCode, StatusMessage, EndTime: world.clock.now() });
}

export function activityOperations({ activities }: ApplicationAutoScaling) {
  return {
    /** Activities that scaled nothing are shown only on request. */
    DescribeScalingActivities: (input: DescribeScalingActivitiesRequest): DescribeScalingActivitiesResponse => {
      if (input.ScalableDimension !== undefined && input.ResourceId === undefined)
        throw invalid('ResourceId must be specified when ScalableDimension is specified');
      const found = activities
        .filter(({ ServiceNamespace }) => ServiceNamespace === input.ServiceNamespace)
        .filter(({ ResourceId }) => input.ResourceId === undefined || ResourceId === input.ResourceId)
        .filter(({ NotScaledReasons }) => input.IncludeNotScaledActivities || NotScaledReasons === undefined);
      const { items, nextToken } = pageOf(found, {
        token: input.NextToken,
        size: Math.min(input.MaxResults ?? PAGE, PAGE),
        invalidToken,
      });
      return { ScalingActivities: items, NextToken: nextToken };
    },
  };
}
