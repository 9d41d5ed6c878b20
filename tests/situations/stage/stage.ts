import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Action, type BundleRun, runBundle } from '../../../rehearse/bundle.ts';
import { startEmulator } from '../../../rehearse/emulator.ts';
import { type Api, openApi } from './api.ts';
import { ACCOUNT, everyService, REGION, type StagedCluster, writeConfig } from './config.ts';
import { writeImages } from './images.ts';
import { openJournal, type RequestJournal } from './request-journal.ts';

/** An emulated account with its clusters provisioned, on which situations play. */
export interface Stage {
  readonly url: string;
  readonly timeScale: number;
  readonly api: Api;
  readonly journal: RequestJournal;
  readonly signal: AbortSignal;
  /** A workspace of its own, removed with the stage. */
  workspace(): Promise<string>;
  run(action: Action, inputs: Readonly<Record<string, string>>, options: StageRunOptions): Promise<BundleRun>;
  /** Address of a cluster's load balancer. */
  address(cluster: string): Address;
  /** Emulated milliseconds since the epoch, of real ones. */
  emulated(realMs: number): number;
  /** Plants a fault in the emulator's answers; its SPEC says what one is. */
  plantFault(fault: object): Promise<void>;
  /** Pauses so long in emulated time. */
  pause(seconds: number): Promise<void>;
}

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly dnsName: string;
}

export interface StageRunOptions {
  readonly workspace: string;
  readonly dist?: string | undefined;
  readonly accessKeyId?: string;
  readonly onLine?: (line: string) => void;
  readonly cancel?: AbortSignal;
}

export interface StageOptions {
  readonly clusters: readonly StagedCluster[];
  readonly timeScale: number;
  readonly signal: AbortSignal;
  /** Of the bundle, where a run names no other. */
  readonly dist: string | undefined;
}

/** Generous: what hangs ends, and is a failure then. */
const RUN_WITHIN_MS = 170_000;

/** Opens a stage for as long as `play` takes, and ends everything that was started, whatever happens. */
export async function onStage<T>(
  { clusters, timeScale, signal, dist: usual }: StageOptions,
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'ecs-gitops-situations-'));
  const flags = ['--scale', String(timeScale), '--account', ACCOUNT, '--region', REGION, '--vcpus-per-core', '8'];
  const emulator = await startEmulator([...flags, '--images', await writeImages(root, timeScale)]);
  try {
    const addresses = new Map<string, Address>();
    const offset = await clockOffset(emulator.url, timeScale);
    const stage: Stage = {
      url: emulator.url,
      timeScale,
      api: openApi(emulator.url),
      journal: openJournal(emulator.url),
      signal,
      workspace: () => mkdtemp(join(root, 'workspace-')),
      run: (action, inputs, { dist = usual, ...options }) =>
        runBundle(action, inputs, {
          endpoint: emulator.url,
          region: REGION,
          timeScale,
          commit: '0123456789abcdef0123456789abcdef01234567',
          timeoutMs: RUN_WITHIN_MS,
          signal,
          workspace: options.workspace,
          ...(dist && { dist }),
          ...(options.accessKeyId && { accessKeyId: options.accessKeyId }),
          ...(options.onLine && { onLine: options.onLine }),
          ...(options.cancel && { cancel: options.cancel }),
        }),
      address: (cluster) => {
        const found = addresses.get(cluster);
        if (!found) throw new Error(`Cluster ${cluster} has no load balancer.`);
        return found;
      },
      emulated: (realMs) => realMs * timeScale + offset,
      plantFault: async (fault) => {
        const answer = await fetch(`${emulator.url}/_emulator/faults`, { method: 'POST', body: JSON.stringify(fault) });
        if (!answer.ok) throw new Error(await answer.text());
      },
      pause: (seconds) => new Promise((resolve) => setTimeout(resolve, (seconds * 1000) / timeScale)),
    };
    for (const cluster of await Promise.all(clusters.map((each) => provisioned(stage, each)))) {
      const address = await emulator.listener(cluster.dnsName, 80);
      if (!address) throw new Error(`Nothing listens behind ${cluster.dnsName}.`);
      addresses.set(cluster.name, { ...address, dnsName: cluster.dnsName });
    }
    return await play(stage);
  } finally {
    await emulator.stop();
    await rm(root, { recursive: true, force: true });
  }
}

async function provisioned(stage: Stage, cluster: StagedCluster) {
  await cluster.prepare?.(stage.api);
  const workspace = await stage.workspace();
  await writeConfig(workspace, cluster, everyService(cluster));
  const { outputs, log } = await stage.run('provision', { config: 'config', cluster: cluster.name }, { workspace });
  if (outputs['outcome'] !== 'deployed') throw new Error(`Cluster ${cluster.name} was not provisioned:\n${log}`);
  return { name: cluster.name, dnsName: outputs['alb-dns-name'] ?? '' };
}

/** Emulated time is real time × scale + this. */
async function clockOffset(url: string, timeScale: number): Promise<number> {
  const asked = Date.now();
  const response = await fetch(`${url}/_emulator/health`);
  const { now } = (await response.json()) as { readonly now: number };
  return now - ((asked + Date.now()) / 2) * timeScale;
}
