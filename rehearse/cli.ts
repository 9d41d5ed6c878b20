/** `npm run rehearse`: the whole job on the emulator, under traffic. */
import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { copyConfig, Unsuitable } from './config-copy.ts';
import { Interrupted, interruption } from './interruption.ts';
import type { Load } from './load.ts';
import { createProgress } from './progress.ts';
import { rehearse } from './rehearsal.ts';
import { report } from './report.ts';

interface Flags {
  readonly config: string;
  readonly cluster?: string;
  readonly service?: string;
  readonly json?: string;
  readonly sabotage?: string;
  readonly scale: number;
  readonly seed: number;
  readonly verbose: boolean;
}

const command = new Command('rehearse')
  .description(
    'Runs the bundled actions over a copy of a config folder against an emulated AWS, while a constant rate of real HTTP requests goes through its load balancer: provisions, rolls out good and bad versions, scales, and repeats everything to see that nothing is done twice.',
  )
  .option('--config <dir>', "the cluster's folder, or the one above it", 'config')
  .option('--cluster <name>', 'the cluster to rehearse, where the folder holds several')
  .option('--service <name>', 'the service to rehearse, where the cluster has several')
  .option('--json <file>', 'write the facts to a file')
  .addOption(
    new Option(
      '--sabotage <name>',
      'let the emulator do one thing wrong, and stop after the rollout that it spoils',
    ).choices(['stop-first', 'kill-before-drain', 'short-drain']),
  )
  .option('--scale <number>', 'how many times as fast as real time the emulator runs', positive, 20)
  .option('--seed <number>', "seed of the emulator's randomness", positive, 1)
  .option('--verbose', 'print what the actions print', false)
  .addHelpText(
    'after',
    '\nExit code 0 only if everything went as it should; 1 if not; 2 if the config cannot be rehearsed; 130 when interrupted.',
  );

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new InvalidArgumentError('Give a number above 0.');
  return number;
}

async function run(flags: Flags): Promise<number> {
  const config = await copyConfig(flags.config, flags);
  if (config.leftOut.length > 0)
    console.error(`Left out, since nothing stands in for it here: ${config.leftOut.join(', ')}.`);
  let load: Load | undefined;
  const status = (): string => {
    const traffic = load?.traffic();
    return traffic ? `[${traffic.requests} requests, ${traffic.failed} failed]` : '';
  };
  const progress = createProgress({ terminal: process.stderr.isTTY === true, verbose: flags.verbose, status });
  try {
    const options = { timeScale: flags.scale, sabotage: flags.sabotage, seed: flags.seed, signal: interruption() };
    const result = await rehearse(config, options, progress, (started) => {
      load = started;
    });
    if (flags.json) await writeFile(flags.json, `${JSON.stringify(result, undefined, 2)}\n`);
    process.stdout.write(report(result));
    return result.ok ? 0 : 1;
  } finally {
    await config.remove();
  }
}

try {
  process.exitCode = await run(command.parse().opts<Flags>());
} catch (error) {
  if (!(error instanceof Unsuitable) && !(error instanceof Interrupted)) throw error;
  console.error(`\n${error.message}`);
  // What is still waited for would keep an interrupted process alive.
  process.exit(error instanceof Interrupted ? error.exitCode : 2);
}
