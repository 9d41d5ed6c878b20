import type { Json, JsonObject } from '../../model/json.ts';
import type { ServiceView } from '../../model/service-views.ts';
import {
  normalCapacityProviderStrategy,
  normalDeploymentConfiguration,
  normalLoadBalancers,
  normalNetworkConfiguration,
  normalPlacementStrategy,
  normalServiceConnect,
  unordered,
} from './service-settings-normal.ts';

/** What ECS knows of one member of CreateService and UpdateService. */
interface Setting {
  /** What UpdateService does with it (its documentation, member by member). */
  readonly effect: 'deploys' | 'in place' | 'immutable';
  /** What holds where nothing is stated. Without one, a setting is compared only where config states it. */
  readonly fallback?: Json;
  /** Where ECS describes it: the service, its PRIMARY deployment, or only the service revision. */
  readonly described: 'service' | 'deployment' | 'revision';
  /** The name under which ECS describes it, where that is another. */
  readonly describedAs?: string;
  readonly normal?: (value: Json) => Json;
}

/** Every setting of a service but the task definition and the desired count. */
export const SETTINGS: Readonly<Record<string, Setting>> = {
  availabilityZoneRebalancing: { effect: 'in place', described: 'service' },
  capacityProviderStrategy: {
    // Documented as in place, but tasks move only by a new deployment, and ECS has demanded one.
    effect: 'deploys',
    described: 'service',
    fallback: [],
    normal: normalCapacityProviderStrategy,
  },
  deploymentConfiguration: {
    effect: 'in place',
    described: 'service',
    fallback: {},
    normal: normalDeploymentConfiguration,
  },
  deploymentController: { effect: 'immutable', described: 'service', fallback: { type: 'ECS' } },
  enableECSManagedTags: { effect: 'in place', described: 'service', fallback: false },
  enableExecuteCommand: { effect: 'in place', described: 'service', fallback: false },
  gatewayConnectors: { effect: 'deploys', described: 'revision' },
  healthCheckGracePeriodSeconds: { effect: 'in place', described: 'service', fallback: 0 },
  launchType: { effect: 'immutable', described: 'service' },
  loadBalancers: { effect: 'deploys', described: 'service', fallback: [], normal: normalLoadBalancers },
  monitoring: { effect: 'in place', described: 'revision' },
  networkConfiguration: {
    effect: 'deploys',
    described: 'service',
    fallback: {},
    normal: normalNetworkConfiguration,
  },
  placementConstraints: { effect: 'in place', described: 'service', fallback: [], normal: unordered },
  placementStrategy: { effect: 'in place', described: 'service', fallback: [], normal: normalPlacementStrategy },
  platformVersion: { effect: 'deploys', described: 'service' },
  propagateTags: { effect: 'in place', described: 'service', fallback: 'NONE' },
  role: { effect: 'immutable', described: 'service', describedAs: 'roleArn' },
  schedulingStrategy: { effect: 'immutable', described: 'service', fallback: 'REPLICA' },
  serviceConnectConfiguration: {
    effect: 'deploys',
    described: 'deployment',
    fallback: { enabled: false },
    normal: normalServiceConnect,
  },
  serviceRegistries: { effect: 'deploys', described: 'service', fallback: [], normal: unordered },
  volumeConfigurations: { effect: 'deploys', described: 'deployment', fallback: [], normal: unordered },
  vpcLatticeConfigurations: { effect: 'deploys', described: 'deployment', fallback: [], normal: unordered },
};

/**
 * A setting that this table does not know yet: sent as it is stated, compared with what DescribeServices says of it.
 */
const UNKNOWN: Setting = { effect: 'in place', described: 'service' };

export function settingOf(name: string): Setting {
  return SETTINGS[name] ?? UNKNOWN;
}

/**
 * The live value of a setting as ECS describes it; undefined where ECS does not. `revision` is
 * DescribeServiceRevisions' answer.
 */
export function describedSetting(name: string, live: ServiceView, revision: JsonObject | undefined): Json | undefined {
  const { described, describedAs = name } = settingOf(name);
  switch (described) {
    case 'service':
      return live.description[describedAs];
    case 'deployment':
      return primaryDeployment(live)?.[describedAs];
    case 'revision':
      return revision?.[describedAs];
  }
}

function primaryDeployment({ description }: ServiceView): JsonObject | undefined {
  const deployments = description['deployments'];
  if (!Array.isArray(deployments)) return undefined;
  return deployments.find((deployment: JsonObject) => deployment['status'] === 'PRIMARY');
}
