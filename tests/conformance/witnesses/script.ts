import type { Observation, Witness } from '../observation.ts';
import type { Performed, RunOptions } from '../run-script.ts';
import { runScript } from '../run-script.ts';
import { SCRIPT } from '../script/script.ts';
import type { Caller } from '../step.ts';
import { rowOf } from '../step.ts';

export interface ScriptWitness {
  readonly witness: Witness;
  readonly caller: Caller;
  readonly region: string;
  readonly afterwards?: RunOptions['afterwards'];
}

/** Carries out the whole script against the emulator, in a region of its own. */
export function runAgainstEmulator({
  witness,
  region,
  caller,
  afterwards,
}: ScriptWitness): Promise<readonly Performed[]> {
  const run = witness.toLowerCase().replaceAll(' ', '-');
  return runScript(SCRIPT, caller, { variables: { region, run }, ...(afterwards ? { afterwards } : {}) });
}

export function observed(witness: Witness, performed: readonly Performed[]): readonly Observation[] {
  return performed.map(({ item, problems }) => ({ row: rowOf(item), witness, differences: problems }));
}
