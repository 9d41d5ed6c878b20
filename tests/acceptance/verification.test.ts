import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type BundleOptions, type BundleRun, runBundle } from '../../rehearse/bundle.ts';
import { copyConfig } from '../../rehearse/config-copy.ts';
import { connectToListener, startEmulator } from '../../rehearse/emulator.ts';
import { imageOf, type Version, writeImages } from '../../rehearse/images.ts';
import { type Load, startLoad } from '../../rehearse/load.ts';

const TIME_SCALE = 30;
const SAMPLE = fileURLToPath(new URL('../../config/', import.meta.url));

interface Stage {
  commit(version: Version): Promise<void>;
  deploy(cancelling?: Pick<BundleOptions, 'cancel' | 'onLine'>): Promise<BundleRun>;
  startTraffic(): Promise<Load>;
  close(): Promise<void>;
}

interface StageOptions {
  readonly sabotage?: string;
  /** Of service.yaml's `verify`. */
  readonly verify: Readonly<Record<string, number>>;
}

/** An emulated account of its own, in which the sample is provisioned and its first version to be deployed. */
async function openStage({ sabotage, verify }: StageOptions): Promise<Stage> {
  const config = await copyConfig(SAMPLE, {});
  const images = await writeImages(config);
  await mislabel(images, 'v2');
  const where = ['--account', config.account, '--region', config.region];
  const spoiled = sabotage ? ['--sabotage', sabotage] : [];
  const emulator = await startEmulator([...where, '--scale', String(TIME_SCALE), '--images', images, ...spoiled]);
  const { workspace, region } = config;
  const options = { workspace, region, endpoint: emulator.url, timeScale: TIME_SCALE, commit: '0123456789' };
  const container = config.containers.find(({ name }) => name === config.application);
  const commit: Stage['commit'] = async (version) => {
    await config.commit(({ application, service }) => {
      if (container) application.set('image', imageOf(container, version));
      for (const [key, value] of Object.entries(verify)) service.setIn(['verify', key], value);
      // Processes that start cost CPU too: it must not scale the service meanwhile.
      service.delete('scaling');
      service.set('desiredCount', 2);
    });
  };
  await commit('v1');
  const provisioned = await runBundle('provision', { config: 'config' }, options);
  const dnsName = provisioned.outputs['alb-dns-name'] ?? '';
  const through = (await connectToListener(emulator, dnsName, config.listenerPort)) ?? '';
  return {
    commit,
    deploy: (cancelling = {}) =>
      runBundle('deploy-service', { config: 'config', 'connect-to': through }, { ...options, ...cancelling }),
    startTraffic: async () => {
      const address = await emulator.listener(dnsName, config.listenerPort);
      if (!address) throw new Error(`nothing listens behind ${dnsName}`);
      return startLoad({
        ...address,
        hostHeader: dnsName,
        path: '/',
        versionHeader: config.versionHeader,
        perSecond: 20,
        slowEvery: Number.MAX_SAFE_INTEGER,
        slowMs: 0,
        idleMs: 1_000,
      });
    },
    close: async () => {
      await emulator.stop();
      await config.remove();
    },
  };
}

/**
 * Builds an image of a version from the sources of another, as happens: it is healthy, and is not what its tag says.
 */
async function mislabel(path: string, version: Version): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replaceAll(`"--version",\n      "${version}"`, '"--version",\n      "v9"'));
}

function expectEnd({ exitCode, outputs, log }: BundleRun, code: number, outcome: string): void {
  const ended = `${exitCode} ${outputs['outcome']}`;
  if (ended !== `${code} ${outcome}`) throw new Error(`ended with ${ended}:\n${log}`);
}

interface Result {
  readonly summary: string;
  readonly taskDefinitionArn: string;
}

function resultOf({ outputs }: BundleRun): Result | undefined {
  const results: readonly Result[] = JSON.parse(outputs['services'] ?? '[]');
  return results[0];
}

describe('a version that is healthy and does not answer as its image says', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({ verify: { timeoutSeconds: 20 } });
    expectEnd(await stage.deploy(), 0, 'deployed');
  }, 60_000);
  afterAll(() => stage.close());

  test('is taken back, red, and nothing is dropped', async () => {
    await stage.commit('v2');
    const traffic = await stage.startTraffic();
    const run = await stage.deploy();
    const before = traffic.traffic().byVersion['v1'] ?? 0;
    await traffic.reach(traffic.traffic().requests + 10);
    const { failed, byVersion } = await traffic.stop();
    expectEnd(run, 1, 'rolled-back');
    const result = resultOf(run);
    expect(result?.summary).toMatch(
      /sample-ecs-task:2 was rolled back to sample-ecs-task:1: .*the answer has x-app-version: v9, expected v2/,
    );
    expect(result?.taskDefinitionArn).toMatch(/sample-ecs-task:1$/);
    expect(run.log).toContain('Serving: sample-ecs-task:1 (2 of 2 tasks running)');
    expect(failed).toBe(0);
    expect(byVersion['v9']).toBeGreaterThan(0);
    expect(byVersion['v1']).toBeGreaterThanOrEqual(before + 10);
  }, 60_000);

  test('is taken back by a run that is cancelled before it knows, and the next run deploys', async () => {
    const controller = new AbortController();
    const onLine = (line: string): void => {
      if (line.includes('another version answers')) controller.abort();
    };
    const run = await stage.deploy({ cancel: controller.signal, onLine });
    expectEnd(run, 1, 'cancelled');
    expect(resultOf(run)?.summary).toMatch(
      /the service is being rolled back to sample-ecs-task:1, and that deployment continues/,
    );
    expect(resultOf(run)?.taskDefinitionArn).toMatch(/sample-ecs-task:1$/);
    await stage.commit('v5');
    expectEnd(await stage.deploy(), 0, 'deployed');
  }, 60_000);
});

describe('a deployment that loses requests', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({ sabotage: 'kill-before-drain', verify: { probesPerSecond: 5 } });
    expectEnd(await stage.deploy(), 0, 'deployed');
  }, 60_000);
  afterAll(() => stage.close());

  test('is red and stays, and each request is told with its time, its answer and who gave it', async () => {
    await stage.commit('v5');
    const run = await stage.deploy();
    expectEnd(run, 1, 'failed');
    expect(resultOf(run)?.summary).toMatch(/^\d+ of \d+ requests through the load balancer were lost/);
    expect(resultOf(run)?.taskDefinitionArn).toMatch(/sample-ecs-task:2$/);
    expect(run.log).toMatch(/ \d{4}-\d\d-\d\dT[\d:.]+Z answered 502 instead of 200: .* \(127\.0\.0\.1:\d+\)/);
  }, 60_000);
});
