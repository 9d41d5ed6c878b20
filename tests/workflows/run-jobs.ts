import { join } from 'node:path';
import type { Artifacts } from './artifacts.ts';
import { holds, resolve, resolveText, type Scope, type Status } from './expression.ts';
import { githubContext } from './github-context.ts';
import { legsOf } from './matrix.ts';
import { asFork, excess, type Grants, grantsOf } from './permissions.ts';
import { type JobRun, RefusedRun, type Result, type RunOptions } from './run.ts';
import { runSteps } from './run-steps.ts';
import { calledInputs, type Job, needsOf, readWorkflow, type Workflow } from './workflow-file.ts';

export interface CurrentRun {
  readonly options: RunOptions;
  readonly artifacts: Artifacts;
  readonly secrets: Readonly<Record<string, string>>;
}

/** A workflow, or one that a job of it calls. */
export interface Called {
  readonly workflow: Workflow;
  readonly prefix: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly granted: Grants;
  /** It comes from the toolkit's repository. */
  readonly isCalled: boolean;
}

interface Ended {
  readonly result: Result;
  /** Of the jobs before it, near and far. */
  readonly before: readonly Result[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly jobs: readonly JobRun[];
}

export interface JobsRun {
  readonly jobs: readonly JobRun[];
  readonly byId: ReadonlyMap<string, Ended>;
}

/** Runs the jobs of a workflow, each when those that it needs have ended. */
export async function runJobs(run: CurrentRun, called: Called): Promise<JobsRun> {
  const running = new Map<string, Promise<Ended>>();
  const { jobs } = called.workflow;
  const start = (id: string): Promise<Ended> => {
    const job = jobs[id];
    if (!job) throw new RefusedRun(`There is no job ${id}.`);
    const already = running.get(id);
    if (already !== undefined) return already;
    const promise = Promise.all(needsOf(job).map(async (need) => [need, await start(need)] as const)).then((needs) =>
      runJob(run, called, id, job, new Map(needs)),
    );
    running.set(id, promise);
    return promise;
  };
  const ended = await Promise.all(Object.keys(jobs).map(async (id) => [id, await start(id)] as const));
  return { byId: new Map(ended), jobs: ended.flatMap(([, each]) => each.jobs) };
}

async function runJob(
  run: CurrentRun,
  called: Called,
  id: string,
  job: Job,
  needs: ReadonlyMap<string, Ended>,
): Promise<Ended> {
  const name = `${called.prefix}${id}`;
  const before = [...needs.values()].flatMap((each) => [each.result, ...each.before]);
  const scope: Scope = {
    status: statusOf(before),
    contexts: {
      ...sharedContexts(run, called),
      needs: Object.fromEntries([...needs].map(([need, { result, outputs }]) => [need, { result, outputs }])),
    },
  };
  if (!holds(job.if, scope)) {
    return { before, ...notRun(name, 'skipped') };
  }
  const { legs, failFast, maxParallel } = legsOf(job, scope);
  const ended: LegRun[] = [];
  for (let first = 0; first < legs.length; first += Math.min(2, maxParallel)) {
    const isStopped = failFast && ended.some(({ result }) => result === 'failure');
    const batch = legs.slice(first, first + Math.min(2, maxParallel)).map(async (matrix, index): Promise<LegRun> => {
      const leg = legs.length > 1 ? `${name} (${first + index + 1})` : name;
      if (isStopped) return notRun(leg, 'cancelled');
      const strategy = { 'job-index': first + index, 'job-total': legs.length };
      return runLeg(run, called, leg, job, { status: 'success', contexts: { ...scope.contexts, matrix, strategy } });
    });
    ended.push(...(await Promise.all(batch)));
  }
  return {
    before,
    result: worst(ended.map(({ result }) => result)),
    outputs: Object.assign({}, ...ended.map(({ outputs }) => setOnly(outputs))),
    jobs: ended.flatMap(({ jobs }) => jobs),
  };
}

/** Of a matrix's legs, the last that sets a value gives an output: an empty one sets none. */
function setOnly(outputs: Ended['outputs']): Ended['outputs'] {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== ''));
}

type LegRun = Omit<Ended, 'before'>;

function notRun(name: string, result: 'skipped' | 'cancelled'): LegRun {
  return { result, outputs: {}, jobs: [{ name, result, outputs: {}, steps: [] }] };
}

function runLeg(run: CurrentRun, called: Called, name: string, job: Job, scope: Scope): Promise<LegRun> {
  return job.uses === undefined ? runOwn(run, called, name, job, scope) : runCalled(run, called, name, job, scope);
}

