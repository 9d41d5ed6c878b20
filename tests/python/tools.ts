import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
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

/** Path of a tool's program, where nothing has to be installed for it: kept from an earlier run, or in PATH. */
export async function installedTool(tool: Tool): Promise<string | undefined> {
  return kept(tool) ?? (await inPath(tool));
}

/**
 * Path of a tool's program: the one in PATH, except for botocore, whose version matters; else from a virtual
 * environment in the temporary folder, which is made where PyPI can be reached and kept for the next time. Undefined
 * where neither is there.
 */
export async function findTool(tool: Tool): Promise<string | undefined> {
  const found = kept(tool) ?? (tool === TOOLS.botocore ? undefined : await inPath(tool));
  return found ?? (await install(tool)) ?? (await inPath(tool));
}

function environmentOf({ requirement }: Tool): string {
  return join(tmpdir(), 'ecs-gitops-tools', requirement.replaceAll(/[^\w.]+/g, '-'));
}

function kept(tool: Tool): string | undefined {
  const folder = environmentOf(tool);
  return existsSync(join(folder, 'complete')) ? join(folder, 'bin', tool.program) : undefined;
}

async function inPath(tool: Tool): Promise<string | undefined> {
  if (tool === TOOLS.botocore) return (await answers('python3', ['-c', 'import botocore'])) ? 'python3' : undefined;
  return (await answers(tool.program, ['--version'])) ? tool.program : undefined;
}

async function install(tool: Tool): Promise<string | undefined> {
  const folder = environmentOf(tool);
  const options = ['--quiet', '--disable-pip-version-check', '--retries', '1'];
  try {
    await run('python3', ['-m', 'venv', folder], { timeout: INSTALL_MS });
    await run(join(folder, 'bin', 'pip'), ['install', ...options, tool.requirement], { timeout: INSTALL_MS });
    await writeFile(join(folder, 'complete'), '');
    return kept(tool);
  } catch {
    return undefined;
  }
}

async function answers(program: string, options: readonly string[]): Promise<boolean> {
  return run(program, options, { timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}
