import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkOut } from './checkout.ts';
import { configureCredentials } from './credentials.ts';
import { resolveText, type Scope } from './expression.ts';
import type { CurrentRun } from './run-jobs.ts';
import type { JobState } from './run-steps.ts';
import type { Step } from './workflow-file.ts';

export interface StepEnded {
  readonly isGreen: boolean;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface StepContext {
  readonly run: CurrentRun;
  readonly state: JobState;
  readonly scope: Scope;
  readonly env: Readonly<Record<string, string>>;
}

const LONGEST_MS = 120_000;

/** A `run` step, by bash as the runner calls it. */
export function runScript(step: Step, context: StepContext): Promise<StepEnded> {
  const script = resolveText(step.run, context.scope);
  const folder = join(context.state.workspace, resolveText(step['working-directory'] ?? '', context.scope));
  return runProcess('bash', ['-e', '-c', script], folder, context);
}

/** A `uses` step: an action in the workspace is spawned from its action.yml, the known ones of others are played. */
export async function runUses(step: Step, context: StepContext): Promise<StepEnded> {
  const { run, state, scope } = context;
  const uses = step.uses ?? '';
  const given = Object.fromEntries(
    Object.entries(step.with ?? {}).map(([name, value]) => [name, resolveText(value, scope)]),
  );
  if (uses.startsWith('./')) return runAction(join(state.workspace, uses), given, context);
  switch (uses.split('@')[0]) {
    case 'actions/checkout':
      return checkOut(run.options, state, given);
    case 'aws-actions/configure-aws-credentials':
      return configureCredentials(run.options, state, given);
    case 'actions/upload-artifact':
      return uploaded(await run.artifacts.upload(given['name'] ?? 'artifact', given['path'] ?? ''), given);
    case 'actions/download-artifact':
      return downloaded(context, given);
    default:
      throw new Error(`${uses} is not run here.`);
  }
}

async function runAction(
  folder: string,
  given: Readonly<Record<string, string>>,
  context: StepContext,
): Promise<StepEnded> {
  const { inputs = {}, runs } = parse(await readFile(join(folder, 'action.yml'), 'utf8')) as {
    readonly inputs?: Readonly<Record<string, { readonly default?: unknown }>>;
    readonly runs: { readonly using: string; readonly main: string };
  };
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  if (unknown.length > 0) throw new Error(`${folder} has no input ${unknown.join(', ')}.`);
  const values = Object.entries(inputs).map(([name, { default: fallback }]) => {
    const value = given[name] ?? resolveText(fallback ?? '', context.scope);
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value] as const;
  });
  const env = { ...context.env, ...Object.fromEntries(values) };
  return runProcess(process.execPath, [join(folder, runs.main)], context.state.workspace, { ...context, env });
}

/** As upload-artifact's `if-no-files-found`. */
function uploaded(count: number, given: Readonly<Record<string, string>>): StepEnded {
  const isGreen = count > 0 || given['if-no-files-found'] !== 'error';
  return { isGreen, log: `${count} files uploaded\n`, outputs: {}, summary: '' };
}

async function downloaded({ run, state }: StepContext, given: Readonly<Record<string, string>>): Promise<StepEnded> {
  const path = join(state.workspace, given['path'] ?? '');
  const target = given['path']?.startsWith('/') ? given['path'] : path;
  const { name, pattern = '*' } = given;
  const count = await run.artifacts.download(
    name ?? pattern,
    target,
    name !== undefined || given['merge-multiple'] === 'true',
  );
  const isGreen = name === undefined || count > 0;
  return { isGreen, log: `${count} artifacts downloaded\n`, outputs: { 'download-path': target }, summary: '' };
}

/** Runs a program with a runner's variables, and nothing else of this process's environment. */
async function runProcess(
  program: string,
  args: readonly string[],
  folder: string,
  { run: { options }, state, scope, env }: StepContext,
): Promise<StepEnded> {
  const github = scope.contexts['github'] as Readonly<Record<string, string>>;
  const child = spawn(program, args, {
    cwd: folder,
    timeout: LONGEST_MS,
    env: {
      PATH: process.env['PATH'],
      HOME: state.temp,
      RUNNER_TEMP: state.temp,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: state.workspace,
      GITHUB_REPOSITORY: options.repository.name,
      GITHUB_SHA: github['sha'],
      GITHUB_REF: github['ref'],
      GITHUB_EVENT_NAME: github['event_name'],
      GITHUB_ACTOR: github['actor'],
      GITHUB_RUN_ID: github['run_id'],
      GITHUB_RUN_ATTEMPT: github['run_attempt'],
      GITHUB_WORKFLOW: github['workflow'],
      GITHUB_SERVER_URL: github['server_url'],
      GITHUB_API_URL: github['api_url'],
      AWS_ENDPOINT_URL: options.aws.endpoint,
      AWS_EC2_METADATA_DISABLED: 'true',
      ...options.env,
      ...env,
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (log += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { isGreen: code === 0, log, outputs: {}, summary: '' };
}
