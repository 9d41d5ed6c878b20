/**
 * `npm run stories`: pull requests from their first plan to what AWS has in the end, through the workflows as written.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Interrupted, interruption } from '../../rehearse/interruption.ts';
import type { Fault } from '../planted/fault.ts';
import { FAULTS } from './faults.ts';
import { play } from './play.ts';
import { isRight, report } from './report.ts';
import { STORIES } from './stories.ts';
import type { Story, StoryResult } from './story.ts';
import { layOutToolkit } from './toolkit.ts';

interface Flags {
  readonly list?: true;
  readonly json?: string;
  readonly only?: string[];
  readonly update?: true;
  readonly break?: string;
}

const command = new Command('stories')
  .description(
    'Plays pull requests: the workflows as written, on a fake of GitHub and an emulated AWS, and compares how each ends, and its comment, with what it has to be.',
  )
  .option('--list', 'print the names of the stories')
  .option('--json <file>', 'write the results to a file')
  .option('--only <text...>', 'play those whose names hold one of these texts')
  .addOption(new Option('--update', 'update the golden comments: read what changed in them').env('UPDATE_GOLDENS'))
  .option('--break <name>', 'plant a fault, which must be noticed; `list` prints the faults');

async function main(flags: Flags): Promise<number> {
  if (flags.list) return print(chosen(flags).map(({ name }) => name));
  if (flags.break === 'list') return print(FAULTS.map(({ name, breaks }) => `${name.padEnd(28)} ${breaks}`));
  if (flags.break !== undefined) return playBroken(flags, flags.break);
  const results = await playAll(chosen(flags), flags);
  return results.every(isRight) ? 0 : 1;
}

/** Exit code 1 where the fault is noticed, which is as it should be; 0 where it is not. */
async function playBroken(flags: Flags, name: string): Promise<number> {
  const fault = FAULTS.find((each) => each.name === name);
  if (!fault) {
    const names = FAULTS.map((each) => each.name).join(', ');
    throw new InvalidArgumentError(`There is no fault ${name}: there are ${names}.`);
  }
  const stories = STORIES.filter((story) => fault.shownBy.includes(story.name));
  const results = await playAll(stories, flags, fault);
  const isNoticed = !results.every(isRight);
  console.log(isNoticed ? `${name} was noticed.` : `${name} was not noticed: ${fault.breaks}`);
  return isNoticed ? 1 : 0;
}

async function playAll(stories: readonly Story[], flags: Flags, fault?: Fault): Promise<readonly StoryResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-stories-'));
  try {
    const toolkit = layOutToolkit(join(folder, 'toolkit'), fault);
    const started = performance.now();
    const results = await play(stories, {
      toolkit,
      isUpdate: flags.update === true && fault === undefined,
      signal: interruption(),
      onResult: (result) => console.error(`${isRight(result) ? '✔' : '✘'} ${result.name}: ${result.got}`),
    });
    console.log(report(results, (performance.now() - started) / 1000));
    if (flags.json) {
      const rows = results.map(({ name, expected, got, problems }) => ({
        name,
        expected,
        got: [got, ...problems].join(' → '),
      }));
      await writeFile(flags.json, `${JSON.stringify(rows, undefined, 2)}\n`);
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function chosen({ only }: Flags): readonly Story[] {
  return STORIES.filter(({ name }) => only?.some((text) => name.includes(text)) ?? true);
}

function print(lines: readonly string[]): number {
  console.log(lines.join('\n'));
  return 0;
}

main(command.parse().opts<Flags>()).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isExpected = error instanceof Interrupted || error instanceof InvalidArgumentError;
    console.error(isExpected ? error.message : error);
    process.exit(error instanceof Interrupted ? error.exitCode : 1);
  },
);
