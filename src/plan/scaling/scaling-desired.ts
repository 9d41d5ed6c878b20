import type { Cluster } from '../../model/cluster.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Scaling, StepPolicy } from '../../model/service.ts';
import type { ScalableTargetView } from '../../model/service-views.ts';
import { CLUSTER_OUTPUTS } from '../../model/stack-names.ts';
import { KNOWN_AFTER_APPLY } from '../differences/property-changes.ts';
import type { StackOutputs } from '../service/service-desired.ts';
import { type DesiredPolicy, predictivePolicy, stepPolicy, targetTrackingPolicy } from './scaling-policies.ts';

export interface DesiredScaling {
  readonly target: ScalableTargetView;
  readonly policies: readonly DesiredPolicy[];
  readonly alarms: readonly DesiredAlarm[];
}

export interface DesiredAlarm {
  readonly name: string;
  /** The service's own policy that it triggers; its ARN is known once the policy exists. */
  readonly policyName: string;
  /** Further actions: the policy of the cluster's instances, where this service drives them. */
  readonly otherActions: readonly string[];
  /** PutMetricAlarm's shape without AlarmActions. */
  readonly alarm: JsonObject;
}

/** Config's scaling as Application Auto Scaling and CloudWatch take it. */
export function desiredScaling(
  cluster: Cluster,
  serviceName: string,
  scaling: Scaling,
  outputs: StackOutputs,
): DesiredScaling {
  const drives = scaling.drivesInstances && cluster.capacity.instanceScaling === 'alarms';
  const instancePolicy = (output: string): readonly string[] =>
    drives ? [outputs.cluster?.[output] ?? KNOWN_AFTER_APPLY] : [];
  const steps = scaling.steps
    ? [
        { step: scaling.steps.scaleOut, otherActions: instancePolicy(CLUSTER_OUTPUTS.scaleOutPolicyArn) },
        { step: scaling.steps.scaleIn, otherActions: instancePolicy(CLUSTER_OUTPUTS.scaleInPolicyArn) },
      ]
    : [];
  return {
    target: {
      minCapacity: scaling.minCapacity,
      maxCapacity: scaling.maxCapacity,
      ...(scaling.suspended ? { suspended: scaling.suspended } : {}),
    },
    policies: [
      ...steps.map(({ step }) => stepPolicy(step)),
      ...scaling.targetTracking.map((tracking) => targetTrackingPolicy(tracking, outputs)),
      ...(scaling.predictive ?? []).map(predictivePolicy),
    ],
    alarms: steps.map(({ step, otherActions }) => ({
      name: step.alarmName,
      policyName: step.policyName,
      otherActions,
      alarm: stepAlarm(step, cluster.name, serviceName),
    })),
  };
}

function stepAlarm(step: StepPolicy, clusterName: string, serviceName: string): JsonObject {
  return {
    AlarmName: step.alarmName,
    Namespace: 'AWS/ECS',
    MetricName: step.metricName,
    Dimensions: [
      { Name: 'ClusterName', Value: clusterName },
      { Name: 'ServiceName', Value: serviceName },
    ],
    Statistic: 'Average',
    Period: step.periodSeconds,
    EvaluationPeriods: step.evaluationPeriods,
    Threshold: step.thresholdPercent,
    ComparisonOperator: step.comparisonOperator,
  };
}
