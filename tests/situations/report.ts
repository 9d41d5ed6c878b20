import Table from 'cli-table3';
import colours from 'picocolors';
import type { SituationResult } from './situation.ts';

const NO_LINES_BETWEEN_ROWS = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** The results for a person, what went wrong last. */
export function report(results: readonly SituationResult[], problems: readonly string[], seconds: number): string {
  const table = new Table({
    head: ['situation', 'verdict', 'dropped', 'to verdict', 'to stop', 'calls'],
    style: { head: [], border: [] },
    chars: NO_LINES_BETWEEN_ROWS,
    colWidths: [44, 70, 9, 12, 9, 7],
    wordWrap: true,
  });
  for (const { name, expected, got, dropped, evidenceToVerdict, doomToStop, calls } of results) {
    const ok = expected === got;
    table.push([
      ok ? name : colours.red(name),
      ok ? got : colours.red(got),
      dropped,
      evidenceToVerdict === null ? '' : `${evidenceToVerdict.toFixed(2)} s`,
      doomToStop === undefined ? '' : `${doomToStop.toFixed(2)} s`,
      calls,
    ]);
  }
  const end = problems.length === 0 ? colours.green('✔ every verdict is right') : colours.red('✘ not as it should be');
  return [
    table.toString(),
    ...problems.map((problem) => colours.red(`✘ ${problem}`)),
    `${end}: ${results.length} situations in ${seconds.toFixed(0)} s`,
    '',
  ].join('\n');
}
