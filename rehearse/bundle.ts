import { spawn } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cancelStep } from './cancelled-step.ts';
import { parseFile } from './runner-files.ts';

export type Action = 'provision' | 'deploy-service' | 'verify-alb';

export interface BundleRun {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: string;
  /** When the process was gone; milliseconds since the epoch. */
  readonly endedAt: number;
}

export interface BundleOptions {
  /** Working directory, as the runner's workspace. */
  readonly workspace: string;
  readonly endpoint: string;
  readonly region: string;
  readonly timeScale: number;
  readonly commit: string;
  /** Folder of the bundle; the repository's dist/ by default. */
  readonly dist?: string;
  /** Of whoever runs the action; by default one that may do everything. */
  readonly accessKeyId?: string;
  readonly onLine?: (line: string) => void;
  readonly timeoutMs?: number;
  /** Kills the action. */
  readonly signal?: AbortSignal;
  /** Cancels the action as a runner cancels a step. */
  readonly cancel?: AbortSignal;
}

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

/**
 * Runs a bundled action as a GitHub runner does: inputs in INPUT_*, results through files, nothing else of this
 * process's environment.
 */
export async function runBundle(
  action: Action,
  inputs: Readonly<Record<string, string>>,
  options: BundleOptions,
): Promise<BundleRun> {
  const temp = await mkdtemp(join(options.workspace, '.runner-'));
  const files = {
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary'),
    GITHUB_ENV: join(temp, 'env'),
  };
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
  const child = spawn(process.execPath, [join(options.dist ?? DIST, `${action}.js`)], {
    cwd: options.workspace,
    timeout: options.timeoutMs ?? 170_000,
    ...(options.signal && { signal: options.signal, killSignal: 'SIGKILL' }),
    env: {
      PATH: process.env['PATH'],
      ...files,
      RUNNER_TEMP: temp,
      GITHUB_WORKSPACE: options.workspace,
      GITHUB_REPOSITORY: 'rehearsal/rehearsal',
      GITHUB_SHA: options.commit,
      GITHUB_RUN_ID: '1',
      AWS_ENDPOINT_URL: options.endpoint,
      AWS_REGION: options.region,
      AWS_ACCESS_KEY_ID: options.accessKeyId ?? 'AKIAREHEARSAL0000000',
      AWS_SECRET_ACCESS_KEY: 'rehearsal',
      AWS_EC2_METADATA_DISABLED: 'true',
      ECS_GITOPS_TIME_SCALE: String(options.timeScale),
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    },
  });
  if (options.cancel) cancelStep(child, options.cancel);
  const log = collect(child.stdout, options.onLine);
  const errors = collect(child.stderr, options.onLine);
  let endedAt = 0;
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => {
      endedAt = Date.now();
    });
    child.on('close', (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
  return {
    exitCode,
    outputs: parseFile(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
    log: (await log) + (await errors),
    endedAt,
  };
}

async function collect(stream: NodeJS.ReadableStream, onLine: ((line: string) => void) | undefined): Promise<string> {
  let text = '';
  let rest = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    text += chunk;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (onLine) for (const line of lines) onLine(line);
  }
  return text;
}
