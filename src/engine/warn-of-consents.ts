import type { Cluster } from '../model/cluster.ts';
import type { Unit } from '../model/plan.ts';
import { type ConsentPart, unusedConsents } from '../plan/consents.ts';
import type { Progress } from '../ports/progress.ts';

/**
 * Tells of consents that nothing of a plan needs, of parts that it has all of: one that stays may cover a later change
 * unseen.
 */
export function warnOfConsents(
  cluster: Cluster,
  parts: readonly ConsentPart[],
  units: readonly Unit[],
  progress: Progress,
): void {
  const dangers = units.flatMap((unit) => unit.dangers);
  for (const unused of unusedConsents(cluster, parts, dangers)) progress.emit({ kind: 'warning', ...unused });
}
