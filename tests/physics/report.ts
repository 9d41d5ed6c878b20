import Table from 'cli-table3';
import type { Result } from './run.ts';

const TEXT_WIDTH = 60;

/** The table of rules: what happened, and AWS's text. */
export function report(results: readonly Result[]): string {
  const table = new Table({
    head: ['rule', '', 'what happened', "AWS's text"],
    colWidths: [24, 8, TEXT_WIDTH + 2, TEXT_WIDTH + 2],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { rule, holds, happened, said } of results)
    table.push([rule.name, holds ? 'holds' : 'BROKEN', folded(`${rule.title}\n${happened}`), folded(said)]);
  return table.toString();
}

/** ARNs are longer than a line, and would be cut off. */
const folded = (text: string): string => text.replace(new RegExp(`\\S{${TEXT_WIDTH}}`, 'g'), '$&\n');
