import type { ShiftStep } from './steps.ts';

/** BLUE_GREEN: all production traffic at once. */
export const blueGreenSteps = (): readonly ShiftStep[] => [{ percent: 100, bakeMs: 0 }];
