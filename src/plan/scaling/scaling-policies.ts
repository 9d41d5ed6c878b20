import type { JsonObject } from '../../model/json.ts';
import type { PredictiveScaling, StepPolicy, TargetTracking } from '../../model/service.ts';
import { CLUSTER_OUTPUTS, targetGroupOutput } from '../../model/stack-names.ts';
import { KNOWN_AFTER_APPLY } from '../differences/property-changes.ts';
import type { StackOutputs } from '../service/service-desired.ts';

export interface DesiredPolicy {
  readonly name: string;
  /** PutScalingPolicy's shape without the service's identity. */
  readonly policy: JsonObject;
}

export function stepPolicy(step: StepPolicy): DesiredPolicy {
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

export function targetTrackingPolicy(tracking: TargetTracking, outputs: StackOutputs): DesiredPolicy {
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

export function predictivePolicy(predictive: PredictiveScaling): DesiredPolicy {
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

/**
 * `app/<load balancer>/<id>/targetgroup/<target group>/<id>`, as PutScalingPolicy wants it; of the first target group.
 */
function requestCountLabel({ cluster, service }: StackOutputs): string {
  const loadBalancer = cluster?.[CLUSTER_OUTPUTS.loadBalancerArn]?.split(':loadbalancer/')[1];
  const targetGroup = service?.[targetGroupOutput(1)]?.split(':').at(-1);
  return loadBalancer && targetGroup ? `${loadBalancer}/${targetGroup}` : KNOWN_AFTER_APPLY;
}

/** A step's bounds are relative to the alarm's threshold: upwards where the alarm means "more than". */
function isRising({ comparisonOperator }: StepPolicy): boolean {
  return comparisonOperator.startsWith('Greater');
}
