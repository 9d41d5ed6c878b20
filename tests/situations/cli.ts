/** `npm run situations`: every state that a service can be in, and whether the bundle's verdict is right. */
import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { Interrupted, interruption } from '../../rehearse/interruption.ts';
import { buildPlanted } from '../planted/build-planted.ts';
import { problemsOf } from './bounds.ts';
import { play } from './play.ts';
import { report } from './report.ts';
import { SITUATIONS } from './situations.ts';

interface Flags {
  readonly list?: true;
  readonly json?: string;
  readonly only?: string[];
  readonly scale: number;
  readonly source?: true;
}

const command = new Command('situations')
  .description(
    'Brings services on an emulated AWS to situations that a deployment meets, runs the bundle under real HTTP traffic, and compares its verdict with what happened.',
  )
  .option('--list', 'print the names of the situations')
  .option('--json <file>', 'write the results to a file')
  .option('--only <name...>', 'play those whose names hold one of these texts')
  .option('--source', 'build the bundle from src/ first, instead of running dist/')
  .option('--scale <factor>', 'how many times as fast as real time the emulator goes', positive, 10);

function positive(text: string): number {
  const value = Number(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('It must be a positive number.');
}

async function main(flags: Flags): Promise<number> {
  const situations = SITUATIONS.filter(({ name }) => flags.only?.some((text) => name.includes(text)) ?? true);
  if (flags.list) {
    for (const { name } of situations) console.log(name);
    return 0;
  }
  const started = performance.now();
  const dist = flags.source ? buildPlanted({ name: 'none', changes: [] }) : undefined;
  const results = await play(situations, {
    timeScale: flags.scale,
    dist,
    signal: interruption(),
    onResult: ({ name, expected, got }) => console.error(`${expected === got ? '✔' : '✘'} ${name}: ${got}`),
  });
  const problems = problemsOf(results, situations, { isWhole: situations.length === SITUATIONS.length });
  console.log(report(results, problems, (performance.now() - started) / 1000));
  if (flags.json) await writeFile(flags.json, `${JSON.stringify(results, undefined, 2)}\n`);
  return problems.length === 0 ? 0 : 1;
}

main(command.parse().opts<Flags>()).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Interrupted ? error.message : error);
    process.exit(error instanceof Interrupted ? error.exitCode : 1);
  },
);
