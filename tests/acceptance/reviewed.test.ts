import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ConfigCopy, copyConfig } from '../../rehearse/config-copy.ts';
import { connectToListener, type RunningEmulator, startEmulator } from '../../rehearse/emulator.ts';
import { writeImages } from '../../rehearse/images.ts';
import type { ActionName } from '../../src/actions/contract.ts';
import { type FakeGitHub, OWNER, REPO, startFakeGitHub } from '../github/fake-github.ts';
import { type ActionRun, type Job, startJob } from '../github/run-action.ts';

const TIME_SCALE = 40;
const SAMPLE = fileURLToPath(new URL('../../config/', import.meta.url));
const sha = (digit: string): string => digit.repeat(40);
const PULL = { number: 7, head: sha('a'), base: sha('9') };

let config: ConfigCopy;
let emulator: RunningEmulator;
let github: FakeGitHub;
let job: Job;

beforeAll(async () => {
  config = await copyConfig(SAMPLE, {});
  const where = ['--account', config.account, '--region', config.region];
  emulator = await startEmulator([...where, '--scale', String(TIME_SCALE), '--images', await writeImages(config)]);
  [github, job] = await Promise.all([startFakeGitHub(), startJob()]);
  github.state.history.push(PULL.base, sha('1'), sha('2'));
  github.state.pulls.push({ ...PULL, state: 'open', mergedAt: null });
  github.state.pullsOfCommit.set(sha('1'), [PULL.number]);
}, 30_000);

afterAll(async () => {
  await Promise.all([emulator.stop(), github.stop()]);
  await Promise.all([config.remove(), job.remove()]);
});

/** A step of a job with access to AWS. */
function aws(action: ActionName, inputs: Readonly<Record<string, string>>, commit: string): Promise<ActionRun> {
  const env = {
    GITHUB_SHA: commit,
    AWS_ENDPOINT_URL: emulator.url,
    AWS_REGION: config.region,
    AWS_ACCESS_KEY_ID: 'AKIAREHEARSAL0000000',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_EC2_METADATA_DISABLED: 'true',
    ECS_GITOPS_TIME_SCALE: String(TIME_SCALE),
  };
  return job.run(action, { config: join(config.workspace, 'config'), ...inputs }, env);
}

/** A step of a job with access to GitHub. */
function report(mode: 'report' | 'collect', event: 'pull_request' | 'push', commit: string): Promise<ActionRun> {
  const path = join(job.folder, `event-${event}.json`);
  const { number, head, base } = PULL;
  const pull = { number, head: { sha: head, repo: { full_name: `${OWNER}/${REPO}` } }, base: { sha: base } };
  const push = { ref: 'refs/heads/main', before: base, after: commit };
  writeFileSync(path, JSON.stringify(event === 'push' ? push : { action: 'opened', pull_request: pull }));
  const inputs = { mode, 'github-token': 'token', files: mode === 'report' ? join(job.folder, 'ecs-gitops') : '' };
  return job.run('report', inputs, {
    GITHUB_SHA: commit,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: `${OWNER}/${REPO}`,
    GITHUB_API_URL: github.url,
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
  });
}

const reviewed = (): string => join(job.folder, 'ecs-gitops-reviewed/reviewed.json');
const outcomeOf = ({ output }: ActionRun): string => /outcome<<.*\n(.*)/.exec(output)?.[1] ?? '';

/** The steps stand on each other, as they do in a repository's life. */
describe('merging applies what the pull request has shown, or stops', () => {
  test('a first cluster is planned and shown, service and all', async () => {
    await aws('provision', { mode: 'plan' }, PULL.head);
    await aws('deploy-service', { mode: 'plan' }, PULL.head);
    expect((await report('report', 'pull_request', PULL.head)).exitCode).toBe(0);
    expect(github.state.comments[0]?.body).toMatch(/## ✅ ECS plan: 2 stacks change, 1 service changes/);
  }, 60_000);

  test('and applied exactly so, in the order in which its parts come to be', async () => {
    Object.assign(github.state.pulls[0] ?? {}, { state: 'closed', mergedAt: '2026-08-01T00:00:00Z' });
    await report('collect', 'push', sha('1'));
    expect(JSON.parse(readFileSync(reviewed(), 'utf8')).units.length).toBe(3);
    const provisioned = await aws('provision', { reviewed: reviewed() }, sha('1'));
    expect(outcomeOf(provisioned)).toBe('deployed');
    const dnsName = /alb-dns-name<<.*\n(.*)/.exec(provisioned.output)?.[1] ?? '';
    const connectTo = (await connectToListener(emulator, dnsName, 80)) ?? '';
    const deployed = await aws('deploy-service', { reviewed: reviewed(), 'connect-to': connectTo }, sha('1'));
    expect(outcomeOf(deployed)).toBe('deployed');
  }, 90_000);

  test('a push that no pull request has shown is blocked by name, with what differs, and writes nothing', async () => {
    const file = join(config.workspace, 'config', config.cluster, 'services', config.service, 'service.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/maxCapacity: 4/, 'maxCapacity: 3'));
    await report('collect', 'push', sha('2'));
    await emulator.writes();
    const run = await aws('deploy-service', { reviewed: reviewed() }, sha('2'));
    expect(outcomeOf(run)).toBe('blocked');
    expect(run.log).toMatch(/not those that a merged pull request has shown/);
    expect(run.log).toMatch(/scalable target: the review showed other values, before or after/);
    expect({ exitCode: run.exitCode, writes: await emulator.writes() }).toEqual({ exitCode: 1, writes: 0 });
  }, 60_000);

  test('what was collected for another commit is refused', async () => {
    const { log, exitCode } = await aws('provision', { reviewed: reviewed() }, sha('1'));
    expect(exitCode).toBe(1);
    expect(log).toMatch(/INPUT_INVALID.*was collected for commit 2+, but this run is for 1+/);
  });
});
