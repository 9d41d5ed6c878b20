import type { Cluster } from '../../model/cluster.ts';
import type { Json } from '../../model/json.ts';
import type { ServiceSettings } from '../../model/service.ts';
import type { SourceMap } from '../../model/source.ts';
import type { Reading } from '../reading/reading.ts';
import { type DeploymentConfigurationFile, shiftsTraffic } from '../schema/deployment-configuration-file.ts';
import type { ServiceFile } from '../schema/service-file.ts';
import { SERVICE_SETTINGS } from '../schema/service-settings-file.ts';
import { DEFAULT_BAKE_MINUTES } from '../schema/traffic-shift-file.ts';

const SPREAD: readonly Json[] = [
  { type: 'spread', field: 'attribute:ecs.availability-zone' },
  { type: 'spread', field: 'instanceId' },
];

/** The members of CreateService that the file states, and the defaults that depend on others of them. */
export function buildSettings({ value, values }: Reading<ServiceFile>, cluster: Cluster): ServiceSettings {
  // The schema lets nothing through that is not JSON; only its types do not say so.
  const stated = Object.fromEntries(
    Object.entries(value).filter(([key, member]) => key in SERVICE_SETTINGS && member !== undefined),
  ) as Record<string, Json>;
  const withCapacity: Record<string, Json> = { ...capacityProvider(stated, cluster), ...stated };
  const withPlacement: Record<string, Json> = {
    ...(runsOnInstances(withCapacity) && { placementStrategy: SPREAD }),
    ...withCapacity,
  };
  return {
    ...(value.loadBalancers.length > 0 && { healthCheckGracePeriodSeconds: 30 }),
    availabilityZoneRebalancing: canRebalance(withPlacement, value.deploymentConfiguration) ? 'ENABLED' : 'DISABLED',
    ...withPlacement,
    deploymentConfiguration: buildDeploymentConfiguration(value.deploymentConfiguration, values),
  };
}

function capacityProvider(stated: ServiceSettings, cluster: Cluster): ServiceSettings {
  if (stated['launchType'] !== undefined) return {};
  const { capacityProviderName } = cluster.capacity;
  return { capacityProviderStrategy: [{ capacityProvider: capacityProviderName, weight: 1, base: 0 }] };
}

/** Elsewhere is Fargate, which takes no placement strategy. */
export function runsOnInstances(settings: ServiceSettings): boolean {
  if (settings['launchType'] !== undefined) return settings['launchType'] === 'EC2';
  return !JSON.stringify(settings['capacityProviderStrategy'] ?? '').includes('"FARGATE');
}

/**
 * ECS refuses rebalancing where tasks are not spread over zones first, and where there is no room to start one more.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
 */
function canRebalance(settings: ServiceSettings, { maximumPercent }: DeploymentConfigurationFile): boolean {
  const strategy = settings['placementStrategy'];
  const first = Array.isArray(strategy) ? JSON.stringify(strategy[0] ?? SPREAD[0]) : JSON.stringify(SPREAD[0]);
  return maximumPercent > 100 && first.includes('ecs.availability-zone');
}

/** Whole, but without what ECS refuses with another strategy, and without what a disabled part leaves meaningless. */
function buildDeploymentConfiguration(
  {
    earlySuccessCriteria,
    deploymentCircuitBreaker,
    linearConfiguration,
    canaryConfiguration,
    ...rest
  }: DeploymentConfigurationFile,
  values: SourceMap,
): Json {
  const rolling = !shiftsTraffic(rest);
  const breaks = rolling || 'deploymentConfiguration/deploymentCircuitBreaker' in values;
  const given = Object.fromEntries(Object.entries(rest).filter(([, member]) => member !== undefined));
  return {
    ...(!rolling && { bakeTimeInMinutes: DEFAULT_BAKE_MINUTES }),
    ...(given as Record<string, Json>),
    ...(rest.strategy === 'LINEAR' && { linearConfiguration }),
    ...(rest.strategy === 'CANARY' && { canaryConfiguration }),
    ...(breaks && {
      deploymentCircuitBreaker: deploymentCircuitBreaker.enable
        ? deploymentCircuitBreaker
        : { enable: false, rollback: false },
    }),
    ...(rolling && {
      earlySuccessCriteria: earlySuccessCriteria.enable ? earlySuccessCriteria : { enable: false },
    }),
  };
}
