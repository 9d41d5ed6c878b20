import type { Outcome } from '../../model/outcome.ts';
import { bakeMinutes } from '../../plan/bake-time.ts';
import { type RolloutRun, remainingMs } from './run.ts';

/** Why a deployment cannot end in the run's time, known before it begins: the bake times alone are longer. */
export function tooLittleTime(run: RolloutRun): Outcome | undefined {
  const minutes = bakeMinutes(run.service.settings);
  if (minutes * 60_000 < remainingMs(run)) return undefined;
  const seconds = Math.round(remainingMs(run) / 1000);
  return {
    kind: 'blocked',
    summary: `Nothing was written: the bake times of ${run.settingsOwner} alone take ${minutes} minutes, and this run has ${seconds} seconds left; when its time is up it would take the deployment back.`,
    evidence: [],
    nextStep: `Give timeout-seconds of at least ${minutes * 60 + 600}, or shorten the bake times.`,
  };
}
