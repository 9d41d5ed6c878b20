import type { Cluster } from '../model/cluster.ts';
import { ToolkitError } from '../model/errors.ts';
import type { JsonObject } from '../model/json.ts';
import type { Service } from '../model/service.ts';
import { CLUSTER_OUTPUTS, clusterStackName, serviceStackName, targetGroupOutput } from '../model/stack-names.ts';
import { KNOWN_AFTER_APPLY } from './property-changes.ts';

/** Outputs of the two stacks that a service stands on; undefined where a stack is not there. */
export interface StackOutputs {
  readonly cluster: Readonly<Record<string, string>> | undefined;
  readonly service: Readonly<Record<string, string>> | undefined;
}

/** CreateService's members that config and the stacks decide, without task definition, desired count, name and tags. */
export function desiredSettings(service: Service, outputs: StackOutputs): JsonObject {
  const { settings } = service;
  const capacityProvider = outputs.cluster?.[CLUSTER_OUTPUTS.capacityProvider] ?? KNOWN_AFTER_APPLY;
  const ownCapacity = settings['launchType'] === undefined ? [{ capacityProvider, weight: 1, base: 0 }] : [];
  const loadBalancers = service.loadBalancers.map(({ containerName, containerPort }, index) => ({
    targetGroupArn: outputs.service?.[targetGroupOutput(index + 1)] ?? KNOWN_AFTER_APPLY,
    containerName,
    containerPort,
  }));
  return { capacityProviderStrategy: ownCapacity, ...settings, loadBalancers };
}

/** Outputs that the service needs and the stacks do not have. */
export function missingOutputs(cluster: Cluster, service: Service, outputs: StackOutputs): readonly string[] {
  const needed = [CLUSTER_OUTPUTS.clusterName, CLUSTER_OUTPUTS.capacityProvider];
  const ofCluster = needed.filter((key) => outputs.cluster?.[key] === undefined);
  const ofService = service.loadBalancers
    .map((_, index) => targetGroupOutput(index + 1))
    .filter((key) => outputs.service?.[key] === undefined);
  return [
    ...ofCluster.map((key) => `${key} of stack ${clusterStackName(cluster.name)}`),
    ...ofService.map((key) => `${key} of stack ${serviceStackName(cluster.name, service.name)}`),
  ];
}

/** Throws NOT_PROVISIONED. */
export function requireOutputs(cluster: Cluster, service: Service, outputs: StackOutputs): void {
  const missing = missingOutputs(cluster, service, outputs);
  if (missing.length === 0) return;
  throw new ToolkitError(
    'NOT_PROVISIONED',
    `Service ${service.name} cannot be deployed: output ${missing.join(', ')} is missing.`,
    { hint: 'Run provision for this cluster first, and let it finish.' },
  );
}
