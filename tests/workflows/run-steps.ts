import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFile } from '../../rehearse/runner-files.ts';
import { subjectOf } from './credentials.ts';
import { holds, resolve, resolveText, type Scope } from './expression.ts';
import type { Grants } from './permissions.ts';
import type { StepRun } from './run.ts';
import type { CurrentRun } from './run-jobs.ts';
import { runScript, runUses, type StepEnded } from './run-step.ts';
import type { Job, Step, Workflow } from './workflow-file.ts';

export interface JobToRun {
  readonly name: string;
  readonly job: Job;
  readonly workflow: Workflow;
  readonly scope: Scope;
  readonly granted: Grants;
  readonly isCalled: boolean;
}

/** What a job's steps share, and change for those after them. */
export interface JobState {
  readonly workspace: string;
  readonly temp: string;
  readonly token: string;
  readonly granted: Grants;
  /** Of OIDC. */
  readonly subject: string;
  /** Set by steps for the steps after them. */
  readonly env: Record<string, string>;
}

/** Runs the steps of a job one after the other on a runner of its own; `scope` is what its outputs can see. */
export async function runSteps(
  run: CurrentRun,
  { name, job, workflow, scope, granted, isCalled }: JobToRun,
): Promise<{ readonly steps: readonly StepRun[]; readonly scope: Scope }> {
  const { options } = run;
  const folder = await mkdtemp(join(await ensure(join(options.folder, 'runners')), 'job-'));
  const state: JobState = {
    workspace: await ensure(join(folder, 'workspace')),
    temp: await ensure(join(folder, 'temp')),
    token: options.github.token(granted),
    granted,
    subject: subjectOf(options, environmentOf(job, scope)),
    env: {},
  };
  const toolkit = options.toolkit;
  const contexts: Record<string, unknown> = {
    ...scope.contexts,
    github: { ...(scope.contexts['github'] as object), token: state.token, workspace: state.workspace },
    secrets: { ...run.secrets, GITHUB_TOKEN: state.token },
    runner: { os: 'Linux', arch: 'X64', temp: state.temp },
    steps: {},
  };
  const done: StepRun[] = [];
  let failed = false;
  for (const [index, step] of (job.steps ?? []).entries()) {
    const status = failed ? 'failure' : 'success';
    const source = isCalled ? { workflow_repository: toolkit.name, workflow_sha: toolkit.sha } : {};
    const current: Scope = { status, contexts: { ...contexts, job: { status, ...source } } };
    const env = environment(workflow, job, step, state, current);
    const inStep: Scope = { status, contexts: { ...current.contexts, env } };
    const label = resolveText(step.name ?? step.id ?? step.uses ?? step.run ?? `step ${index + 1}`, inStep);
    if (!holds(step.if, inStep)) {
      done.push({ name: label, outcome: 'skipped', conclusion: 'skipped', outputs: {}, log: '', summary: '' });
      continue;
    }
    await options.beforeStep?.({ job: name, name: label });
    const ended = await runStep(run, state, step, inStep, env);
    const isTolerated = resolve(step['continue-on-error'] ?? false, inStep) === true;
    const outcome = ended.isGreen ? 'success' : 'failure';
    const conclusion = ended.isGreen || isTolerated ? 'success' : 'failure';
    failed ||= conclusion === 'failure';
    const { outputs } = ended;
    done.push({ name: label, outcome, conclusion, outputs, log: ended.log, summary: ended.summary });
    if (step.id) contexts['steps'] = { ...(contexts['steps'] as object), [step.id]: { outputs, outcome, conclusion } };
  }
  return { steps: done, scope: { status: failed ? 'failure' : 'success', contexts } };
}

async function runStep(
  run: CurrentRun,
  state: JobState,
  step: Step,
  scope: Scope,
  env: Readonly<Record<string, string>>,
): Promise<StepEnded> {
  const folder = await mkdtemp(join(state.temp, '_runner-'));
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_ENV: join(folder, 'env'),
    GITHUB_PATH: join(folder, 'path'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
  };
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
  await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify((scope.contexts['github'] as { event: unknown }).event));
  const context = { run, state, scope, env: { ...env, ...files } };
  const ended = step.uses === undefined ? await runScript(step, context) : await runUses(step, context);
  Object.assign(state.env, parseFile(await readFile(files.GITHUB_ENV, 'utf8')));
  return {
    isGreen: ended.isGreen,
    log: ended.log,
    outputs: { ...ended.outputs, ...parseFile(await readFile(files.GITHUB_OUTPUT, 'utf8')) },
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

/** A runner's own variables, then those of workflow, job, earlier steps and the step. */
function environment(
  workflow: Workflow,
  job: Job,
  step: Step,
  state: JobState,
  scope: Scope,
): Readonly<Record<string, string>> {
  let env: Record<string, string> = {};
  for (const declared of [workflow.env, job.env, state.env, step.env]) {
    const inScope: Scope = { ...scope, contexts: { ...scope.contexts, env } };
    const values = Object.entries(declared ?? {}).map(([key, value]) => [key, resolveText(value, inScope)] as const);
    env = { ...env, ...Object.fromEntries(values) };
  }
  return env;
}

function environmentOf({ environment }: Job, scope: Scope): string | undefined {
  const name = typeof environment === 'object' ? environment.name : environment;
  return name === undefined ? undefined : resolveText(name, scope) || undefined;
}

async function ensure(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}
