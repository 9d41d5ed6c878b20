import { ToolkitError } from '../../model/errors.ts';
import { configFolder, type Environment, type Inputs, readCount, readInputs } from '../inputs.ts';

export interface VerifyInputs {
  readonly inputs: Inputs<'verify-alb'>;
  /** undefined where a URL or a live cluster is verified without config. */
  readonly folder: string | undefined;
  readonly consecutive: number | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly watchSeconds: number;
}

/** Checks the inputs with nothing but node's own modules loaded. */
export function prepare(env: Environment): () => Promise<boolean> {
  const inputs = readInputs('verify-alb', env);
  if (inputs.url && !/^https?:\/\/./.test(inputs.url)) {
    throw new ToolkitError('INPUT_INVALID', `Input url is ${JSON.stringify(inputs.url)}.`, {
      hint: 'Give a URL that starts with http:// or https://.',
    });
  }
  const withConfig = inputs.config || !(inputs.url || inputs.cluster);
  const verify: VerifyInputs = {
    inputs,
    folder: withConfig ? configFolder(inputs.config) : undefined,
    consecutive: inputs.consecutive ? readCount('consecutive', inputs.consecutive, 1, 3) : undefined,
    timeoutSeconds: inputs['timeout-seconds']
      ? readCount('timeout-seconds', inputs['timeout-seconds'], 1, 120)
      : undefined,
    watchSeconds: readCount('watch-seconds', inputs['watch-seconds'], 0, 0),
  };
  return async () => (await import('./run.ts')).run(verify, env);
}
