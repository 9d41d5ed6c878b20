import type { DocumentedDifference, Observation, Witness } from './observation.ts';

export interface Verdict {
  readonly row: string;
  readonly witness: Witness;
  readonly documented: readonly { readonly difference: string; readonly reason: string }[];
  readonly undocumented: readonly string[];
  /** Nothing but made-up answers was judged. */
  readonly madeUp: boolean;
}

/** Sums up what was observed by row and witness, and tells differences that are explained from others. */
export function judge(
  observations: readonly Observation[],
  documented: readonly DocumentedDifference[],
): readonly Verdict[] {
  const byCell = Map.groupBy(observations, ({ row, witness }) => `${witness}\n${row}`);
  return [...byCell.values()].flatMap((found) => {
    const [first] = found;
    if (!first) return [];
    const { row, witness } = first;
    const differences = [...new Set(found.flatMap((observation) => observation.differences))];
    const explained = differences.map((difference) => ({
      difference,
      reason: documented.find((entry) => explains(entry, { row, witness }, difference))?.reason,
    }));
    return [
      {
        row,
        witness,
        documented: explained.flatMap(({ difference, reason }) =>
          reason === undefined ? [] : [{ difference, reason }],
        ),
        undocumented: explained.flatMap(({ difference, reason }) => (reason === undefined ? [difference] : [])),
        madeUp: found.every((observation) => observation.madeUp === true),
      },
    ];
  });
}

/** Explanations that explained nothing of this: they may be out of date. */
export function unusedExplanations(
  observations: readonly Observation[],
  documented: readonly DocumentedDifference[],
): readonly DocumentedDifference[] {
  const heard = new Set(observations.map(({ witness }) => witness));
  return documented.filter(
    (entry) =>
      heard.has(entry.witness) &&
      !observations.some((observation) =>
        observation.differences.some((difference) => explains(entry, observation, difference)),
      ),
  );
}

function explains(
  entry: DocumentedDifference,
  { row, witness }: { readonly row: string; readonly witness: Witness },
  difference: string,
): boolean {
  return entry.witness === witness && matches(entry.row, row) && matches(entry.difference, difference);
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}
