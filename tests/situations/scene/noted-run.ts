import { randomBytes } from 'node:crypto';
import type { Action, BundleRun } from '../../../rehearse/bundle.ts';
import type { ServiceFiles } from '../stage/config.ts';
import type { ImageKind } from '../stage/images.ts';
import type { Stage } from '../stage/stage.ts';
import type { PlayPlace } from './place.ts';
import { type Running, watchRun } from './running.ts';

export interface DeployOptions {
  readonly kind?: ImageKind;
  /** A new version that has its name already. */
  readonly image?: string;
  /** Deploys what was deployed the last time. */
  readonly again?: true;
  /** Changes what config says. */
  readonly edit?: (files: ServiceFiles) => void;
  readonly action?: Action;
  /** Besides `config` and `cluster`; one that is '' is not given. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly meanwhile?: (running: Running) => Promise<void>;
  /** What is left behind does not settle, or not before the situation goes on: it is neither waited for nor asked. */
  readonly unsettled?: true;
  /** Further services that config names, with a new version each; their names are in the input `service` then. */
  readonly beside?: Readonly<
    Record<string, { readonly kind: ImageKind; readonly edit?: (files: ServiceFiles) => void }>
  >;
  /** Consents that cluster.yaml holds. */
  readonly allow?: readonly object[];
  /** What AWS does wrong to this run alone. */
  readonly faults?: readonly object[];
}

/** One run, with what is needed to measure it. */
export interface NotedRun {
  /** Names of the services that it deployed. */
  readonly services: readonly string[];
  readonly accessKeyId: string;
  readonly run: BundleRun;
  /** Emulated milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Runs the bundle under a key of its own, by which its requests are known. */
export async function runNoted(
  stage: Stage,
  { cluster, service, workspace }: PlayPlace,
  { action = 'deploy-service', inputs = {}, meanwhile, beside = {}, faults = [] }: DeployOptions,
  dist: string | undefined,
): Promise<NotedRun> {
  const accessKeyId = `AKIA${randomBytes(8).toString('hex').toUpperCase()}`;
  const services = [service, ...Object.keys(beside)];
  const named = action === 'deploy-service' && { service: services.join(',') };
  const all = { config: 'config', cluster, ...named, ...inputs };
  for (const fault of faults) await stage.plantFault({ ...fault, accessKeyId });
  const { running, cancelled, hear, end } = watchRun(stage, accessKeyId);
  const startedAt = stage.emulated(Date.now());
  const [run] = await Promise.all([
    stage
      .run(action, Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')), {
        workspace,
        accessKeyId,
        onLine: hear,
        cancel: cancelled,
        ...(dist && { dist }),
      })
      .finally(end),
    meanwhile?.(running),
  ]);
  return { services, accessKeyId, run, startedAt, endedAt: stage.emulated(run.endedAt) };
}
