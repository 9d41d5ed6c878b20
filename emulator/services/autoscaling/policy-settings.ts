import type { Adjustment } from '../../core/capacity-arithmetic.ts';
import { stepsProblem } from '../../core/capacity-arithmetic.ts';
import type { PutScalingPolicyType } from '../../shapes/autoscaling.d.ts';
import { invalid, unserved } from './errors.ts';
import type { PolicySettings, TrackingAlarms } from './scaling-policy.ts';

const ADJUSTMENT_TYPES: readonly Adjustment['type'][] = [
  'ChangeInCapacity',
  'PercentChangeInCapacity',
  'ExactCapacity',
];

function adjustmentType({ AdjustmentType }: PutScalingPolicyType): Adjustment['type'] {
  const type = ADJUSTMENT_TYPES.find((each) => each === AdjustmentType);
  if (type) return type;
  throw invalid(
    AdjustmentType === undefined
      ? 'AdjustmentType must be specified for this policy type'
      : `Invalid AdjustmentType ${AdjustmentType}. Valid values are ${ADJUSTMENT_TYPES.join(', ')}`,
  );
}

/** Members that belong to another type of policy are refused, as on AWS. */
function refuse(input: PutScalingPolicyType, type: string, ...members: (keyof PutScalingPolicyType)[]): void {
  const wrong = members.find((member) => input[member] !== undefined);
  if (wrong !== undefined) throw invalid(`${wrong} is not supported for policy type ${type}`);
}

/** A policy's settings with AWS's defaults. `alarms` are the names that a target tracking policy uses. */
export function policySettings(input: PutScalingPolicyType, alarms: TrackingAlarms): PolicySettings {
  const type = input.PolicyType ?? 'SimpleScaling';
  const minMagnitude = input.MinAdjustmentMagnitude ?? input.MinAdjustmentStep;
  if (minMagnitude !== undefined && input.AdjustmentType !== 'PercentChangeInCapacity')
    throw invalid('MinAdjustmentMagnitude is only supported for the AdjustmentType PercentChangeInCapacity');
  switch (type) {
    case 'SimpleScaling':
      refuse(
        input,
        type,
        'StepAdjustments',
        'TargetTrackingConfiguration',
        'EstimatedInstanceWarmup',
        'MetricAggregationType',
      );
      if (input.ScalingAdjustment === undefined)
        throw invalid('ScalingAdjustment must be specified for policy type SimpleScaling');
      return {
        type,
        adjustmentType: adjustmentType(input),
        amount: input.ScalingAdjustment,
        minMagnitude,
        cooldownSeconds: input.Cooldown,
      };
    case 'StepScaling': {
      refuse(input, type, 'ScalingAdjustment', 'Cooldown', 'TargetTrackingConfiguration');
      const steps = input.StepAdjustments ?? [];
      const problem = stepsProblem(steps);
      if (problem !== undefined) throw invalid(problem);
      const aggregation = input.MetricAggregationType ?? 'Average';
      return { type, adjustmentType: adjustmentType(input), steps, minMagnitude, aggregation };
    }
    case 'TargetTrackingScaling': {
      refuse(
        input,
        type,
        'ScalingAdjustment',
        'Cooldown',
        'StepAdjustments',
        'AdjustmentType',
        'MetricAggregationType',
      );
      const tracking = input.TargetTrackingConfiguration;
      if (!tracking)
        throw invalid('TargetTrackingConfiguration must be specified for policy type TargetTrackingScaling');
      if (
        (tracking.PredefinedMetricSpecification === undefined) ===
        (tracking.CustomizedMetricSpecification === undefined)
      )
        throw invalid(
          'Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be specified',
        );
      return { type, tracking: { ...tracking, DisableScaleIn: tracking.DisableScaleIn ?? false }, alarms };
    }
    case 'PredictiveScaling':
      throw unserved('predictive scaling');
  }
  throw invalid(
    `Invalid policy type ${type}. Valid values are SimpleScaling, StepScaling, TargetTrackingScaling, PredictiveScaling`,
  );
}
