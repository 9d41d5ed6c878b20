import { ToolkitError } from '../../model/errors.ts';
import { configFolder, type Environment, type Inputs, readCount, readInputs } from '../inputs.ts';

export interface ProvisionInputs {
  readonly inputs: Inputs<'provision'>;
  readonly mode: 'plan' | 'apply' | 'destroy';
  readonly folder: string;
  readonly timeoutSeconds: number;
}

/** Checks the inputs with nothing but node's own modules loaded. */
export function prepare(env: Environment): () => Promise<boolean> {
  const inputs = readInputs('provision', env);
  const mode = inputs.mode as ProvisionInputs['mode'];
  if (mode === 'destroy' && !inputs.cluster) {
    throw new ToolkitError('INPUT_MISSING', 'Input cluster is empty.', {
      hint: 'With mode: destroy give the name of the cluster, as a confirmation.',
    });
  }
  const provision: ProvisionInputs = {
    inputs,
    mode,
    folder: configFolder(inputs.config),
    timeoutSeconds: readCount('timeout-seconds', inputs['timeout-seconds'], 1, 3600),
  };
  return async () => (await import('./run.ts')).run(provision, env);
}
