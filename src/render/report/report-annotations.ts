import { isGreen } from '../../model/outcome.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { changingPlans, targetsOf } from '../comment/targets.ts';
import { annotation } from '../log/commands.ts';

/** GitHub keeps as many of each level for a step. */
const MOST = 10;

/**
 * Annotations at the lines of config that are dangerous or that AWS refused; what GitHub would drop is told in the last
 * one.
 */
export function reportAnnotations(records: readonly RunRecord[]): readonly string[] {
  const notes = targetsOf(records).flatMap((target) => [
    ...target.units.flatMap(({ name, outcome: { kind, summary, at } }) =>
      at && !isGreen(kind) ? [{ level: 'error' as const, message: `${name}: ${summary}`, at }] : [],
    ),
    ...changingPlans(target).flatMap(({ changes, dangers }) =>
      dangers.map(({ resource, loss, allowed }) => ({
        level: allowed ? ('warning' as const) : ('error' as const),
        message: `${resource}: ${loss}`,
        at: changes.find((change) => change.resource === resource)?.at,
      })),
    ),
  ]);
  return (['error', 'warning'] as const).flatMap((level) => {
    const all = notes.filter((note) => note.level === level);
    const shown = all.length > MOST ? all.slice(0, MOST - 1) : all;
    const left = all.length - shown.length;
    const rest = `${left} more: see the comment and the summary.`;
    return [
      ...shown.map(({ message, at }) => annotation(level, message, at, 'ECS plan')),
      ...(left > 0 ? [annotation(level, rest, undefined, 'ECS plan')] : []),
    ];
  });
}
