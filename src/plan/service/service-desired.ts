import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import { isJsonObject, isList, type Json, type JsonObject } from '../../model/json.ts';
import type { Service } from '../../model/service.ts';
import { CLUSTER_OUTPUTS, clusterStackName, SERVICE_OUTPUTS, serviceStackName } from '../../model/stack-names.ts';
import { KNOWN_AFTER_APPLY } from '../differences/property-changes.ts';
import { desiredLoadBalancers, type LiveTraffic, loadBalancerOutputs } from './desired-load-balancers.ts';

/** Outputs of the two stacks that a service stands on; undefined where a stack is not there. */
export interface StackOutputs {
  readonly cluster: Readonly<Record<string, string>> | undefined;
  readonly service: Readonly<Record<string, string>> | undefined;
}

/**
 * CreateService's members that config and the stacks decide, without task definition, desired count, name and tags.
 * `live` decides between two target groups where ECS shifts traffic.
 */
export function desiredSettings(service: Service, outputs: StackOutputs, live: LiveTraffic = {}): JsonObject {
  const { settings } = service;
  const capacityProvider = outputs.cluster?.[CLUSTER_OUTPUTS.capacityProvider] ?? KNOWN_AFTER_APPLY;
  const ownCapacity = settings['launchType'] === undefined ? [{ capacityProvider, weight: 1, base: 0 }] : [];
  const { deploymentConfiguration } = settings;
  return {
    capacityProviderStrategy: ownCapacity,
    ...settings,
    ...(deploymentConfiguration !== undefined && {
      deploymentConfiguration: withHookRole(deploymentConfiguration, service, outputs),
    }),
    loadBalancers: desiredLoadBalancers(service, outputs.service, live),
  };
}

/** Hooks that invoke a function and name no role have the service's: the one that config gives, or the stack's. */
function withHookRole(configuration: Json, { hookRole }: Service, outputs: StackOutputs): Json {
  if (!hookRole || !isJsonObject(configuration)) return configuration;
  const { lifecycleHooks } = configuration;
  if (!isList(lifecycleHooks)) return configuration;
  const roleArn =
    hookRole.kind === 'existing' ? hookRole.arn : (outputs.service?.[SERVICE_OUTPUTS.hookRoleArn] ?? KNOWN_AFTER_APPLY);
  return {
    ...configuration,
    lifecycleHooks: lifecycleHooks.map((hook) =>
      isJsonObject(hook) && hook['hookTargetArn'] !== undefined ? { roleArn, ...hook } : hook,
    ),
  };
}

/** Outputs that the service needs and the stacks do not have. */
export function missingOutputs(cluster: Cluster, service: Service, outputs: StackOutputs): readonly string[] {
  const needed = [CLUSTER_OUTPUTS.clusterName, CLUSTER_OUTPUTS.capacityProvider];
  const ofCluster = needed.filter((key) => outputs.cluster?.[key] === undefined);
  const own = [
    ...loadBalancerOutputs(service),
    ...(service.hookRole?.kind === 'created' ? [SERVICE_OUTPUTS.hookRoleArn] : []),
  ];
  const ofService = own.filter((key) => outputs.service?.[key] === undefined);
  return [
    ...ofCluster.map((key) => `${key} of stack ${clusterStackName(cluster.name)}`),
    ...[...new Set(ofService)].map((key) => `${key} of stack ${serviceStackName(cluster.name, service.name)}`),
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
