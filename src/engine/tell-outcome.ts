import type { Outcome } from '../model/outcome.ts';
import type { Unit } from '../model/plan.ts';
import type { Progress } from '../ports/progress.ts';

/** Tells how a unit has ended; what is asked at a URL is a unit too. */
export function tellOutcome({ id }: Pick<Unit, 'id'>, outcome: Outcome, progress: Progress): void {
  progress.emit({ kind: 'outcome', unit: id, outcome });
}
