import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import type { WorkflowRun } from './run.ts';
import { runWorkflow } from './run-workflow.ts';

const WORKFLOWS = fileURLToPath(new URL('../../.github/workflows/', import.meta.url));
const ACTIONS = fileURLToPath(new URL('../../actions/', import.meta.url));
/** Tells its inputs, and gives the outputs of a run in which two of three services do not wait. */
const ACTION = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const { env } = process;
const service = env.INPUT_SERVICE ?? '';
const set = (name, value) => appendFileSync(env.GITHUB_OUTPUT, name + '=' + value + '\\n');
set('reviewed', env.RUNNER_TEMP);
set('any', 'true');
set('clusters', JSON.stringify([{ cluster: 'shop', region: 'eu-west-1', legs: [{ services: 'web' }, { services: 'db' }] }]));
set('outcome', service === 'web' && env.PAUSES ? 'paused' : 'deployed');
mkdirSync(env.RUNNER_TEMP + '/ecs-gitops', { recursive: true });
writeFileSync(env.RUNNER_TEMP + '/ecs-gitops/record-' + process.pid + '.json', '{}');
console.log(JSON.stringify({ service, mode: env.INPUT_MODE, action: env.INPUT_ACTION, role: env.AWS_ACCESS_KEY_ID }));
`;

/** Runs the workflows as they are, with actions that only tell what they were given. */
export async function runTold(
  folder: string,
  caller: string,
  env: Readonly<Record<string, string>> = {},
): Promise<WorkflowRun & { readonly asked: readonly string[] }> {
  const repository = join(folder, 'repository');
  const toolkit = join(folder, 'toolkit');
  mkdirSync(join(repository, '.github/workflows'), { recursive: true });
  writeFileSync(join(repository, '.github/workflows/main.yml'), caller);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: repository,
      encoding: 'utf8',
    });
  git('init', '-q');
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
  cpSync(WORKFLOWS, join(toolkit, '.github/workflows'), { recursive: true });
  for (const name of ['select', 'report', 'provision', 'deploy-service']) {
    mkdirSync(join(toolkit, 'actions', name), { recursive: true });
    const { runs, ...action } = parse(readFileSync(join(ACTIONS, name, 'action.yml'), 'utf8'));
    const told = { ...action, runs: { ...runs, main: 'main.cjs' } };
    writeFileSync(join(toolkit, 'actions', name, 'action.yml'), stringify(told));
    writeFileSync(join(toolkit, 'actions', name, 'main.cjs'), ACTION);
  }
  const asked: string[] = [];
  const sha = git('rev-parse', 'HEAD').trim();
  const ended = await runWorkflow({
    workflow: '.github/workflows/main.yml',
    repository: { name: 'octo/shop', folder: repository },
    event: { name: 'push', payload: {}, sha, ref: 'refs/heads/main', actor: 'octocat' },
    toolkit: { name: 'ecs-gitops/ecs-gitops', folder: toolkit, sha: 'toolkit-sha' },
    runId: 7,
    runAttempt: 1,
    vars: {},
    secrets: {},
    github: { url: 'http://127.0.0.1:1', token: () => 'token' },
    aws: {
      endpoint: 'http://127.0.0.1:1',
      assume: (role, subject) => {
        asked.push(subject);
        return { accessKeyId: role, secretAccessKey: 's' };
      },
    },
    env,
    folder,
  });
  return { ...ended, asked };
}

/** What the jobs whose names begin with a text have logged. */
export function logOf({ jobs }: WorkflowRun, name: string): string {
  return jobs
    .filter((job) => job.name.startsWith(name))
    .flatMap(({ steps }) => steps.map(({ log }) => log))
    .join('');
}
