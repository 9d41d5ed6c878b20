import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Action, type BundleRun, runBundle } from '../../rehearse/bundle.ts';
import { type EmulatedAccount, openAccount } from '../engine/account.ts';

const SCALE = 30;
const CLUSTER = 'shop';
const SERVICE = 'web';

const FILES = {
  'cluster.yaml': 'region: ap-northeast-1\naccount: "123456789012"\n',
  [`services/${SERVICE}/service.yaml`]:
    'loadBalancers:\n  - containerName: app\n    containerPort: 8080\n    targetGroup: { deregistrationDelaySeconds: 5 }\n',
};
const TASK_DEFINITION = `containerDefinitions:
  - name: app
    image: app:VERSION
    cpu: 128
    memory: 128
    portMappings: [{ containerPort: 8080 }]
`;

let account: EmulatedAccount;
let workspace: string;
let url: string;

beforeAll(async () => {
  account = await openAccount(SCALE);
  workspace = mkdtempSync(join(tmpdir(), 'ecs-gitops-cancel-'));
  commit('1');
  expectEnd(await run('provision'), 0, 'deployed');
  expectEnd(await run('deploy-service'), 0, 'deployed');
  const address = account.emulator.listeners().find(({ port }) => port === 80)?.address;
  url = `http://${address?.host}:${address?.port}/`;
}, 90_000);
afterAll(async () => {
  await account.stop();
  rmSync(workspace, { recursive: true });
});

function commit(version: string): void {
  const files = { ...FILES, [`services/${SERVICE}/task-definition.yaml`]: TASK_DEFINITION.replace('VERSION', version) };
  for (const [path, text] of Object.entries(files)) {
    const file = join(workspace, 'config', CLUSTER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function run(
  action: Action,
  cancelling: { readonly cancel?: AbortSignal; readonly onLine?: (line: string) => void } = {},
): Promise<BundleRun> {
  return runBundle(
    action,
    { cluster: CLUSTER, config: 'config' },
    {
      workspace,
      endpoint: account.emulator.url,
      region: 'ap-northeast-1',
      timeScale: SCALE,
      commit: 'abc',
      timeoutMs: 60_000,
      ...cancelling,
    },
  );
}

function expectEnd({ exitCode, outputs, log }: BundleRun, code: number, outcome: string): void {
  const ended = `${exitCode} ${outputs['outcome']}`;
  if (ended !== `${code} ${outcome}`) throw new Error(`ended with ${ended}:\n${log}`);
}

/** Cancels the run at the first line of its log that matches. */
function cancelledAt(line: RegExp): Promise<BundleRun> {
  const controller = new AbortController();
  return run('deploy-service', {
    cancel: controller.signal,
    onLine: (text) => {
      if (line.test(text)) controller.abort();
    },
  });
}

/** Asks the load balancer without a pause until stopped; returns the answers that were no success, and the last one. */
function watchAnswers(): () => Promise<{ readonly dropped: readonly string[]; readonly last: string }> {
  const dropped: string[] = [];
  let last = '';
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const answer = await fetch(url).catch((error: Error) => error);
      if (answer instanceof Error) dropped.push(answer.message);
      else if (answer.ok) last = await answer.text();
      else dropped.push(String(answer.status));
    }
  })();
  return async () => {
    isOver = true;
    await asking;
    return { dropped, last };
  };
}

/** The revision that serves once nothing is under way any more. */
async function settledRevision(): Promise<string | undefined> {
  for (;;) {
    const [service] = await account.ports.services.describe(CLUSTER, [SERVICE]);
    const [primary, ...others] = service?.deployments ?? [];
    if (primary?.rolloutState === 'COMPLETED' && others.length === 0) return primary.taskDefinition;
    await account.ports.clock.sleep(1_000);
  }
}

describe('a run that is cancelled', () => {
  test.each([
    ['before anything is written', /^▶ Plan/, '2', 'v1'],
    ['between two writes', /✎ a revision of/, '1', 'v2'],
    ['right after the update', /✎ service \S+ to/, '2', 'v1'],
    ['while tasks start', /has started \d+ tasks/, '1', 'v2'],
    ['while new tasks take requests', /registered \d+ targets/, '2', 'v1'],
  ])(
    'leaves the old version serving and drops nothing, and the next run deploys: %s',
    async (_, line, version, old) => {
      const before = await settledRevision();
      commit(version);
      const stopWatching = watchAnswers();
      const cancelled = await cancelledAt(line);
      expectEnd(cancelled, 1, 'cancelled');
      expect(cancelled.summary).toContain('cancelled');
      expect(await settledRevision()).toBe(before);
      const { dropped, last } = await stopWatching();
      expect({ dropped, last }).toEqual({ dropped: [], last: old });
      expectEnd(await run('deploy-service'), 0, 'deployed');
      expect(await (await fetch(url)).text()).toBe(`v${version}`);
    },
    60_000,
  );
});
