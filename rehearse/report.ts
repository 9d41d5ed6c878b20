import Table from 'cli-table3';
import colours from 'picocolors';
import type { Rehearsal } from './result.ts';

const NO_LINES_BETWEEN_ROWS = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** The end of a rehearsal for a person: steps, traffic, scaling, and the verdict. */
export function report({ ok, seconds, traffic, steps, scaling, resources, problems }: Rehearsal): string {
  const table = new Table({
    head: ['step', 'outcome', 'seconds', 'writes', ''],
    style: { head: [], border: [] },
    chars: NO_LINES_BETWEEN_ROWS,
    colWidths: [34, 13, 9, 8, 62],
    wordWrap: true,
  });
  for (const { name, outcome, seconds, writes, reason, ok } of steps) {
    table.push([
      ok ? name : colours.red(name),
      ok ? colours.green(outcome) : colours.red(outcome),
      seconds.toFixed(1),
      writes,
      reason ?? '',
    ]);
  }
  const versions = Object.entries(traffic.byVersion).map(([version, count]) => `${version} ${count}`);
  return [
    table.toString(),
    `traffic    ${traffic.requests} requests, ${traffic.failed} failed${kinds(traffic.failures)} (${versions.join(', ')})`,
    `scaling    tasks ${scaling.tasks.join(' → ')}; instances ${scaling.instances.join(' → ')}`,
    `resources  ${names(resources).join(', ')}`,
    ...problems.map((problem) => colours.red(`✘ ${problem}`)),
    ok
      ? colours.green(`✔ everything went as it should, in ${seconds.toFixed(0)} s`)
      : colours.red(`✘ not everything went as it should (${seconds.toFixed(0)} s)`),
    '',
  ].join('\n');
}

/** Without those that AWS knows by ARN alone. */
function names(resources: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set(Object.values(resources))].filter((name) => !name.startsWith('arn:'));
}

function kinds(failures: Readonly<Record<string, number>>): string {
  const parts = Object.entries(failures).map(([kind, count]) => `${count} × ${kind}`);
  return parts.length > 0 ? `: ${parts.join(', ')}` : '';
}
