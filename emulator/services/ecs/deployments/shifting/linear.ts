import type { FilledDeploymentConfiguration } from '../../scheduler/record.ts';
import { MINUTE_MS, type ShiftStep } from './steps.ts';

export const LINEAR_DEFAULTS = { stepPercent: 10, stepBakeTimeInMinutes: 6 } as const;

/**
 * LINEAR: equal steps with a bake time between them, none after the last, which may be smaller [LinearConfiguration].
 */
export function linearSteps({ linearConfiguration }: FilledDeploymentConfiguration): readonly ShiftStep[] {
  const { stepPercent = LINEAR_DEFAULTS.stepPercent, stepBakeTimeInMinutes = LINEAR_DEFAULTS.stepBakeTimeInMinutes } =
    linearConfiguration ?? {};
  // Counted in tenths, in which every step is whole: 3.3 % thrice is 9.9 %, not 9.899999999999999 %.
  const tenths = Math.round(stepPercent * 10);
  return Array.from({ length: Math.ceil(1000 / tenths) }, (_, index) => {
    const percent = Math.min(1000, tenths * (index + 1)) / 10;
    return { percent, bakeMs: percent < 100 ? stepBakeTimeInMinutes * MINUTE_MS : 0 };
  });
}
