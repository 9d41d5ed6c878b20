import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Grants } from './permissions.ts';
import type { RunOptions, WorkflowRun } from './run.ts';
import { runWorkflow } from './run-workflow.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-workflow-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const TOOLKIT = 'ecs-gitops/ecs-gitops';
const ACTION = `
name: echo
description: Says what it got
inputs: { text: { description: text, default: nothing }, github-token: { description: token, default: '\${{ github.token }}' } }
outputs: { said: { description: text } }
runs: { using: node24, main: main.cjs }
`;
const MAIN = `
const { appendFileSync } = require('node:fs');
const env = process.env;
appendFileSync(env.GITHUB_OUTPUT, 'said<<E\\n' + env.INPUT_TEXT + '\\nE\\n');
console.log(env.INPUT_TEXT, env['INPUT_GITHUB-TOKEN'], env.AWS_ACCESS_KEY_ID, env.GITHUB_SHA === undefined);
process.exitCode = env.INPUT_TEXT === 'fail' ? 1 : 0;
`;

/** Runs the caller's workflow of the given text; `called` are reusable ones of the toolkit. */
async function run(
  caller: string,
  called: Readonly<Record<string, string>> = {},
  options: Partial<RunOptions> = {},
): Promise<WorkflowRun> {
  write('repository/.github/workflows/main.yml', caller);
  for (const [name, text] of Object.entries(called)) write(`toolkit/.github/workflows/${name}`, text);
  write('toolkit/actions/echo/action.yml', ACTION);
  write('toolkit/actions/echo/main.cjs', MAIN);
  const repository = join(folder, 'repository');
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: repository,
      encoding: 'utf8',
    });
  git('init', '-q');
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'x');
  return runWorkflow({
    workflow: '.github/workflows/main.yml',
    repository: { name: 'octo/shop', folder: repository },
    event: {
      name: 'push',
      payload: {},
      sha: git('rev-parse', 'HEAD').trim(),
      ref: 'refs/heads/main',
      actor: 'octocat',
    },
    toolkit: { name: TOOLKIT, folder: join(folder, 'toolkit'), sha: 'toolkit-sha' },
    runId: 7,
    runAttempt: 1,
    vars: {},
    secrets: {},
    github: {
      url: 'http://127.0.0.1:1',
      token: (grants: Grants) => `token:${Object.entries(grants).flat().join(':')}`,
    },
    aws: {
      endpoint: 'http://127.0.0.1:1',
      assume: (role) => (role ? { accessKeyId: role, secretAccessKey: 's' } : undefined),
    },
    env: {},
    folder,
    ...options,
  });
}

const resultsOf = ({ jobs }: WorkflowRun): Readonly<Record<string, string>> =>
  Object.fromEntries(jobs.map(({ name, result }) => [name, result]));
const logOf = ({ jobs }: WorkflowRun): string => jobs.flatMap(({ steps }) => steps.map(({ log }) => log)).join('');

const job = (lines: string): string => `runs-on: x\n    ${lines.trim().replaceAll('\n', '\n    ')}`;

