import type { DisableMetricsCollectionQuery, EnableMetricsCollectionQuery } from '../../shapes/autoscaling.d.ts';
import { findLiveGroup, invalid } from './errors.ts';
import type { AutoScaling, Group } from './state.ts';

const PERIOD_MS = 60_000;

const inState =
  (...prefixes: string[]) =>
  ({ members }: Group): number =>
    [...members.values()].filter(({ state }) => prefixes.some((prefix) => state.startsWith(prefix))).length;

/** The group metrics of namespace AWS/AutoScaling that have a meaning here. */
const METRICS: Readonly<Record<string, (group: Group) => number>> = {
  GroupMinSize: ({ settings }) => settings.minSize,
  GroupMaxSize: ({ settings }) => settings.maxSize,
  GroupDesiredCapacity: ({ desired }) => desired,
  GroupInServiceInstances: inState('InService'),
  GroupPendingInstances: inState('Pending'),
  GroupTerminatingInstances: inState('Terminating'),
  GroupStandbyInstances: () => 0,
  GroupTotalInstances: inState(''),
};

function chosen(names: readonly string[] | undefined): readonly string[] {
  const wrong = names?.find((name) => !(name in METRICS));
  if (wrong !== undefined)
    throw invalid(`Metric ${wrong} is not valid. Valid metrics are: ${Object.keys(METRICS).join(', ')}`);
  return names?.length ? names : Object.keys(METRICS);
}

async function publish({ world }: AutoScaling, group: Group): Promise<void> {
  if (group.enabledMetrics.size === 0) return;
  const Dimensions = [{ Name: 'AutoScalingGroupName', Value: group.name }];
  const MetricData = [...group.enabledMetrics].map((MetricName) => ({
    MetricName,
    Dimensions,
    Unit: 'None',
    Value: METRICS[MetricName]?.(group),
  }));
  await world.call('cloudwatch', 'PutMetricData', { Namespace: 'AWS/AutoScaling', MetricData });
}

/** Has enabled group metrics sent to CloudWatch once a minute. */
export function publishGroupMetrics(asg: AutoScaling): void {
  asg.world.clock.every(PERIOD_MS, () => {
    for (const group of asg.groups.values()) asg.world.background(publish(asg, group));
  });
}

export function groupMetricOperations(asg: AutoScaling) {
  return {
    EnableMetricsCollection: ({ AutoScalingGroupName, Granularity, Metrics }: EnableMetricsCollectionQuery): void => {
      if (Granularity !== '1Minute')
        throw invalid(`Granularity ${Granularity} is not valid. The only valid value is 1Minute.`);
      const { enabledMetrics } = findLiveGroup(asg, AutoScalingGroupName);
      for (const name of chosen(Metrics)) enabledMetrics.add(name);
    },

    DisableMetricsCollection: ({ AutoScalingGroupName, Metrics }: DisableMetricsCollectionQuery): void => {
      const { enabledMetrics } = findLiveGroup(asg, AutoScalingGroupName);
      for (const name of chosen(Metrics)) enabledMetrics.delete(name);
    },
  };
}
