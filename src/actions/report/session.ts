import { createGitHub } from '../../adapters/github/github.ts';
import { runnerClock } from '../../adapters/runner/clock.ts';
import { type Results, runnerResults } from '../../adapters/runner/results.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { GitHub } from '../../ports/github.ts';
import type { ReportContext } from '../../render/comment/report.ts';
import { annotation } from '../../render/log/commands.ts';
import type { Environment } from '../inputs.ts';
import type { ReportInputs } from './prepare.ts';

/** What every mode of report has. */
export interface Session {
  readonly github: GitHub;
  /** Whose comments and statuses are ours. */
  viewer(): Promise<string>;
  readonly results: Results;
  readonly run: Pick<ReportContext, 'folder' | 'runId' | 'runAttempt' | 'runUrl'>;
  say(level: 'notice' | 'warning', message: string): void;
  /** Does what a token may not be allowed to; undefined, with a notice, where it is not. */
  permitted<T>(what: string, work: () => Promise<T>): Promise<T | undefined>;
}

/** By default a workflow's token belongs to this app. */
const ACTIONS_APP = 'github-actions';

export function openSession({ token, owner, repo, folder }: ReportInputs, env: Environment): Session {
  const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
  const github = createGitHub({ token, apiUrl, owner, repo }, runnerClock(1));
  const say: Session['say'] = (level, message) => process.stdout.write(`${annotation(level, message)}\n`);
  let asked: Promise<string> | undefined;
  const permitted: Session['permitted'] = async (what, work) => {
    if (!token) {
      say('notice', `${what}: skipped, since there is no token; the summary has it.`);
      return undefined;
    }
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ToolkitError) || error.code !== 'GITHUB_DENIED') throw error;
      say(
        'notice',
        `${what}: skipped, since this job's token lacks the permission; the summary has it. ${error.message}`,
      );
      return undefined;
    }
  };
  return {
    github,
    viewer: () => {
      asked ??= github.viewer().catch(() => ACTIONS_APP);
      return asked;
    },
    results: runnerResults(env),
    run: {
      folder,
      runId: Number(env['GITHUB_RUN_ID'] ?? 0),
      runAttempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1),
      runUrl: `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${owner}/${repo}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}`,
    },
    say,
    permitted,
  };
}
