import { fileURLToPath } from 'node:url';
import type { PhysicsRule } from '../../emulator/core/sabotage.ts';
import { startEmulator } from '../../emulator/emulator.ts';
import { openAccount } from './account.ts';
import type { Botocore } from './botocore.ts';
import { Refusal, wordsOf } from './botocore.ts';
import type { Observation, Rule } from './rule.ts';

const IMAGES = fileURLToPath(new URL('images.json', import.meta.url));

export interface Result extends Observation {
  readonly rule: Rule;
}

export interface RunOptions {
  readonly botocore: Botocore;
  /** The rule that the emulator is told to break. */
  readonly broken?: PhysicsRule | undefined;
  /** How many run at a time. */
  readonly atOnce: number;
  readonly onResult?: (result: Result) => void;
}

/** Runs each rule against an emulator of its own; the results are in the rules' order. */
export async function runRules(rules: readonly Rule[], options: RunOptions): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = rules.entries();
  const work = async (): Promise<void> => {
    for (const [index, rule] of queue) {
      const result = { rule, ...(await observe(rule, options)) };
      results[index] = result;
      options.onResult?.(result);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, work));
  return results;
}

async function observe(rule: Rule, { botocore, broken }: RunOptions): Promise<Observation> {
  const defects: unknown[] = [];
  const emulator = await startEmulator({
    scale: rule.scale,
    images: IMAGES,
    driver: rule.processes ? 'process' : 'none',
    sabotage: broken === undefined ? [] : [broken],
    onDefect: (error) => void defects.push(error),
  });
  try {
    const observation = await rule.run(openAccount({ botocore, endpoint: emulator.url, scale: rule.scale }));
    if (defects.length === 0) return observation;
    return { ...observation, holds: false, happened: `The emulator is defective: ${defects[0]}` };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const said = error instanceof Refusal ? wordsOf(error) : error.message;
    return { holds: false, happened: 'The script did not get through.', said };
  } finally {
    await emulator.stop();
  }
}
