import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { RunOptions } from './run.ts';
import type { StepEnded } from './run-step.ts';
import type { JobState } from './run-steps.ts';

/**
 * actions/checkout as far as it is used: the caller's repository at the run's commit or at `ref`, with its whole
 * history and all branches where `fetch-depth` is 0; the toolkit's own repository is linked instead, as built.
 */
export async function checkOut(
  { repository, toolkit, event }: RunOptions,
  state: JobState,
  inputs: Readonly<Record<string, string>>,
): Promise<StepEnded> {
  const { repository: name = repository.name, ref = event.sha, path = '.' } = inputs;
  const target = join(state.workspace, path);
  const ended = (isGreen: boolean, log: string): StepEnded => ({ isGreen, log: `${log}\n`, outputs: {}, summary: '' });
  if (name === toolkit.name && name !== repository.name) {
    if (ref !== toolkit.sha) return ended(false, `::error::${name} has no commit ${ref}`);
    await mkdir(dirname(target), { recursive: true });
    await symlink(toolkit.folder, target);
    return ended(true, `${name} at ${ref}`);
  }
  if (name !== repository.name) return ended(false, `::error::Repository ${name} not found`);
  const git = (...args: readonly string[]) => promisify(execFile)('git', ['-C', target, ...args]);
  await mkdir(target, { recursive: true });
  await git('init', '-q');
  await git('remote', 'add', 'origin', repository.folder);
  const isWhole = inputs['fetch-depth'] === '0';
  const depth = isWhole ? [] : [`--depth=${inputs['fetch-depth'] ?? '1'}`];
  const branches = isWhole ? ['+refs/heads/*:refs/remotes/origin/*'] : [];
  await git('fetch', '-q', '--no-tags', ...depth, `file://${repository.folder}`, ref || event.sha, ...branches);
  await git('checkout', '-q', '--detach', 'FETCH_HEAD');
  return ended(true, `${name} at ${ref || event.sha}`);
}
