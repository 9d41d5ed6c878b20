import { stepsProblem } from '../../core/capacity-arithmetic.ts';
import type {
  PredictiveScalingPolicyConfiguration,
  PutScalingPolicyRequest,
} from '../../shapes/application-autoscaling.d.ts';
import { invalid, unserved } from './errors.ts';
import type { PolicySettings } from './state.ts';

type Alarms = Extract<PolicySettings, { type: 'TargetTrackingScaling' }>['alarms'];

/** A policy's checked settings; `type` is what the policy is already, where it exists. */
export function policySettings(
  input: PutScalingPolicyRequest,
  type: PolicySettings['type'] | undefined,
  alarms: Alarms,
): PolicySettings {
  const wanted = input.PolicyType ?? type;
  if (type !== undefined && wanted !== type)
    throw invalid(`The type of scaling policy ${input.PolicyName} is ${type} and cannot be changed`);
  switch (wanted) {
    case 'StepScaling': {
      const configuration = input.StepScalingPolicyConfiguration;
      if (!configuration) throw invalid('StepScalingPolicyConfiguration must be specified for policy type StepScaling');
      const { AdjustmentType, StepAdjustments = [], MinAdjustmentMagnitude, Cooldown = 0 } = configuration;
      if (AdjustmentType === undefined) throw invalid('AdjustmentType must be specified for policy type StepScaling');
      if (MinAdjustmentMagnitude !== undefined && AdjustmentType !== 'PercentChangeInCapacity')
        throw invalid('MinAdjustmentMagnitude is only supported for the AdjustmentType PercentChangeInCapacity');
      if (Cooldown < 0) throw invalid('Cooldown must not be negative');
      const problem = stepsProblem(StepAdjustments);
      if (problem !== undefined) throw invalid(problem);
      return { type: wanted, configuration: { ...configuration, AdjustmentType, StepAdjustments } };
    }
    case 'TargetTrackingScaling': {
      const configuration = input.TargetTrackingScalingPolicyConfiguration;
      if (!configuration)
        throw invalid(
          'TargetTrackingScalingPolicyConfiguration must be specified for policy type TargetTrackingScaling',
        );
      const { PredefinedMetricSpecification, CustomizedMetricSpecification } = configuration;
      if ((PredefinedMetricSpecification === undefined) === (CustomizedMetricSpecification === undefined))
        throw invalid(
          'Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be specified',
        );
      return { type: wanted, configuration, alarms };
    }
    case 'PredictiveScaling':
      return { type: wanted, configuration: predictiveConfiguration(input) };
    case undefined:
      throw invalid('PolicyType must be specified to create a scaling policy');
  }
}

const PAIRS = ['ECSServiceCPUUtilization', 'ECSServiceMemoryUtilization', 'ALBRequestCount'];

function predictiveConfiguration(input: PutScalingPolicyRequest): PredictiveScalingPolicyConfiguration {
  const configuration = input.PredictiveScalingPolicyConfiguration;
  if (!configuration)
    throw invalid('PredictiveScalingPolicyConfiguration must be specified for policy type PredictiveScaling');
  const [metric, ...others] = configuration.MetricSpecifications;
  if (!metric || others.length > 0) throw invalid('Exactly one MetricSpecification must be specified');
  const pair = metric.PredefinedMetricPairSpecification?.PredefinedMetricType;
  if (pair === undefined) throw unserved('predictive scaling by other metrics than a predefined pair');
  if (!PAIRS.includes(pair)) throw invalid(`Unsupported predefined metric pair: ${pair}`);
  const { MaxCapacityBreachBehavior: behavior, MaxCapacityBuffer: buffer } = configuration;
  if ((behavior === 'IncreaseMaxCapacity') !== (buffer !== undefined))
    throw invalid('MaxCapacityBuffer goes with MaxCapacityBreachBehavior IncreaseMaxCapacity, and is required there');
  return configuration;
}
