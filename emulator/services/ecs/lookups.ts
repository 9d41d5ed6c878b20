import { lastPart, resourceParts } from './arns.ts';
import { clusterNotFound, invalidParameter, serviceNotFound } from './refusals.ts';
import type { ServiceRecord } from './scheduler/record.ts';
import type { CapacityProviderRecord, ClusterRecord, EcsState } from './state.ts';

/** By name or ARN; without one it is the cluster `default`. Throws ClusterNotFoundException unless it is ACTIVE. */
export function activeCluster({ clusters }: EcsState, reference = 'default'): ClusterRecord {
  const cluster = clusters.get(lastPart(reference));
  if (cluster?.status !== 'ACTIVE') throw clusterNotFound();
  return cluster;
}

/** By name or ARN, in whatever state. Throws ServiceNotFoundException. */
export function knownService(cluster: ClusterRecord, reference: string): ServiceRecord {
  const parts = resourceParts(reference);
  if (parts.length > 1 && parts[0] !== cluster.name)
    throw invalidParameter('The service ARN belongs to another cluster than the one that is given.');
  const service = cluster.services.get(lastPart(reference));
  if (!service) throw serviceNotFound();
  return service;
}

/** The cluster's capacity provider that an Auto Scaling group's instances belong to. */
export function providerOfGroup(
  { capacityProviders }: EcsState,
  cluster: ClusterRecord,
  autoScalingGroupName: string | undefined,
): CapacityProviderRecord | undefined {
  if (autoScalingGroupName === undefined) return undefined;
  return cluster.capacityProviders
    .flatMap((name) => capacityProviders.get(name) ?? [])
    .find((provider) => provider.autoScalingGroupName === autoScalingGroupName);
}
