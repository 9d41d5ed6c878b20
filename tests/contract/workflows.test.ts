import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Workflow } from '../workflows/workflow-file.ts';
import { languageServiceMessages } from './run-language-service.ts';
import { problemsOf } from './workflow-checks.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WORKFLOWS = readdirSync(join(ROOT, '.github/workflows')).map((name) => join(ROOT, '.github/workflows', name));
const ACTIONS = readdirSync(join(ROOT, 'actions')).map((name) => join(ROOT, 'actions', name, 'action.yml'));

describe('workflows and actions', () => {
  test.each(WORKFLOWS)('%s follows the rules of the house', (file) => {
    expect(problemsOf(parse(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test("satisfy GitHub's language service", () => {
    expect(languageServiceMessages([...WORKFLOWS, ...ACTIONS])).toEqual([]);
  });

  for (const [tool, args] of [
    ['actionlint', WORKFLOWS],
    ['zizmor', ['--offline', ...WORKFLOWS]],
    ['act', ['--list', '--dryrun']],
  ] as const) {
    const isInstalled = !spawnSync(tool, ['--version']).error;
    if (!isInstalled) process.stderr.write(`${tool} is not installed: the workflows were not checked with it.\n`);

    (isInstalled ? test : test.skip)(`satisfy ${tool}`, () => {
      const { status, stdout, stderr } = spawnSync(tool, args, { cwd: ROOT, encoding: 'utf8' });
      expect(status === 0 ? '' : `${tool}: ${stdout}${stderr}`).toBe('');
    });
  }
});

describe('the rules of the house', () => {
  const job = (lines: string): Workflow => parse(`permissions: {}\njobs:\n  a: { timeout-minutes: 1, ${lines} }`);

  test.each<[string, Workflow, string]>([
    [
      'an action by its tag',
      job('steps: [{ uses: actions/checkout@v7 }]'),
      'a: actions/checkout@v7 is not pinned by commit',
    ],
    [
      'a workflow by its branch',
      job('uses: o/r/.github/workflows/x.yml@main'),
      'a: o/r/.github/workflows/x.yml@main is not pinned by commit',
    ],
    [
      'an expression in a script',
      job(`steps: [{ run: 'echo "\${{ github.head_ref }}"' }]`),
      'a: an expression in a script',
    ],
    ['a script of several lines', job('steps: [{ run: "a\\nb" }]'), 'a: a script of several lines'],
    ['a grant that nothing needs', job('permissions: { issues: write }, steps: []'), 'a: no step needs issues: write'],
    [
      'an unknown input',
      job('steps: [{ uses: ./actions/provision, with: { modus: plan } }]'),
      'a: provision has no input modus',
    ],
    [
      'a value that an input cannot have',
      job('steps: [{ uses: ./actions/provision, with: { mode: look } }]'),
      'a: mode of provision cannot be look',
    ],
    [
      'a deployment of neither config nor images',
      job('steps: [{ uses: ./actions/deploy-service, with: { cluster: shop } }]'),
      'a: deploys neither config nor images: with cluster alone, deploy-service takes the live services',
    ],
    [
      'an output that an action does not have',
      job(`steps: [{ id: p, uses: ./actions/provision }], outputs: { dns: '\${{ steps.p.outputs.dns }}' }`),
      'a: provision has no output dns',
    ],
    [
      'an unknown input of a reusable workflow',
      job('uses: ./.github/workflows/drift.yml, with: { role: r, roles: r }, permissions: write-all'),
      'a: Invalid input, roles is not defined in the called workflow.',
    ],
    [
      'a grant that a reusable workflow needs and its caller lacks',
      job('uses: ./.github/workflows/drift.yml, with: { role: r }, permissions: { contents: read, id-token: write }'),
      'a: drift.yml needs issues: write',
    ],
    [
      'an output that a reusable workflow does not have',
      job(
        `uses: ./.github/workflows/drift.yml, with: { role: r, config: '\${{ needs.a.outputs.folder }}' }, permissions: write-all`,
      ),
      'drift.yml has no output folder',
    ],
    [
      'a group of applies that drops what waits',
      parse('permissions: {}\nconcurrency: { group: ecs-gitops-apply-config, cancel-in-progress: false }\njobs: {}'),
      'ecs-gitops-apply-config drops runs that wait',
    ],
    [
      'the same of a job',
      job('steps: [], concurrency: ecs-gitops-apply-config'),
      'ecs-gitops-apply-config drops runs that wait',
    ],
    [
      'a queue whose runs are cancelled',
      parse('permissions: {}\nconcurrency: { group: x, queue: max, cancel-in-progress: true }\njobs: {}'),
      'x both queues and cancels',
    ],
    ['no time limit', parse('permissions: {}\njobs: { a: { steps: [] } }'), 'a: no time limit'],
    ['a grant to all jobs', parse('permissions: { contents: read }\njobs: {}'), 'grants something at the top'],
    ['no word of permissions', parse('jobs: {}'), 'grants something at the top'],
  ])('forbid %s', (_, workflow, problem) => {
    expect(problemsOf(workflow)).toEqual([problem]);
  });

  test('are kept by a language service that finds mistakes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-lint-'));
    try {
      const file = join(folder, 'action.yml');
      writeFileSync(file, 'name: x\nruns: { using: node99, main: index.js }\n');
      expect(languageServiceMessages([file]).join('\n')).toContain('node99');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
