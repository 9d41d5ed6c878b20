import { isGreen, type Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import { inParallel } from '../in-parallel.ts';

type Needing = Pick<Unit, 'id' | 'needs'>;

/** The ids of units that can be taken one after the other; without those that need each other, or one of those. */
export function orderly(units: readonly Needing[]): ReadonlySet<string> {
  const rounds = roundsOf(units);
  return new Set(rounds.flat().map(({ id }) => id));
}

/** Units in rounds: each needs only what earlier rounds have, or what is not among them. */
function roundsOf<Item extends Needing>(items: readonly Item[]): readonly (readonly Item[])[] {
  const waiting = new Set(items.map(({ id }) => id));
  const next = items.filter(({ needs }) => !needs.some((need) => waiting.has(need)));
  if (next.length === 0) return [];
  return [next, ...roundsOf(items.filter((item) => !next.includes(item)))];
}

/** What is left over goes last: after all units that wait for none of these removals, nor for a unit that does. */
export function needsOfRemovals(removals: readonly string[], units: readonly Needing[]): readonly string[] {
  const waiting = new Set(removals);
  for (const round of roundsOf(units))
    for (const unit of round) if (unit.needs.some((need) => waiting.has(need))) waiting.add(unit.id);
  return units.map((unit) => unit.id).filter((unit) => !waiting.has(unit));
}

interface Ended {
  readonly unit: Pick<Unit, 'id'>;
  readonly outcome: Outcome;
}

export interface Job<Result> extends Needing {
  readonly run: () => Promise<Result>;
  /** Its result where one that it needs has ended badly. */
  readonly heldBack: (cause: Ended) => Result;
}

/** Runs jobs in the order of what they need, `limit` at a time; results are in the order of the jobs. */
export async function inOrderOfNeeds<Result extends Ended>(
  jobs: readonly Job<Result>[],
  limit: number,
): Promise<readonly Result[]> {
  const ended = new Map<string, Result>();
  for (const round of roundsOf(jobs)) {
    const results = await inParallel(round, limit, async ({ needs, run, heldBack }) => {
      const bad = needs.map((need) => ended.get(need)).find((result) => result && !isGreen(result.outcome.kind));
      return bad ? heldBack(bad) : run();
    });
    round.forEach(({ id }, index) => {
      const result = results[index];
      if (result) ended.set(id, result);
    });
  }
  return jobs.map(({ id }) => {
    const result = ended.get(id);
    if (!result) throw new Error(`${id} needs something that needs it`);
    return result;
  });
}
