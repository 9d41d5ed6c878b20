import type { PredefinedMetricSpecification, TargetTrackingConfiguration } from '../../shapes/autoscaling.d.ts';
import { invalid, unserved } from './errors.ts';

/** The metric that a target tracking policy follows, as PutMetricAlarm takes it. */
export interface TrackedMetric {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
  readonly Statistic: string;
  readonly Unit: string | undefined;
  readonly Period: number;
}

const EC2_METRICS = {
  ASGAverageCPUUtilization: 'CPUUtilization',
  ASGAverageNetworkIn: 'NetworkIn',
  ASGAverageNetworkOut: 'NetworkOut',
} as const;

export function trackedMetric(groupName: string, tracking: TargetTrackingConfiguration): TrackedMetric {
  const custom = tracking.CustomizedMetricSpecification;
  if (!custom) return predefined(groupName, tracking.PredefinedMetricSpecification as PredefinedMetricSpecification);
  if (custom.Metrics) throw unserved('metric math in target tracking policies');
  if (custom.Namespace === undefined || custom.MetricName === undefined || custom.Statistic === undefined)
    throw invalid('MetricName, Namespace and Statistic must be specified in CustomizedMetricSpecification');
  return {
    Namespace: custom.Namespace,
    MetricName: custom.MetricName,
    Dimensions: custom.Dimensions ?? [],
    Statistic: custom.Statistic,
    Unit: custom.Unit,
    Period: custom.Period ?? 60,
  };
}

function predefined(
  groupName: string,
  { PredefinedMetricType, ResourceLabel }: PredefinedMetricSpecification,
): TrackedMetric {
  const usual = { Statistic: 'Average', Unit: undefined, Period: 60 };
  switch (PredefinedMetricType) {
    case 'ASGAverageCPUUtilization':
    case 'ASGAverageNetworkIn':
    case 'ASGAverageNetworkOut': {
      const Dimensions = [{ Name: 'AutoScalingGroupName', Value: groupName }];
      return { ...usual, Namespace: 'AWS/EC2', MetricName: EC2_METRICS[PredefinedMetricType], Dimensions };
    }
    case 'ALBRequestCountPerTarget': {
      // The label is app/<name>/<id>/targetgroup/<name>/<id>.
      const [loadBalancer, group] = (ResourceLabel ?? '').split(/\/(?=targetgroup\/)/);
      if (!loadBalancer?.startsWith('app/') || group === undefined)
        throw invalid(`Invalid ResourceLabel: ${ResourceLabel}`);
      const Dimensions = [
        { Name: 'LoadBalancer', Value: loadBalancer },
        { Name: 'TargetGroup', Value: group },
      ];
      return {
        ...usual,
        Statistic: 'Sum',
        Namespace: 'AWS/ApplicationELB',
        MetricName: 'RequestCountPerTarget',
        Dimensions,
      };
    }
    case 'ASGAverageCPUUtilizationHighResolution':
      throw unserved('high-resolution metrics in target tracking policies');
  }
}
