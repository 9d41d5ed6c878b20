import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Texts by path; undefined takes a file away. */
export type Files = Readonly<Record<string, string | undefined>>;

/** A git repository on disk, as GitHub would have it: branches, and merge commits of pull requests. */
export interface GitRepository {
  readonly folder: string;
  /** Commits a change on top of `parent`, which becomes the tip of `branch`. */
  commit(branch: string, parent: string | undefined, change: Files): Promise<string>;
  /**
   * The merge of two commits, as GitHub makes it for `refs/pull/N/merge` and when it is merged. Throws where they
   * conflict.
   */
  merge(base: string, head: string): Promise<string>;
  point(ref: string, commit: string): Promise<void>;
}

/** Commits are minutes apart, and the same in each run. */
const FIRST_COMMIT_SECONDS = 1_785_542_400;

export async function createRepository(folder: string): Promise<GitRepository> {
  let commits = 0;
  const git = async (...args: readonly string[]): Promise<string> => {
    const date = `${FIRST_COMMIT_SECONDS + commits * 60} +0000`;
    const author = { GIT_AUTHOR_NAME: 'Octo Cat', GIT_AUTHOR_EMAIL: 'octo@example.com', GIT_AUTHOR_DATE: date };
    const committer = {
      GIT_COMMITTER_NAME: 'GitHub',
      GIT_COMMITTER_EMAIL: 'git@example.com',
      GIT_COMMITTER_DATE: date,
    };
    const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...author, ...committer };
    return (await promisify(execFile)('git', ['-C', folder, ...args], { env })).stdout.trim();
  };
  await mkdir(folder, { recursive: true });
  await git('init', '-q', '-b', 'main');
  await git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  return {
    folder,
    commit: async (branch, parent, change) => {
      commits += 1;
      if (parent !== undefined) await git('checkout', '-q', '--detach', parent);
      for (const [path, text] of Object.entries(change)) {
        const file = join(folder, path);
        await mkdir(dirname(file), { recursive: true });
        await (text === undefined ? rm(file, { recursive: true }) : writeFile(file, text));
      }
      await git('add', '-A');
      await git('commit', '-q', '--allow-empty', '-m', `Change ${commits}`);
      const made = await git('rev-parse', 'HEAD');
      await git('update-ref', `refs/heads/${branch}`, made);
      await git('checkout', '-q', '--detach', made);
      return made;
    },
    merge: async (base, head) => {
      commits += 1;
      const [tree = ''] = (await git('merge-tree', '--write-tree', base, head)).split('\n');
      return git('commit-tree', tree, '-p', base, '-p', head, '-m', `Merge ${commits}`);
    },
    point: async (ref, commit) => {
      await git('update-ref', ref, commit);
    },
  };
}
