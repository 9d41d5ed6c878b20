import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeployPorts } from '../../src/engine/deploy/context.ts';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { ServiceResult } from '../../src/engine/rollout/context.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { ProgressEvent } from '../../src/model/progress-events.ts';
import { aCluster } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { SERVICE_NAME, version } from './sample-service.ts';

let account: EmulatedAccount;

beforeAll(async () => {
  account = await openAccount(40);
  const cluster = aCluster({ services: [version('app:1')] });
  const { results } = await provision({ cluster, mode: 'apply', timeoutMs: 3_600_000 }, account.ports);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(['deployed', 'deployed']);
  account.writes();
}, 60_000);
afterAll(() => account.stop());

interface Options {
  readonly override?: JsonObject;
  readonly timeoutSeconds?: number;
  readonly signal?: AbortSignal;
  readonly ports?: DeployPorts;
}

/** Deploys the image; the task before it runs this program. */
async function migrated(image: string, program: string, options: Options = {}): Promise<ServiceResult> {
  const { override = {}, timeoutSeconds = 300, signal, ports = account.ports } = options;
  account.events.length = 0;
  const containerOverrides = [{ name: 'nginx', command: ['node', '-e', program], ...override }];
  const beforeDeployment = { overrides: { containerOverrides }, containerName: 'nginx', timeoutSeconds };
  const service = version(image, { container: { stopTimeout: 600 }, overrides: { beforeDeployment } });
  const [result] = await deploy(
    {
      cluster: aCluster({ services: [service] }),
      services: [SERVICE_NAME],
      mode: 'apply',
      images: [],
      commit: 'abc',
      timeoutMs: 900_000,
      onCancel: 'rollback',
      signal,
    },
    ports,
  );
  if (!result) throw new Error('no result');
  return result;
}

const lines = (): readonly string[] =>
  account.events.flatMap((event) => (event.kind === 'log-lines' ? event.lines : []));

describe('the task before a deployment, over the wire', () => {
  test('runs to its end before the service is created', async () => {
    const { outcome } = await migrated('app:1', 'console.log("table users created")');
    expect(outcome.kind).toBe('deployed');
    expect(outcome.evidence.at(-1)).toMatch(
      /^Before it, task \w+ of sample:1 ran: container nginx ended with exit code 0/,
    );
    expect(account.writes().slice(0, 3)).toEqual(['RegisterTaskDefinition', 'RunTask', 'CreateService']);
    expect(lines()).toEqual(['table users created']);
  }, 30_000);

  test('does not run where the service keeps its revision', async () => {
    expect((await migrated('app:1', 'console.log("again")')).outcome.kind).toBe('unchanged');
    expect(account.writes()).toEqual([]);
  }, 30_000);

  test('leaves the service alone where it ends badly, and tells why', async () => {
    const { outcome } = await migrated('app:2', 'console.log("no such table"); process.exit(4)');
    expect(outcome).toMatchObject({
      kind: 'failed',
      summary: expect.stringMatching(
        /^The service was not updated: task \w+ of sample:2 before the deployment failed: container nginx exits with code 4\.$/,
      ),
    });
    expect(account.writes()).toEqual(['RegisterTaskDefinition', 'RunTask']);
    expect(lines()).toEqual(['no such table']);
    const [live] = await account.ports.services.describe('sample-ecs-cluster', [SERVICE_NAME]);
    expect(live?.taskDefinition).toMatch(/sample:1$/);
  }, 30_000);

  test('is stopped when its time is up', async () => {
    const { outcome } = await migrated('app:2', 'setInterval(() => {}, 1000)', { timeoutSeconds: 30 });
    expect(outcome.summary).toMatch(/it did not end within 30 s: .*; ECS was asked to stop it/);
    expect(account.writes()).toEqual(['RunTask', 'StopTask']);
  }, 30_000);

  test('is stopped when the run is cancelled, and the next run waits for its end', async () => {
    const controller = new AbortController();
    const end = join(mkdtempSync(join(tmpdir(), 'ecs-gitops-task-')), 'end');
    const emit = (event: ProgressEvent): void => {
      account.ports.progress.emit(event);
      if (event.kind === 'log-lines' && event.lines.includes('deaf')) controller.abort(new Error('cancelled'));
      if (event.kind === 'waiting' && event.message.includes('two such tasks never run at the same time'))
        writeFileSync(end, '');
    };
    const ports = { ...account.ports, progress: { emit } };
    // Asked to stop, it ends only when it is waited for.
    const slow = `setInterval(() => {}, 1000); process.on("SIGTERM", () =>
      setInterval(() => require("node:fs").existsSync("${end}") && process.exit(), 20)); console.log("deaf")`;
    const { outcome } = await migrated('app:2', slow, { signal: controller.signal, ports });
    expect(outcome).toMatchObject({ kind: 'cancelled', summary: expect.stringContaining('ECS was asked to stop it') });
    expect(account.writes()).toEqual(['RunTask', 'StopTask']);
    expect((await migrated('app:2', '', { ports })).outcome.kind).toBe('deployed');
    expect(existsSync(end)).toBe(true);
    rmSync(dirname(end), { recursive: true });
  }, 60_000);

  test('waits for an instance where none has room', async () => {
    const { outcome } = await migrated('app:1', '', { override: { memory: 3700 }, timeoutSeconds: 600 });
    expect(outcome.kind).toBe('deployed');
    expect(account.events).toContainEqual(
      expect.objectContaining({ kind: 'waiting', message: 'it waits for an instance that has room for it' }),
    );
  }, 60_000);

  test('is given up where no instance can ever have room', async () => {
    const { outcome } = await migrated('app:2', '', { override: { memory: 9000 }, timeoutSeconds: 600 });
    expect(outcome.summary).toContain('no instance of the cluster can ever hold the task: it reserves 9000 MiB');
    expect(account.writes().at(-1)).toBe('StopTask');
  }, 30_000);
});
