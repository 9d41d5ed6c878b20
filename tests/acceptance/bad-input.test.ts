import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runBundle } from '../../rehearse/bundle.ts';

const SAMPLE = fileURLToPath(new URL('../../config/sample-ecs-cluster/', import.meta.url));
const CLUSTER = 'config/sample-ecs-cluster';
const FILES = {
  cluster: 'cluster.yaml',
  service: 'services/sample-ecs-service/service.yaml',
  taskDefinition: 'services/sample-ecs-service/task-definition.yaml',
} as const;

/** Stands where AWS would be: any request that reaches it is one too many. */
let aws: Server;
let requests = 0;
let workspace = '';

beforeAll(async () => {
  aws = createServer((_, response) => {
    requests += 1;
    response.writeHead(500).end();
  });
  await new Promise<void>((resolve) => aws.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => aws.close(resolve)));
beforeEach(() => {
  requests = 0;
  workspace = mkdtempSync(join(tmpdir(), 'ecs-gitops-bad-input-'));
  for (const path of Object.values(FILES)) write(path, readFileSync(join(SAMPLE, path)));
});

afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const write = (path: string, content: string | Uint8Array): void => {
  const full = join(workspace, CLUSTER, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
};
const edit = (path: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(join(SAMPLE, path), 'utf8');
  if (text.replace(from, to) === text) throw new Error(`${path} does not hold ${from}`);
  write(path, text.replace(from, to));
};
const remove = (path: string): void => rmSync(join(workspace, CLUSTER, path), { recursive: true });

async function run(action: 'provision' | 'deploy-service' | 'verify-alb', inputs: Record<string, string> = {}) {
  const endpoint = `http://127.0.0.1:${(aws.address() as AddressInfo).port}`;
  return runBundle(action, inputs, {
    workspace,
    endpoint,
    region: 'ap-northeast-1',
    timeScale: 1,
    commit: 'c',
  });
}

describe('bad config is refused with its position and a next step, before any call', () => {
  test.each<[string, () => void, RegExp]>([
    [
      'a wrong key in cluster.yaml',
      () => edit(FILES.cluster, /^capacity:/m, 'capacty:'),
      /cluster\.yaml:\d+:\d+: .*capacty.*capacity/,
    ],
    [
      'a wrong type in service.yaml',
      () => edit(FILES.service, /minCapacity: 2/, 'minCapacity: two'),
      /service\.yaml:\d+:\d+: .*number/,
    ],
    [
      'an unknown key in the task definition',
      () => edit(FILES.taskDefinition, 'containerDefinitions:', 'containerDefinition:'),
      /task-definition\.yaml:\d+:\d+: .*containerDefinitions/,
    ],
    [
      'a container that does not exist',
      () => edit(FILES.service, /containerName: \S+/, 'containerName: ngnix'),
      /service\.yaml:\d+:\d+: .*ngnix/,
    ],
    [
      'a duplicate key',
      () => edit(FILES.cluster, /^region: (.*)$/m, 'region: $1\nregion: $1'),
      /cluster\.yaml:\d+:\d+: .*region/,
    ],
    [
      'an unresolved alias',
      () => edit(FILES.cluster, /^region: .*$/m, 'region: *home'),
      /cluster\.yaml:\d+:\d+: .*home/,
    ],
    ['a tab', () => edit(FILES.cluster, /^ {2}(\S)/m, '\t$1'), /cluster\.yaml:\d+:\d+: .*[Tt]ab/],
    ['a missing file', () => remove(FILES.taskDefinition), /sample-ecs-service\/\S+:\d+:\d+: .*task-definition\.yaml/],
    ['an empty file', () => write(FILES.cluster, ''), /cluster\.yaml:1:1: .*empty/],
    [
      'a binary file',
      () => write(FILES.cluster, Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0xff)),
      /cluster\.yaml:1:\d+: /,
    ],
    [
      'an empty directory',
      () => {
        remove('');
      },
      /config\S*:1:1: .*cluster\.yaml/,
    ],
  ])('%s', async (_, spoil, message) => {
    spoil();
    const { exitCode, log } = await run('provision');
    expect(log).toMatch(message);
    expect(log).not.toMatch(/^\s+at .*\(/m);
    expect({ exitCode, requests }).toEqual({ exitCode: 1, requests: 0 });
  });

  test.each<['provision' | 'deploy-service' | 'verify-alb', Record<string, string>, RegExp]>([
    ['provision', { config: 'nowhere' }, /no folder nowhere/],
    ['provision', { mode: 'aply' }, /Input mode is "aply".*plan, apply, destroy/],
    ['provision', { mode: 'destroy' }, /Input cluster is empty/],
    ['provision', { cluster: 'sample-ecs-clutser' }, /sample-ecs-clutser.*sample-ecs-cluster/s],
    ['deploy-service', { service: 'sample-service' }, /sample-service.*sample-ecs-service/s],
    ['deploy-service', { images: 'app' }, /Input images/],
    ['deploy-service', { 'timeout-seconds': '-1' }, /Input timeout-seconds/],
    ['verify-alb', { url: 'ftp://x' }, /Input url is "ftp:\/\/x"/],
  ])('%s with %j', async (action, inputs, message) => {
    const { exitCode, log, outputs, summary } = await run(action, inputs);
    expect(log).toMatch(message);
    expect(log).not.toMatch(/^\s+at .*\(/m);
    expect({ exitCode, requests, outcome: outputs['outcome'] }).toEqual({
      exitCode: 1,
      requests: 0,
      outcome: 'failed',
    });
    expect(summary).toMatch(/^❌ /);
  });
});

test('a broken bundle fails', () => {
  const entry = join(workspace, 'entry.mjs');
  writeFileSync(entry, "import { main } from './missing.js';\nawait main('provision');\n");
  expect(spawnSync(process.execPath, [entry]).status).not.toBe(0);
});
