import { statSync } from 'node:fs';
import { ToolkitError } from '../model/errors.ts';
import { ACTIONS, type ActionContract, type ActionName, type InputName } from './contract.ts';

export type Inputs<A extends ActionName> = Readonly<Record<InputName<A>, string>>;
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads an action's inputs as the runner hands them over (`INPUT_<NAME>`), trimmed, '' where absent. Throws
 * INPUT_INVALID.
 */
export function readInputs<A extends ActionName>(action: A, env: Environment): Inputs<A> {
  const contract: ActionContract = ACTIONS[action];
  const entries = Object.entries(contract.inputs).map(([name, input]) => {
    const given = (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
    const value = given || (input.default ?? '');
    if (input.oneOf && !input.oneOf.includes(value)) {
      throw new ToolkitError('INPUT_INVALID', `Input ${name} is ${JSON.stringify(value)}.`, {
        hint: `Give one of: ${input.oneOf.join(', ')}.`,
      });
    }
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as Inputs<A>;
}

/** A whole number of at least `minimum`; `fallback` where the input is empty. */
export function readCount<Fallback extends number | undefined>(
  name: string,
  value: string,
  minimum: number,
  fallback: Fallback,
): number | Fallback {
  if (value === '') return fallback;
  const count = Number(value);
  if (/^\d+$/.test(value) && count >= minimum) return count;
  throw new ToolkitError('INPUT_INVALID', `Input ${name} is ${JSON.stringify(value)}.`, {
    hint: `Give a whole number of at least ${minimum}.`,
  });
}

/** The config folder that the inputs select, made sure of before anything is loaded. Throws CONFIG_NOT_FOUND. */
export function configFolder(given: string): string {
  const folder = given || './config';
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return folder;
  const what = found ? `${folder} is not a directory.` : `There is no folder ${folder}.`;
  throw new ToolkitError('CONFIG_NOT_FOUND', what, {
    hint: given
      ? "Set `config` to the cluster's folder, relative to the workspace, and check out the repository before this step."
      : 'Create config/<cluster>/cluster.yaml, or set the input `config` to the folder that contains it, and check out the repository before this step.',
  });
}
