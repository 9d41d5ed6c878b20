import type { Account } from '../account.ts';
import type { Balancer, BalancerOptions } from './balancer.ts';
import { createBalancer, createListener } from './balancer.ts';
import { awaitInstances, createInstanceProfile, launchInstance } from './instances.ts';
import type { Network, NetworkOptions } from './network.ts';
import { findNetwork } from './network.ts';
import { CLUSTER } from './service.ts';

export interface Stage {
  readonly network: Network;
  readonly balancer: Balancer;
  /** In the order of `zones`. */
  readonly instanceIds: readonly string[];
}

export interface StageOptions extends NetworkOptions, BalancerOptions {
  /** The zone of each instance, 0 to 2; the load balancer has 0 and 1. One in each of these by default. */
  readonly zones?: readonly (0 | 1 | 2)[];
}

/** A cluster whose instances have registered, and a load balancer with a listener. */
export async function raiseStage(account: Account, options: StageOptions = {}): Promise<Stage> {
  const network = await findNetwork(account, options);
  const balancer = await createBalancer(account, network, options);
  await createListener(account, balancer);
  const instanceIds = await raiseCluster(account, network, options.zones ?? [0, 1]);
  return { network, balancer, instanceIds };
}

/** A cluster with one registered instance for each of the zones. */
export async function raiseCluster(
  account: Account,
  { subnetIds, instanceGroupId: groupId }: Network,
  zones: readonly (0 | 1 | 2)[],
): Promise<readonly string[]> {
  await account.aws('ecs', 'CreateCluster', { clusterName: CLUSTER });
  await createInstanceProfile(account);
  const instanceIds: string[] = [];
  for (const zone of zones)
    instanceIds.push(await launchInstance(account, { cluster: CLUSTER, subnetId: subnetIds[zone], groupId }));
  await awaitInstances(account, CLUSTER, zones.length);
  return instanceIds;
}
