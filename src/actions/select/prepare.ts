import { ToolkitError } from '../../model/errors.ts';
import { configFolder, type Environment, readInputs } from '../inputs.ts';

export interface SelectInputs {
  readonly folder: string;
  readonly cluster: string;
  /** '' where everything is selected. */
  readonly base: string;
  /** '' where there is no pull request. */
  readonly onto: string;
  readonly head: string;
}

/** What names a revision and is no option; git says whether there is one. */
const REVISION = /^[\w][\w./@{}^~-]*$/;

/** Checks the inputs with nothing but node's own modules loaded. */
export function prepare(env: Environment): () => Promise<boolean> {
  const { config, cluster, base, onto, head } = readInputs('select', env);
  for (const [name, value] of Object.entries({ base, onto, head })) {
    if (value === '' || REVISION.test(value)) continue;
    throw new ToolkitError('INPUT_INVALID', `Input ${name} is ${JSON.stringify(value)}.`, {
      hint: 'Give a commit as git knows it, e.g. HEAD^1 or its SHA.',
    });
  }
  const given: SelectInputs = { folder: configFolder(config), cluster, base, onto, head };
  return async () => (await import('./run.ts')).run(given, env);
}
