import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RunRecord, SelectedCluster } from '../../src/model/run-record.ts';
import { type Job, startJob } from '../github/run-action.ts';

const TASK = 'containerDefinitions: [{ name: app, image: app:v1, memory: 64 }]\n';

let job: Job;
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: job.folder,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();

function commit(files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(job.folder, path)), { recursive: true });
    writeFileSync(join(job.folder, path), text);
  }
  git('add', 'config');
  git('commit', '-q', '-m', 'x');
  return git('rev-parse', 'HEAD');
}

const bump = (service: string, tag: string): Readonly<Record<string, string>> => ({
  [`config/shop/services/${service}/task-definition.yaml`]: TASK.replace('v1', tag),
});

let first: string;
beforeEach(async () => {
  job = await startJob();
  git('init', '-q', '-b', 'main');
  const services = ['api', 'mail', 'web'].map((name) => [
    `config/shop/services/${name}/service.yaml`,
    'desiredCount: 1\n',
  ]);
  first = commit({
    'config/shop/cluster.yaml': 'region: eu-west-1\naccount: "123456789012"\n',
    ...Object.fromEntries(services),
    ...bump('api', 'v1'),
    ...bump('mail', 'v1'),
    ...bump('web', 'v1'),
  });
});
afterEach(() => job.remove());

/** The merge of a branch with main, as GitHub makes it for a pull request. */
function pullRequest(change: Readonly<Record<string, string>>): void {
  const main = git('rev-parse', 'main');
  git('checkout', '-q', '-b', 'change', first);
  commit(change);
  git('checkout', '-q', '--detach', main);
  git('merge', '-q', '--no-ff', '-m', 'merge', 'change');
}

async function select(inputs: Readonly<Record<string, string>>): Promise<Pick<SelectedCluster, 'services' | 'own'>> {
  const folder = join(job.folder, 'ecs-gitops');
  rmSync(folder, { recursive: true, force: true });
  const { exitCode, log } = await job.run('select', { config: 'config', ...inputs });
  if (exitCode !== 0) throw new Error(log);
  const [file = ''] = readdirSync(folder);
  const record = JSON.parse(readFileSync(join(folder, file), 'utf8')) as RunRecord;
  const [{ services, own } = { services: [] }] = record.selected ?? [];
  return { services, own };
}

describe('of a pull request is selected', () => {
  test('what it touches, and what earlier merges have left to be applied, told apart', async () => {
    commit(bump('api', 'v2'));
    pullRequest(bump('web', 'v2'));
    expect(await select({ base: first, onto: 'HEAD^1' })).toEqual({ services: ['api', 'web'], own: ['web'] });
  });

  test('only what it touches where the branch was applied further than it was merged with', async () => {
    pullRequest(bump('web', 'v2'));
    const merge = git('rev-parse', 'HEAD');
    git('checkout', '-q', 'main');
    const applied = commit(bump('api', 'v2'));
    git('checkout', '-q', '--detach', merge);
    expect(await select({ base: applied, onto: 'HEAD^1' })).toEqual({ services: ['web'], own: ['web'] });
  });

  test('everything where nobody knows what was applied', async () => {
    pullRequest(bump('web', 'v2'));
    const all = ['api', 'mail', 'web'];
    expect(await select({ base: '', onto: 'HEAD^1' })).toEqual({ services: all, own: ['web'] });
    expect(await select({ base: 'f'.repeat(40), onto: 'HEAD^1' })).toEqual({ services: all, own: ['web'] });
  });
});

test('of a push is selected what differs from the base', async () => {
  commit(bump('api', 'v2'));
  expect(await select({ base: first })).toEqual({ services: ['api'], own: undefined });
});
