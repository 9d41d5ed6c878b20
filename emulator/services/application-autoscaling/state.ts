import type { StepAdjustment } from '../../core/capacity-arithmetic.ts';
import type { World } from '../../core/world.ts';
import type {
  PredictiveScalingPolicyConfiguration,
  ScalingActivity,
  StepScalingPolicyConfiguration,
  TargetTrackingScalingPolicyConfiguration,
} from '../../shapes/application-autoscaling.d.ts';

export type PolicySettings =
  | {
      readonly type: 'StepScaling';
      readonly configuration: StepScalingPolicyConfiguration & {
        readonly AdjustmentType: NonNullable<StepScalingPolicyConfiguration['AdjustmentType']>;
        readonly StepAdjustments: readonly StepAdjustment[];
      };
    }
  | {
      readonly type: 'TargetTrackingScaling';
      readonly configuration: TargetTrackingScalingPolicyConfiguration;
      /** The two alarms that Application Auto Scaling keeps for the policy. */
      readonly alarms: { readonly high: string; readonly low: string };
    }
  | { readonly type: 'PredictiveScaling'; readonly configuration: PredictiveScalingPolicyConfiguration };

export interface ScalingPolicyRecord {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly settings: PolicySettings;
}

/** What was scaled last in one direction. */
export interface LastScaling {
  /** Desired count before. */
  readonly from: number;
  readonly until: number;
}

export interface ScalableTargetRecord {
  /** service/<cluster>/<service> */
  readonly resourceId: string;
  readonly arn: string;
  readonly createdAt: number;
  min: number;
  max: number;
  suspended: { readonly in: boolean; readonly out: boolean; readonly scheduled: boolean };
  readonly tags: Map<string, string>;
  readonly policies: Map<string, ScalingPolicyRecord>;
  /** Cooldowns that run. */
  lastOut: LastScaling | undefined;
  lastIn: LastScaling | undefined;
  /** One after the other: each decision is made on what the one before led to. */
  queue: Promise<void>;
}

export interface ApplicationAutoScaling {
  readonly world: World;
  /** By resource id: of services' desired counts alone. */
  readonly targets: Map<string, ScalableTargetRecord>;
  /** Newest first; those of deregistered targets stay. */
  readonly activities: ScalingActivity[];
}

export const NAMESPACE = 'ecs';
export const DIMENSION = 'ecs:service:DesiredCount';
