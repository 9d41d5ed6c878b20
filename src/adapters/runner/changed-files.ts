import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Far more than a commit changes; what is beyond is told like a diff that cannot be made. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/**
 * Paths that differ between two revisions of the checked-out repository, from its root and with '/' between parts, both
 * names of what was renamed. undefined where git cannot tell: not a checkout, or a revision that was not fetched.
 */
export async function changedFiles(
  workspace: string,
  base: string,
  head: string,
): Promise<readonly string[] | undefined> {
  const range = ['--end-of-options', base, head, '--'];
  try {
    const { stdout } = await promisify(execFile)('git', ['diff', '--name-only', '--no-renames', '-z', ...range], {
      cwd: workspace,
      maxBuffer: LARGEST_BYTES,
      timeout: 60_000,
    });
    return stdout.split('\0').filter(Boolean);
  } catch {
    return undefined;
  }
}

/** Whether a revision is part of another one's history, or is that one; undefined where git cannot tell. */
export async function isAncestor(workspace: string, revision: string, of: string): Promise<boolean | undefined> {
  try {
    await promisify(execFile)('git', ['merge-base', '--is-ancestor', '--end-of-options', revision, of], {
      cwd: workspace,
      timeout: 60_000,
    });
    return true;
  } catch (error) {
    return (error as { readonly code?: unknown }).code === 1 ? false : undefined;
  }
}
