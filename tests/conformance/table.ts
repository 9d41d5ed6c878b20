import Table from 'cli-table3';
import type { Verdict } from './judgement.ts';
import type { Skipped, Witness } from './observation.ts';

const PLAIN = {
  chars: {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: '  ',
  },
  style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
};

/** One row a line, one witness a column: agree (on shapes where it was not called), differ, or skipped. */
export function renderTable(
  title: string,
  witnesses: readonly Witness[],
  verdicts: readonly Verdict[],
  skipped: readonly Skipped[],
): string {
  const rows = [...new Set(verdicts.map(({ row }) => row))].sort();
  const table = new Table({ ...PLAIN, head: [title, ...witnesses] });
  for (const row of rows) table.push([row, ...witnesses.map((witness) => cell(witness, row, verdicts, skipped))]);
  return table.toString().replaceAll(/ +$/gm, '');
}

function cell(witness: Witness, row: string, verdicts: readonly Verdict[], skipped: readonly Skipped[]): string {
  if (skipped.some((entry) => entry.witness === witness)) return 'skipped';
  const verdict = verdicts.find((one) => one.witness === witness && one.row === row);
  if (!verdict) return '-';
  if (verdict.undocumented.length > 0) return 'DIFFERS';
  if (verdict.documented.length > 0) return 'differ, documented';
  return verdict.madeUp ? 'agree (shapes)' : 'agree';
}

/** The reasons behind the cells, each once; then what nobody has explained yet. */
export function renderReasons(verdicts: readonly Verdict[], skipped: readonly Skipped[]): string {
  const reasons = Map.groupBy(
    verdicts.flatMap(({ witness, row, documented }) =>
      documented.map(({ reason }) => ({ reason, where: `${witness}, ${row}` })),
    ),
    ({ reason }) => reason,
  );
  const documented = [...reasons].map(([reason, entries]) => {
    const places = [...new Set(entries.map(({ where }) => where))];
    return `- ${places.slice(0, 3).join('; ')}${places.length > 3 ? ` and ${places.length - 3} more` : ''}: ${reason}`;
  });
  const undocumented = verdicts.flatMap(({ witness, row, undocumented: found }) =>
    found.map((difference) => `- ${witness}, ${row}: ${difference}`),
  );
  const sections = [
    ['Skipped', skipped.map(({ witness, reason }) => `- ${witness}: ${reason}`)],
    ['Documented differences', documented],
    ['Undocumented differences', undocumented],
  ] as const;
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.join('\n')}`)
    .join('\n\n');
}
