import { plainFolder } from '../../model/config-folder.ts';
import { ToolkitError } from '../../model/errors.ts';
import { type Environment, readInputs } from '../inputs.ts';

export interface ReportInputs {
  readonly mode: 'report' | 'drift' | 'collect' | 'base';
  /** The folder of config that this is about. */
  readonly folder: string;
  /** Folders, files and patterns; empty where nothing has run yet. */
  readonly files: readonly string[];
  /** '' where the job has none. */
  readonly token: string;
  readonly owner: string;
  readonly repo: string;
}

/** Checks the inputs with nothing but node's own modules loaded. */
export function prepare(env: Environment): () => Promise<boolean> {
  const { mode, files, config, 'github-token': token } = readInputs('report', env);
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  if (!owner || !repo) {
    throw new ToolkitError('INPUT_MISSING', 'GITHUB_REPOSITORY does not say which repository this is.', {
      hint: 'Run report in a workflow on GitHub, or set it to owner/name.',
    });
  }
  if (mode === 'drift' && !files) {
    throw new ToolkitError('INPUT_MISSING', 'Input files is empty.', {
      hint: 'Name the folder that the artifacts of the plan jobs were downloaded to.',
    });
  }
  const given: ReportInputs = {
    mode: mode as ReportInputs['mode'],
    folder: plainFolder(config),
    files: files
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    // The runner puts the token in place of the default; outside of one nobody does.
    token: token.startsWith('${{') ? '' : token,
    owner,
    repo,
  };
  if (mode === 'collect' && !given.token) {
    throw new ToolkitError('INPUT_MISSING', 'Input github-token is empty.', {
      hint: 'Reading what was reviewed needs a token: leave the input out, or give it github.token.',
    });
  }
  return async () => (await import('./run.ts')).run(given, env);
}
