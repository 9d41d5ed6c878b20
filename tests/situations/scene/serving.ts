import { request } from 'node:http';
import { describe, type LiveService } from '../stage/api.ts';
import { hostOf } from '../stage/config.ts';
import type { Stage } from '../stage/stage.ts';
import { eventually } from './eventually.ts';

/** The whereabouts of a service. */
export interface Subject {
  readonly cluster: string;
  readonly service: string;
}

const ANSWERS = 4;

/**
 * The version that answers through the load balancer, by what the answers say; undefined where nothing answers well.
 */
export async function servingVersion(stage: Stage, { cluster, service }: Subject): Promise<string | undefined> {
  const { host, port } = stage.address(cluster);
  const answers = await Promise.all(Array.from({ length: ANSWERS }, () => ask(host, port, hostOf(service))));
  const versions = new Set(answers);
  return versions.size === 1 ? answers[0] : [...versions].map((version) => version ?? 'nothing').join(' and ');
}

/** Waits until nothing is under way any more and as many tasks run as are wanted, or the service is gone. */
export async function settled(stage: Stage, { cluster, service }: Subject): Promise<LiveService | undefined> {
  const { live } = await eventually(stage, `${service} settles`, async () => {
    const seen = await describe(stage.api, cluster, service);
    return (!seen || isQuiet(seen)) && { live: seen };
  });
  return live;
}

export async function isSettled(stage: Stage, { cluster, service }: Subject): Promise<boolean> {
  const live = await describe(stage.api, cluster, service);
  return live !== undefined && isQuiet(live);
}

function isQuiet({ status, deployments, runningCount, desiredCount, pendingCount }: LiveService): boolean {
  const [primary, ...others] = deployments;
  const isDone = status === 'ACTIVE' && primary?.rolloutState === 'COMPLETED' && others.length === 0;
  return isDone && runningCount === desiredCount && pendingCount === 0;
}

/** Takes a service down, whatever state it is in. */
export async function remove(stage: Stage, { cluster, service }: Subject): Promise<void> {
  if (!(await describe(stage.api, cluster, service))) return;
  await stage.api.ecs('DeleteService', { cluster, service, force: true });
  await eventually(stage, `${service} is gone`, async () => !(await describe(stage.api, cluster, service)));
}

async function ask(host: string, port: number, hostHeader: string): Promise<string | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
  const sent = request({ host, port, headers: { host: hostHeader }, agent: false });
  sent.on('response', (response) => {
    response.resume();
    const version = String(response.headers['x-app-version'] ?? '');
    resolve(response.statusCode === 200 && version ? version : undefined);
  });
  sent.on('error', reject);
  sent.end();
  return promise;
}
