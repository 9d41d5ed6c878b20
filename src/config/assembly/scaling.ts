import type { Scaling, StepPolicy } from '../../model/service.ts';
import type { ScalingFile, StepFile } from '../schema/scaling-file.ts';

/** `stem` begins the names that the file leaves out. */
export function buildScaling(stem: string, file: ScalingFile): Scaling {
  const { scaleOut, scaleIn } = file;
  return {
    minCapacity: file.minCapacity,
    maxCapacity: file.maxCapacity,
    steps:
      scaleOut && scaleIn
        ? { scaleOut: buildStep(`${stem}-scale-out`, scaleOut), scaleIn: buildStep(`${stem}-scale-in`, scaleIn) }
        : undefined,
    targetTracking: file.targetTracking.map((policy) => ({
      policyName: policy.policyName ?? `${stem}-${policy.predefinedMetricType}`,
      metricType: policy.predefinedMetricType,
      targetValue: policy.targetValue,
      scaleInCooldownSeconds: policy.scaleInCooldown,
      scaleOutCooldownSeconds: policy.scaleOutCooldown,
      disableScaleIn: policy.disableScaleIn,
    })),
    predictive: file.predictive.map((policy) => ({
      policyName: policy.policyName ?? `${stem}-predictive-${policy.predefinedMetricPairType}`,
      metricPairType: policy.predefinedMetricPairType,
      targetValue: policy.targetValue,
      mode: policy.mode,
      schedulingBufferSeconds: policy.schedulingBufferTime,
      maxCapacityBufferPercent: policy.maxCapacityBuffer,
    })),
    drivesInstances: file.drivesInstances,
    suspended: file.suspendedState,
  };
}

function buildStep(name: string, file: StepFile): StepPolicy {
  return {
    alarmName: file.alarmName ?? name,
    policyName: file.policyName ?? name,
    metricName: file.metricName,
    comparisonOperator: file.comparisonOperator,
    thresholdPercent: file.threshold,
    periodSeconds: file.period,
    evaluationPeriods: file.evaluationPeriods,
    adjustment: file.scalingAdjustment,
    adjustmentType: file.adjustmentType,
    stepAdjustments: file.stepAdjustments,
    minAdjustmentMagnitude: file.minAdjustmentMagnitude,
    cooldownSeconds: file.cooldown,
  };
}
