import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Python package from PyPI, and the program of it that is wanted. */
export interface Tool {
  readonly requirement: string;
  readonly program: string;
}

export const TOOLS = {
  /** Newer than the CLI's own: it knows the newest members of ECS. */
  botocore: { requirement: 'botocore==1.44.5', program: 'python' },
  'AWS CLI': { requirement: 'awscli==1.45.11', program: 'aws' },
  moto: { requirement: 'moto[server]==5.2.1', program: 'moto_server' },
  'cfn-lint': { requirement: 'cfn-lint==1.51.0', program: 'cfn-lint' },
} as const satisfies Record<string, Tool>;

const INSTALL_MS = 180_000;

/**
 * Path of a tool's program: the one in PATH, except for botocore, whose version matters; else from a virtual environment in the
 * temporary folder, which is made where PyPI can be reached and kept for the next time. Undefined where neither is there.
 */
export async function findTool({ requirement, program }: Tool): Promise<string | undefined> {
  if (program !== 'python' && (await answers(program))) return program;
  const folder = join(tmpdir(), 'ecs-gitops-conformance', requirement.replaceAll(/[^\w.]+/g, '-'));
  const path = join(folder, 'bin', program);
  if (existsSync(join(folder, 'complete'))) return path;
  try {
    await run('python3', ['-m', 'venv', folder], { timeout: INSTALL_MS });
    await run(
      join(folder, 'bin', 'pip'),
      ['install', '--quiet', '--disable-pip-version-check', '--retries', '1', requirement],
      {
        timeout: INSTALL_MS,
      },
    );
    await run('touch', [join(folder, 'complete')]);
    return path;
  } catch {
    return program === 'python' && (await answers('python3', ['-c', 'import botocore'])) ? 'python3' : undefined;
  }
}

async function answers(program: string, options: readonly string[] = ['--version']): Promise<boolean> {
  try {
    await run(program, options, { timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
