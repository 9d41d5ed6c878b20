import type { DeploymentLifecycleHook, DeploymentLifecycleHookDetail } from '../../../../shapes/ecs.d.ts';
import type { HookStage, Phase } from '../shifting/phases.ts';

/** A lifecycle hook at work in one phase of one deployment. */
export interface HookRecord {
  readonly id: string;
  /** LINEAR and CANARY meet a hook anew in each of their steps. */
  readonly phase: Phase;
  readonly hook: FilledHook;
  status: NonNullable<DeploymentLifecycleHookDetail['status']>;
  readonly expiresAt: number;
  /** Of one that fails the deployment: how "Service deployment rolled back because …" goes on. */
  reason: string | undefined;
}

/** With AWS's defaults filled in. */
export interface FilledHook extends DeploymentLifecycleHook {
  targetType: 'AWS_LAMBDA' | 'PAUSE';
  lifecycleStages: HookStage[];
  timeoutConfiguration: { timeoutInMinutes: number; action: 'ROLLBACK' | 'CONTINUE' };
}

export const isOpen = ({ status }: HookRecord): boolean => status === 'AWAITING_ACTION' || status === 'IN_PROGRESS';
