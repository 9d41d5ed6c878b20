import type { Adjustment, StepAdjustment } from '../../core/capacity-arithmetic.ts';
import type { TargetTrackingConfiguration } from '../../shapes/autoscaling.d.ts';

export type PolicySettings =
  | {
      readonly type: 'SimpleScaling';
      readonly adjustmentType: Adjustment['type'];
      readonly amount: number;
      readonly minMagnitude: number | undefined;
      readonly cooldownSeconds: number | undefined;
    }
  | {
      readonly type: 'StepScaling';
      readonly adjustmentType: Adjustment['type'];
      readonly steps: readonly StepAdjustment[];
      readonly minMagnitude: number | undefined;
      readonly aggregation: string;
    }
  | {
      readonly type: 'TargetTrackingScaling';
      readonly tracking: TargetTrackingConfiguration;
      readonly alarms: TrackingAlarms;
    };

/** Names of the two alarms that Auto Scaling keeps for a target tracking policy. */
export interface TrackingAlarms {
  readonly high: string;
  readonly low: string;
}

export interface ScalingPolicyRecord {
  readonly name: string;
  readonly arn: string;
  readonly enabled: boolean;
  readonly warmupSeconds: number | undefined;
  readonly settings: PolicySettings;
}
