/** `npm run physics`: whether what goes wrong on AWS goes wrong in the emulator, asked by botocore and plain HTTP. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { PhysicsRule } from '../../emulator/core/sabotage.ts';
import { PHYSICS_RULES } from '../../emulator/core/sabotage.ts';
import { findTool, TOOLS } from '../python/tools.ts';
import { startBotocore } from './botocore.ts';
import { report } from './report.ts';
import { RULES } from './rules.ts';
import { runRules } from './run.ts';

interface Flags {
  readonly list?: true;
  readonly only?: PhysicsRule[];
  readonly break?: PhysicsRule;
  readonly jobs: number;
}

const MISSING = `The rules are asked with botocore, and there is neither a python3 that has it nor a way to install it from PyPI. To
install it:

  python3 -m venv .venv && .venv/bin/pip install botocore && PATH="$PWD/.venv/bin:$PATH" npm run physics`;

const command = new Command('physics')
  .description('Runs each rule of AWS against an emulator of its own, and says what happened.')
  .option('--list', 'print the rules')
  .addOption(new Option('--only <name...>', 'run these rules only').choices(PHYSICS_RULES))
  .addOption(new Option('--break <name>', 'switch one rule off in the emulator').choices(PHYSICS_RULES))
  .option('--jobs <number>', 'how many rules run at a time', positive, 3)
  .addHelpText('after', '\nExit code 0 only if every rule holds; 1 if not; 3 if botocore is missing.');

function positive(value: string): number {
  const number = Number(value);
  if (!(Number.isInteger(number) && number > 0)) throw new InvalidArgumentError('Give a whole number above 0.');
  return number;
}

async function run({ list, only, break: broken, jobs: atOnce }: Flags): Promise<number> {
  if (list) {
    for (const { name, title } of RULES) console.log(`${name.padEnd(22)} ${title}`);
    return 0;
  }
  const python = await findTool(TOOLS.botocore);
  if (!python) {
    console.error(MISSING);
    return 3;
  }
  const botocore = startBotocore(python);
  try {
    const rules = RULES.filter(({ name }) => !only || only.includes(name));
    const onResult = ({ rule, holds }: { readonly rule: { readonly name: string }; readonly holds: boolean }): void =>
      console.error(`${holds ? 'holds ' : 'BROKEN'} ${rule.name}`);
    const results = await runRules(rules, { botocore, broken, atOnce, onResult });
    console.log(report(results));
    const failed = results.filter(({ holds }) => !holds).length;
    console.log(
      failed === 0 ? `All ${results.length} rules hold.` : `${failed} of ${results.length} rules do not hold.`,
    );
    return failed === 0 ? 0 : 1;
  } finally {
    await botocore.close();
  }
}

process.exitCode = await run(command.parse().opts<Flags>());
