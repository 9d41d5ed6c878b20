import type { Outcome } from '../model/outcome.ts';
import type { Unit } from '../model/plan.ts';
import { counted } from '../model/text.ts';
import { failedChecks } from './preflight/failed-checks.ts';

/** The outcome of a plan that may be applied; `nothing` says what an empty one means. */
export function plannedChanges({ changes, checks }: Unit, nothing: string): Outcome {
  const evidence = failedChecks({ checks });
  if (changes.length === 0) return { kind: 'unchanged', summary: nothing, evidence };
  const count = counted(changes.length, 'change');
  return { kind: 'planned', summary: `Applying would make ${count}.`, evidence };
}
