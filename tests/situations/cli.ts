/** `npm run situations`: every state that a service can be in, and whether the bundle's verdict is right. */
import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Interrupted, interruption } from '../../rehearse/interruption.ts';
import { buildPlanted } from '../planted/build-planted.ts';
import type { Fault } from '../planted/fault.ts';
import { problemsOf } from './bounds.ts';
import { FAULTS } from './faults.ts';
import { compare, SDK_WAITER, wrongVerdicts } from './follower/comparison.ts';
import { play } from './play.ts';
import { report } from './report.ts';
import type { Situation, SituationResult } from './situation.ts';
import { SITUATIONS } from './situations.ts';

interface Flags {
  readonly list?: true;
  readonly json?: string;
  readonly only?: string[];
  readonly break?: string;
  readonly follower?: 'sdk-waiter';
  readonly source?: true;
  readonly scale?: number;
}

/**
 * How many times as fast as real time: bounds of seconds want time that is not too fast, what is only right or wrong
 * does not.
 */
const SCALE = { judged: 5, broken: 12, compared: 20 };
const FEWEST_WRONG = 5;

const command = new Command('situations')
  .description(
    'Brings services on an emulated AWS to situations that a deployment meets, runs the bundle under real HTTP traffic, and compares its verdict with what happened.',
  )
  .option('--list', 'print the names of the situations')
  .option('--json <file>', 'write the results to a file')
  .option('--only <text...>', 'play those whose names hold one of these texts')
  .option('--break <name>', 'plant a fault in the bundle, which must be noticed; `list` prints the faults')
  .addOption(
    new Option('--follower <name>', "put another follower in the place of the bundle's").choices(['sdk-waiter']),
  )
  .option('--source', 'build the bundle from src/ first, instead of running dist/')
  .option('--scale <factor>', 'how many times as fast as real time the emulator goes', positive);

function positive(text: string): number {
  const value = Number(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('It must be a positive number.');
}

async function main(flags: Flags): Promise<number> {
  if (flags.list) return print(chosen(flags).map(({ name }) => name));
  if (flags.break === 'list') return print(FAULTS.map(({ name, breaks }) => `${name.padEnd(28)} ${breaks}`));
  if (flags.break !== undefined) return playBroken(flags, flags.break);
  if (flags.follower) return playCompared(flags);
  const situations = chosen(flags);
  const { results, seconds } = await playAll(situations, flags, { scale: SCALE.judged, planted: undefined });
  const problems = problemsOf(results, situations, { isWhole: situations.length === SITUATIONS.length });
  console.log(report(results, problems, seconds));
  return problems.length === 0 ? 0 : 1;
}

/** Exit code 1 where the fault is noticed, which is as it should be; 0 where it is not. */
async function playBroken(flags: Flags, name: string): Promise<number> {
  const fault = FAULTS.find((each) => each.name === name);
  if (!fault)
    throw new InvalidArgumentError(
      `There is no fault ${name}: there are ${FAULTS.map((each) => each.name).join(', ')}.`,
    );
  const situations = SITUATIONS.filter((situation) => fault.shownBy.includes(situation.name));
  const { results, seconds } = await playAll(situations, flags, { scale: SCALE.broken, planted: fault });
  const problems = problemsOf(results, situations, { isWhole: false });
  console.log(report(results, problems, seconds));
  console.log(problems.length > 0 ? `${name} was noticed.` : `${name} was not noticed: ${fault.breaks}`);
  return problems.length === 0 ? 0 : 1;
}

async function playCompared(flags: Flags): Promise<number> {
  const { results } = await playAll(chosen(flags), flags, { scale: SCALE.compared, planted: SDK_WAITER });
  console.log(compare(results));
  return wrongVerdicts(results).length < FEWEST_WRONG ? 1 : 0;
}

async function playAll(
  situations: readonly Situation[],
  { scale, json, source }: Flags,
  defaults: { readonly scale: number; readonly planted: Fault | undefined },
): Promise<{ readonly results: readonly SituationResult[]; readonly seconds: number }> {
  const started = performance.now();
  const preparing = source ? buildPlanted({ name: 'none', changes: [] }) : undefined;
  const results = await play(situations, {
    timeScale: scale ?? defaults.scale,
    preparing,
    dist: defaults.planted ? buildPlanted(defaults.planted) : preparing,
    signal: interruption(),
    onResult: ({ name, expected, got }) => console.error(`${expected === got ? '✔' : '✘'} ${name}: ${got}`),
  });
  if (json) await writeFile(json, `${JSON.stringify(results, undefined, 2)}\n`);
  return { results, seconds: (performance.now() - started) / 1000 };
}

function chosen({ only }: Flags): readonly Situation[] {
  return SITUATIONS.filter(({ name }) => only?.some((text) => name.includes(text)) ?? true);
}

function print(lines: readonly string[]): number {
  console.log(lines.join('\n'));
  return 0;
}

main(command.parse().opts<Flags>()).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error && isExpected(error) ? error.message : error);
    process.exit(error instanceof Interrupted ? error.exitCode : 1);
  },
);

function isExpected(error: Error): boolean {
  return error instanceof Interrupted || error instanceof InvalidArgumentError;
}
