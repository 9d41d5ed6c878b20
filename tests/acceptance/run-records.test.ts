import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Job, startJob } from '../github/run-action.ts';

let job: Job;

beforeEach(async () => {
  job = await startJob();
});
afterEach(() => job.remove());

const records = (): readonly unknown[] =>
  readdirSync(join(job.folder, 'ecs-gitops')).map((name) =>
    JSON.parse(readFileSync(join(job.folder, 'ecs-gitops', name), 'utf8')),
  );

describe('a run that fails before it plans leaves a record', () => {
  test('of an input', async () => {
    const { output } = await job.run('provision', { mode: 'aply' }, { GITHUB_SHA: 'c0ffee' });
    expect(records()).toEqual([
      expect.objectContaining({
        version: 1,
        action: 'provision',
        mode: 'aply',
        commit: 'c0ffee',
        outcome: 'failed',
        changed: false,
        units: [],
        failure: expect.objectContaining({ code: 'INPUT_INVALID', hint: 'Give one of: plan, apply, destroy.' }),
      }),
    ]);
    const [file] = readdirSync(join(job.folder, 'ecs-gitops'));
    expect(file).toMatch(/^provision-aply-[0-9a-f]{8}\.json$/);
    expect(output).toContain(join(job.folder, 'ecs-gitops', `${file}`));
  });

  test('of config, with every problem and its position', async () => {
    mkdirSync(join(job.folder, 'config/web'), { recursive: true });
    writeFileSync(join(job.folder, 'config/web/cluster.yaml'), 'name: web\nregoin: eu-west-1\n');
    await job.run('deploy-service', { mode: 'plan', cluster: 'web', config: 'config' });
    expect(records()).toEqual([
      expect.objectContaining({
        action: 'deploy-service',
        mode: 'plan',
        cluster: 'web',
        failure: expect.objectContaining({
          code: 'CONFIG_INVALID',
          issues: expect.arrayContaining([
            expect.objectContaining({ at: { file: 'config/web/cluster.yaml', line: 2, column: 1 } }),
          ]),
        }),
      }),
    ]);
  });
});

test('a run that ends in an outcome records it', async () => {
  const url = 'http://127.0.0.1:9';
  const { exitCode } = await job.run('verify-alb', { url, 'timeout-seconds': '1', cluster: '' });
  expect(exitCode).toBe(1);
  expect(records()).toEqual([
    expect.objectContaining({
      action: 'verify-alb',
      url: expect.stringContaining(url),
      outcome: 'timed-out',
      units: [expect.objectContaining({ name: expect.stringContaining(url) })],
    }),
  ]);
});