async function runOwn(run: CurrentRun, called: Called, name: string, job: Job, scope: Scope): Promise<LegRun> {
  const asked = grantsOf(job.permissions ?? called.workflow.permissions, called.granted);
  const granted = run.options.event.isFork ? asFork(asked) : asked;
  const steps = await runSteps(run, {
    name,
    job,
    workflow: called.workflow,
    scope,
    granted,
    isCalled: called.isCalled,
  });
  const failed = steps.steps.some(({ conclusion }) => conclusion === 'failure');
  const result = failed && resolve(job['continue-on-error'] ?? false, scope) !== true ? 'failure' : 'success';
  const outputs = Object.fromEntries(
    Object.entries(job.outputs ?? {}).map(([key, value]) => [key, resolveText(value, steps.scope)]),
  );
  return { result, outputs, jobs: [{ name, result, outputs, steps: steps.steps }] };
}

/** A job that calls a reusable workflow, of the caller's own repository or of the toolkit's. */
async function runCalled(run: CurrentRun, caller: Called, name: string, job: Job, scope: Scope): Promise<LegRun> {
  const { file, isToolkit } = calledFile(run.options, caller, job.uses ?? '');
  const workflow = readWorkflow(file);
  const allowed = grantsOf(job.permissions ?? caller.workflow.permissions, caller.granted);
  const granted = run.options.event.isFork ? asFork(allowed) : allowed;
  for (const [id, each] of Object.entries(workflow.jobs)) {
    const asked = grantsOf(each.permissions ?? workflow.permissions, granted);
    const tooMuch = excess(asked, granted);
    if (tooMuch.length > 0 && !run.options.event.isFork) {
      throw new RefusedRun(`The nested job '${id}' is requesting '${tooMuch.join(', ')}', but is not allowed it.`);
    }
  }
  const { byId, jobs } = await runJobs(
    { ...run, secrets: job.secrets === 'inherit' ? run.secrets : secretsOf(job, scope) },
    {
      workflow,
      prefix: `${name} / `,
      inputs: calledInputs(workflow, resolve(job.with ?? {}, scope) as Readonly<Record<string, unknown>>),
      granted,
      isCalled: isToolkit,
    },
  );
  const contexts = {
    jobs: Object.fromEntries([...byId].map(([id, { result, outputs }]) => [id, { result, outputs }])),
  };
  const call = workflow.on['workflow_call'] as {
    readonly outputs?: Readonly<Record<string, { value: string }>>;
  } | null;
  const outputs = Object.entries(call?.outputs ?? {}).map(
    ([key, { value }]) => [key, resolveText(value, { contexts, status: 'success' })] as const,
  );
  const results = [...byId.values()].map(({ result }) => result);
  return { result: worst(results), outputs: Object.fromEntries(outputs), jobs };
}

function secretsOf(job: Job, scope: Scope): Readonly<Record<string, string>> {
  return resolve(job.secrets ?? {}, scope) as Readonly<Record<string, string>>;
}

function calledFile(
  { repository, toolkit }: RunOptions,
  caller: Called,
  uses: string,
): { readonly file: string; readonly isToolkit: boolean } {
  if (uses.startsWith('./')) {
    const folder = caller.isCalled ? toolkit.folder : repository.folder;
    return { file: join(folder, uses), isToolkit: caller.isCalled || repository.name === toolkit.name };
  }
  const [, name, path] = /^([^/]+\/[^/]+)\/(.+)@[^@]+$/.exec(uses) ?? [];
  if (name !== toolkit.name || path === undefined) throw new Error(`${uses} is not run here.`);
  return { file: join(toolkit.folder, path), isToolkit: true };
}

function sharedContexts({ options, secrets }: CurrentRun, { inputs }: Called): Readonly<Record<string, unknown>> {
  // Variables reach the pull request of a fork no more than secrets do.
  const vars = options.event.isFork ? {} : options.vars;
  return { github: githubContext(options), vars, secrets, inputs };
}

/** All jobs before count, also those that a job in between has passed over with `always()` (actions/runner#491). */
function statusOf(before: readonly Result[]): Status {
  const order: readonly Result[] = ['cancelled', 'failure', 'skipped'];
  return order.find((result) => before.includes(result)) ?? 'success';
}

function worst(results: readonly Result[]): Result {
  const order: readonly Result[] = ['failure', 'cancelled', 'success'];
  return order.find((result) => results.includes(result)) ?? 'skipped';
}
