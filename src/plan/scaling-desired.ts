import type { Cluster } from '../model/cluster.ts';
import type { JsonObject } from '../model/json.ts';
import type { PredictiveScaling, Scaling, StepPolicy, TargetTracking } from '../model/service.ts';
import type { ScalableTargetView } from '../model/service-views.ts';
import { CLUSTER_OUTPUTS, targetGroupOutput } from '../model/stack-names.ts';
import { KNOWN_AFTER_APPLY } from './property-changes.ts';
import type { StackOutputs } from './service-desired.ts';

export interface DesiredScaling {
  readonly target: ScalableTargetView;
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

function stepPolicy(step: StepPolicy): DesiredPolicy {
  const { adjustmentType = 'ChangeInCapacity', minAdjustmentMagnitude } = step;
  return {
    name: step.policyName,
    policy: {
      PolicyName: step.policyName,
      PolicyType: 'StepScaling',
      StepScalingPolicyConfiguration: {
        AdjustmentType: adjustmentType,
        StepAdjustments: stepAdjustments(step),
        ...(minAdjustmentMagnitude === undefined ? {} : { MinAdjustmentMagnitude: minAdjustmentMagnitude }),
        Cooldown: step.cooldownSeconds,
        MetricAggregationType: 'Average',
      },
    },
  };
}

function stepAdjustments(step: StepPolicy): readonly JsonObject[] {
  const bound = isRising(step) ? 'MetricIntervalLowerBound' : 'MetricIntervalUpperBound';
  if (!step.stepAdjustments) return [{ [bound]: 0, ScalingAdjustment: step.adjustment }];
  return step.stepAdjustments.map((each) => ({
    ...(each.metricIntervalLowerBound === undefined ? {} : { MetricIntervalLowerBound: each.metricIntervalLowerBound }),
    ...(each.metricIntervalUpperBound === undefined ? {} : { MetricIntervalUpperBound: each.metricIntervalUpperBound }),
    ScalingAdjustment: each.scalingAdjustment,
  }));
}

function targetTrackingPolicy(tracking: TargetTracking, outputs: StackOutputs): DesiredPolicy {
  const { metricType } = tracking;
  const label = metricType === 'ALBRequestCountPerTarget' ? { ResourceLabel: requestCountLabel(outputs) } : {};
  return {
    name: tracking.policyName,
    policy: {
      PolicyName: tracking.policyName,
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: tracking.targetValue,
        PredefinedMetricSpecification: { PredefinedMetricType: metricType, ...label },
        ScaleInCooldown: tracking.scaleInCooldownSeconds,
        ScaleOutCooldown: tracking.scaleOutCooldownSeconds,
        DisableScaleIn: tracking.disableScaleIn ?? false,
      },
    },
  };
}

function predictivePolicy(predictive: PredictiveScaling): DesiredPolicy {
  const { policyName, metricPairType, targetValue, maxCapacityBufferPercent: buffer } = predictive;
  const breach =
    buffer === undefined
      ? { MaxCapacityBreachBehavior: 'HonorMaxCapacity' }
      : { MaxCapacityBreachBehavior: 'IncreaseMaxCapacity', MaxCapacityBuffer: buffer };
  const pair = { PredefinedMetricPairSpecification: { PredefinedMetricType: metricPairType } };
  return {
    name: policyName,
    policy: {
      PolicyName: policyName,
      PolicyType: 'PredictiveScaling',
      PredictiveScalingPolicyConfiguration: {
        MetricSpecifications: [{ TargetValue: targetValue, ...pair }],
        Mode: predictive.mode,
        SchedulingBufferTime: predictive.schedulingBufferSeconds,
        ...breach,
      },
    },
  };
}

/** `app/<load balancer>/<id>/targetgroup/<target group>/<id>`, as PutScalingPolicy wants it; of the first target group. */
function requestCountLabel({ cluster, service }: StackOutputs): string {
  const loadBalancer = cluster?.[CLUSTER_OUTPUTS.loadBalancerArn]?.split(':loadbalancer/')[1];
  const targetGroup = service?.[targetGroupOutput(1)]?.split(':').at(-1);
  return loadBalancer && targetGroup ? `${loadBalancer}/${targetGroup}` : KNOWN_AFTER_APPLY;
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
