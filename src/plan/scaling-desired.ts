import type { Cluster } from '../model/cluster.ts';
import type { JsonObject } from '../model/json.ts';
import type { Scaling, StepPolicy, TargetTracking } from '../model/service.ts';
import { CLUSTER_OUTPUTS } from '../model/stack-names.ts';
import { KNOWN_AFTER_APPLY } from './property-changes.ts';

export interface DesiredScaling {
  readonly target: { readonly minCapacity: number; readonly maxCapacity: number };
  readonly policies: readonly DesiredPolicy[];
  readonly alarms: readonly DesiredAlarm[];
}

export interface DesiredPolicy {
  readonly name: string;
  /** PutScalingPolicy's shape without the service's identity. */
  readonly policy: JsonObject;
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

/** Config's scaling as Application Auto Scaling and CloudWatch take it. `outputs` are those of the cluster's stack. */
export function desiredScaling(
  cluster: Cluster,
  serviceName: string,
  scaling: Scaling,
  outputs: Readonly<Record<string, string>> | undefined,
): DesiredScaling {
  const drives = scaling.drivesInstances && cluster.capacity.instanceScaling === 'alarms';
  const instancePolicy = (output: string): readonly string[] =>
    drives ? [outputs?.[output] ?? KNOWN_AFTER_APPLY] : [];
  const steps = scaling.steps
    ? [
        { step: scaling.steps.scaleOut, otherActions: instancePolicy(CLUSTER_OUTPUTS.scaleOutPolicyArn) },
        { step: scaling.steps.scaleIn, otherActions: instancePolicy(CLUSTER_OUTPUTS.scaleInPolicyArn) },
      ]
    : [];
  return {
    target: { minCapacity: scaling.minCapacity, maxCapacity: scaling.maxCapacity },
    policies: [...steps.map(({ step }) => stepPolicy(step)), ...scaling.targetTracking.map(targetTrackingPolicy)],
    alarms: steps.map(({ step, otherActions }) => ({
      name: step.alarmName,
      policyName: step.policyName,
      otherActions,
      alarm: stepAlarm(step, cluster.name, serviceName),
    })),
  };
}

function stepPolicy(step: StepPolicy): DesiredPolicy {
  const bound = isRising(step) ? 'MetricIntervalLowerBound' : 'MetricIntervalUpperBound';
  return {
    name: step.policyName,
    policy: {
      PolicyName: step.policyName,
      PolicyType: 'StepScaling',
      StepScalingPolicyConfiguration: {
        AdjustmentType: 'ChangeInCapacity',
        StepAdjustments: [{ [bound]: 0, ScalingAdjustment: step.adjustment }],
        Cooldown: step.cooldownSeconds,
        MetricAggregationType: 'Average',
      },
    },
  };
}

function targetTrackingPolicy(tracking: TargetTracking): DesiredPolicy {
  return {
    name: tracking.policyName,
    policy: {
      PolicyName: tracking.policyName,
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: tracking.targetValue,
        PredefinedMetricSpecification: { PredefinedMetricType: tracking.metricType },
        ScaleInCooldown: tracking.scaleInCooldownSeconds,
        ScaleOutCooldown: tracking.scaleOutCooldownSeconds,
      },
    },
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

/** A step's bounds are relative to the alarm's threshold: upwards where the alarm means "more than". */
function isRising({ comparisonOperator }: StepPolicy): boolean {
  return comparisonOperator.startsWith('Greater');
}
