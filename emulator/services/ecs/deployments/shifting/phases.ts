import type { DeploymentLifecycleHook, ServiceDeployment } from '../../../../shapes/ecs.d.ts';
import type { ShiftStep } from './steps.ts';

export type HookStage = NonNullable<DeploymentLifecycleHook['lifecycleStages']>[number];
type ShownStage = NonNullable<ServiceDeployment['lifecycleStage']>;
export type Stage = ShownStage | HookStage;

/** Which listener rule moves, and how much of its traffic the target revision has from then on. */
export interface TrafficMove {
  readonly rule: 'production' | 'test';
  readonly percent: number;
}

/** What a deployment goes through one after the other; LINEAR and CANARY pass the production stages once a step. */
export interface Phase {
  readonly stage: Stage;
  readonly traffic?: TrafficMove;
  /** How long the phase lasts at least. */
  readonly bakeMs?: number;
}

/** The stages of a deployment that shifts traffic, in order [doc blue-green-deployment-how-it-works]. */
export function phasesOf(plan: {
  /** Other revisions than one serving and one new have tasks. */
  readonly reconciles: boolean;
  readonly steps: readonly ShiftStep[];
  readonly bakeMs: number;
}): readonly Phase[] {
  return [
    ...(plan.reconciles ? [{ stage: 'RECONCILE_SERVICE' as const }] : []),
    { stage: 'PRE_SCALE_UP' },
    { stage: 'SCALE_UP' },
    { stage: 'POST_SCALE_UP' },
    { stage: 'TEST_TRAFFIC_SHIFT', traffic: { rule: 'test', percent: 100 } },
    { stage: 'POST_TEST_TRAFFIC_SHIFT' },
    ...plan.steps.flatMap(({ percent, bakeMs }): Phase[] => [
      { stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT' },
      { stage: 'PRODUCTION_TRAFFIC_SHIFT', traffic: { rule: 'production', percent }, bakeMs },
    ]),
    { stage: 'POST_PRODUCTION_TRAFFIC_SHIFT' },
    { stage: 'BAKE_TIME', bakeMs: plan.bakeMs },
    { stage: 'CLEAN_UP' },
  ];
}

/**
 * The way back, at once unless the serving revision has been cleaned up already. Its traffic stages run their hooks
 * again [doc lambda-lifecycle-hooks]; the order of the two is an estimate.
 */
export const ROLLBACK_PHASES: readonly Phase[] = [
  { stage: 'SCALE_UP' },
  { stage: 'PRODUCTION_TRAFFIC_SHIFT', traffic: { rule: 'production', percent: 0 } },
  { stage: 'TEST_TRAFFIC_SHIFT', traffic: { rule: 'test', percent: 0 } },
  { stage: 'CLEAN_UP' },
];

/** As DescribeServiceDeployments names it: the stage before each production shift exists for hooks alone. */
export const shownStage = (stage: Stage): ShownStage =>
  stage === 'PRE_PRODUCTION_TRAFFIC_SHIFT' ? 'PRODUCTION_TRAFFIC_SHIFT' : stage;
