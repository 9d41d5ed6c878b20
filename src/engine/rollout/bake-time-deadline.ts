import type { Outcome } from '../../model/outcome.ts';
import { bakeMinutes } from '../../plan/rollout/bake-time.ts';
import { remainingMs } from '../deadline.ts';
import type { RolloutRun } from './context.ts';

/** Beside bake times: tasks that start and stop. */
const MARGIN_SECONDS = 600;

/**
 * Why a deployment cannot end, or reach its next pause, in the run's time, known before anything is written: its bake
 * times alone are longer. `from` is where it begins, or the stage at which it is paused.
 */
export function tooLittleTime(
  run: RolloutRun,
  from: 'start' | { readonly stage: string | undefined },
): Outcome | undefined {
  const minutes = stretchAhead(bakeMinutes(run.service.settings), from);
  if (minutes === 0 || minutes * 60_000 < remainingMs(run)) return undefined;
  const seconds = Math.round(remainingMs(run) / 1000);
  return {
    kind: 'blocked',
    summary: `Nothing was written: bake times alone take ${minutes} minutes, but this run has only ${seconds} seconds and would then roll the deployment back.`,
    evidence: [],
    nextStep: `Give timeout-seconds of at least ${minutes * 60 + MARGIN_SECONDS}, or shorten the bake times of ${run.settingsOwner}.`,
  };
}

/** Of several pauses before the last nothing says which one it is: the longest stretch counts. */
function stretchAhead(stretches: readonly number[], from: Parameters<typeof tooLittleTime>[1]): number {
  if (from === 'start') return stretches[0] ?? 0;
  if (from.stage === 'POST_PRODUCTION_TRAFFIC_SHIFT') return stretches.at(-1) ?? 0;
  return Math.max(0, ...stretches.slice(1));
}