describe('a workflow run', () => {
  test('keeps back what needs a job that failed or was skipped, unless it says always()', async () => {
    const ended = await run(`
on: push
jobs:
  bad:
    ${job("steps: [{ run: 'false' }, { run: echo no }, { run: echo yes, if: failure() }]")}
  after:
    ${job('needs: bad\nsteps: [{ run: echo }]')}
  later:
    ${job('needs: after\nif: always()\nsteps: [{ run: echo }]')}
  last:
    ${job('needs: later\nsteps: [{ run: echo }]')}
  report:
    ${job(`needs: [bad, last]
if: \${{ !cancelled() && needs.bad.result == 'failure' }}
steps: [{ run: echo reported }]`)}
`);
    expect(resultsOf(ended)).toEqual({
      bad: 'failure',
      after: 'skipped',
      later: 'success',
      last: 'skipped',
      report: 'success',
    });
    expect(ended.conclusion).toBe('failure');
    expect(ended.jobs[0]?.steps.map(({ conclusion }) => conclusion)).toEqual(['failure', 'skipped', 'success']);
  });

  test('calls a reusable workflow with inputs, a matrix from an output, our action, and gives its outputs back', async () => {
    const called = `
on:
  workflow_call:
    inputs: { name: { type: string, required: true }, loud: { type: boolean } }
    outputs: { said: { value: '\${{ jobs.each.outputs.said }}' } }
jobs:
  list:
    ${job(`outputs: { legs: '\${{ steps.l.outputs.legs }}' }
steps:
  - id: l
    run: echo 'legs=[{"n":"a"},{"n":"b"}]' >> "$GITHUB_OUTPUT"`)}
  each:
    ${job(`needs: list
strategy: { matrix: { include: '\${{ fromJSON(needs.list.outputs.legs) }}' } }
outputs: { said: '\${{ steps.e.outputs.said }}' }
steps:
  - uses: actions/checkout@v7
    with: { repository: '\${{ job.workflow_repository }}', ref: '\${{ job.workflow_sha }}', path: .ecs-gitops }
  - id: e
    uses: ./.ecs-gitops/actions/echo
    with: { text: '\${{ inputs.name }} \${{ matrix.n }} \${{ inputs.loud }}' }`)}
`;
    const ended = await run(
      `
on: push
permissions: {}
jobs:
  call:
    permissions: { contents: read }
    uses: ${TOOLKIT}/.github/workflows/called.yml@v1
    with: { name: hello }
  after:
    ${job(`needs: call
steps: [{ run: 'echo after \${{ needs.call.outputs.said }}' }]`)}
`,
      { 'called.yml': called },
    );
    expect(ended.refused).toBeUndefined();
    expect(resultsOf(ended)).toMatchObject({ 'call / each (1)': 'success', 'call / each (2)': 'success' });
    expect(logOf(ended)).toContain('hello a false token:contents:read');
    expect(logOf(ended)).toContain('after hello b false');
  });

  test('hands artifacts and credentials on as a runner does', async () => {
    const ended = await run(`
on: push
jobs:
  aws:
    ${job(`permissions: { id-token: write }
steps:
  - uses: aws-actions/configure-aws-credentials@v6
    with: { role-to-assume: a-role, aws-region: eu-west-1 }
  - run: mkdir -p "$RUNNER_TEMP/out" && echo "$AWS_ACCESS_KEY_ID $AWS_REGION" > "$RUNNER_TEMP/out/x.json"
  - uses: actions/upload-artifact@v7
    with: { name: record-1, path: '\${{ runner.temp }}/out/*.json' }`)}
  read:
    ${job(`needs: aws
steps:
  - uses: actions/download-artifact@v8
    with: { pattern: record-*, path: records, merge-multiple: true }
  - run: cat records/x.json; echo "key=$AWS_ACCESS_KEY_ID."`)}
  without:
    ${job('steps: [{ uses: aws-actions/configure-aws-credentials@v6, with: { role-to-assume: a-role, aws-region: x } }]')}
`);
    expect(logOf(ended)).toContain('a-role eu-west-1\nkey=.');
    expect(resultsOf(ended)).toMatchObject({ read: 'success', without: 'failure' });
  });

  test('is refused where a called workflow asks for more than its caller has', async () => {
    const called = `on: { workflow_call: {} }\njobs: { a: { runs-on: x, permissions: { issues: write }, steps: [{ run: echo }] } }`;
    const caller = `on: push\npermissions: { contents: read }\njobs: { c: { uses: ${TOOLKIT}/.github/workflows/c.yml@v1 } }`;
    expect(await run(caller, { 'c.yml': called })).toMatchObject({
      conclusion: 'failure',
      refused: expect.stringContaining('issues: write'),
    });
  });

  test('of a fork has no secrets, no variables, no identity and a token that only reads', async () => {
    const caller = `
on: pull_request
permissions: { id-token: write, pull-requests: write }
jobs:
  a:
    ${job(`steps: [{ run: 'echo "\${{ secrets.KEY }}\${{ vars.ROLE }}|\${{ github.token }}"' }]`)}
`;
    const event = { name: 'pull_request', payload: {}, ref: 'refs/pull/1/merge', actor: 'x', isFork: true } as const;
    const sha = '0'.repeat(40);
    const ended = await run(
      caller,
      {},
      { event: { ...event, sha }, secrets: { KEY: 'hidden' }, vars: { ROLE: 'hidden' } },
    );
    expect(logOf(ended)).toBe('|token:pull-requests:read\n');
  });

  test('of a fork only reads in a called workflow too, whatever the caller grants', async () => {
    const called = `
on: { workflow_call: {} }
jobs: { a: { runs-on: x, permissions: { pull-requests: write, id-token: write }, steps: [{ run: 'echo "\${{ github.token }}"' }] } }`;
    const caller = `
on: pull_request
permissions: {}
jobs: { c: { permissions: { pull-requests: write, id-token: write }, uses: ${TOOLKIT}/.github/workflows/c.yml@v1 } }`;
    const event = { name: 'pull_request', payload: {}, ref: 'refs/pull/1/merge', actor: 'x', isFork: true } as const;
    const ended = await run(caller, { 'c.yml': called }, { event: { ...event, sha: '0'.repeat(40) } });
    expect(logOf(ended)).toBe('token:pull-requests:read\n');
  });

  test('does not run what it does not know', async () => {
    await expect(run('on: push\njobs: { a: { steps: [{ uses: other/action@v1 }] } }')).rejects.toThrow(
      /other\/action@v1/,
    );
  });
});
