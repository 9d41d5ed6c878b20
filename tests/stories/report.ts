import Table from 'cli-table3';
import type { StoryResult } from './story.ts';

export function isRight({ expected, got, problems }: StoryResult): boolean {
  return expected === got && problems.length === 0;
}

/** A table of all stories, and below it what is wrong with which. */
export function report(results: readonly StoryResult[], seconds: number): string {
  const table = new Table({ head: ['story', 'as expected', 'seconds'], style: { head: [], border: [] } });
  for (const result of results) table.push([result.name, isRight(result) ? 'yes' : 'NO', result.seconds.toFixed(1)]);
  const wrong = results.filter((result) => !isRight(result));
  const lines = wrong.flatMap(({ name, expected, got, problems }) => [
    '',
    `${name}:`,
    ...(expected === got ? [] : [`  expected ${expected}`, `  got      ${got}`]),
    ...problems.map((problem) => `  ${problem}`),
  ]);
  const total = `${results.length - wrong.length} of ${results.length} stories as expected, in ${seconds.toFixed(0)} s.`;
  return [table.toString(), ...lines, '', total].join('\n');
}
