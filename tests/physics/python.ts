import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const INSTALL_TIMEOUT_MS = 180_000;

/** A Python that has botocore. */
export interface Python {
  readonly command: string;
  /** Removes what was installed for this run alone. */
  remove(): Promise<void>;
}

/** The machine's own, if botocore is there; undefined if not. */
export async function findPython(): Promise<Python | undefined> {
  const command = 'python3';
  return (await hasBotocore(command)) ? { command, remove: async () => {} } : undefined;
}

/** Installs botocore from PyPI into a virtual environment in a temporary folder; undefined where that cannot be done. */
export async function installPython(): Promise<Python | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'physics-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const command = join(folder, 'bin', 'python');
  try {
    await run('python3', ['-m', 'venv', folder], { timeout: INSTALL_TIMEOUT_MS });
    await run(command, ['-m', 'pip', 'install', '--quiet', 'botocore'], { timeout: INSTALL_TIMEOUT_MS });
    if (await hasBotocore(command)) return { command, remove };
  } catch {
    // No venv, no pip or no PyPI: the caller says what to do.
  }
  await remove();
  return undefined;
}

async function hasBotocore(command: string): Promise<boolean> {
  return run(command, ['-c', 'import botocore']).then(
    () => true,
    () => false,
  );
}
