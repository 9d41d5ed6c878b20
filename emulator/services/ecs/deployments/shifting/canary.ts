import type { FilledDeploymentConfiguration } from '../../scheduler/record.ts';
import { MINUTE_MS, type ShiftStep } from './steps.ts';

export const CANARY_DEFAULTS = { canaryPercent: 5, canaryBakeTimeInMinutes: 10 } as const;

/** CANARY: a share first, after its bake time all the rest [CanaryConfiguration]. */
export function canarySteps({ canaryConfiguration }: FilledDeploymentConfiguration): readonly ShiftStep[] {
  const {
    canaryPercent = CANARY_DEFAULTS.canaryPercent,
    canaryBakeTimeInMinutes = CANARY_DEFAULTS.canaryBakeTimeInMinutes,
  } = canaryConfiguration ?? {};
  const all = { percent: 100, bakeMs: 0 };
  return canaryPercent < 100 ? [{ percent: canaryPercent, bakeMs: canaryBakeTimeInMinutes * MINUTE_MS }, all] : [all];
}
