import type { Outcome } from '../model/outcome.ts';
import type { Unit } from '../model/plan.ts';

/** The outcome of a plan that may be applied; `nothing` says what an empty one means. */
export function plannedChanges({ changes }: Unit, nothing: string): Outcome {
  if (changes.length === 0) return { kind: 'unchanged', summary: nothing, evidence: [] };
  const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
  return { kind: 'planned', summary: `Applying would make ${count}.`, evidence: [] };
}
