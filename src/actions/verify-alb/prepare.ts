import { checkConnectTo } from '../../adapters/runner/connect-to.ts';
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
  checkUrl(inputs.url);
  checkStatus(inputs['expect-status']);
  checkConnectTo(inputs['connect-to']);
  const withConfig = inputs.config || !(inputs.url || inputs.cluster);
  const verify: VerifyInputs = {
    inputs,
    folder: withConfig ? configFolder(inputs.config) : undefined,
    consecutive: readCount('consecutive', inputs.consecutive, 1, undefined),
    timeoutSeconds: readCount('timeout-seconds', inputs['timeout-seconds'], 1, undefined),
    watchSeconds: readCount('watch-seconds', inputs['watch-seconds'], 0, 0),
  };
  return async () => (await import('./run.ts')).run(verify, env);
}

function checkUrl(url: string): void {
  if (!url) return;
  if (!/^https?:\/\/./.test(url) || !URL.canParse(url)) {
    throw new ToolkitError('INPUT_INVALID', `Input url is ${JSON.stringify(url)}.`, {
      hint: 'Give a URL that starts with http:// or https://.',
    });
  }
  const { username, password } = new URL(url);
  if (!username && !password) return;
  // Not shown: it would stand in the log, and in outputs.
  throw new ToolkitError('INPUT_INVALID', 'Input url contains a user name or a password.', {
    hint: 'Give the URL without them; requests are sent without credentials.',
  });
}

function checkStatus(status: string): void {
  if (!status || /^\d{3}(-\d{3})?(\s*,\s*\d{3}(-\d{3})?)*$/.test(status)) return;
  throw new ToolkitError('INPUT_INVALID', `Input expect-status is ${JSON.stringify(status)}.`, {
    hint: 'Give status codes, e.g. 200, 200-299 or 200,204.',
  });
}
