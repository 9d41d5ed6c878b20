import type { Json, JsonObject } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import { objectsOf, pick, textsOf } from './properties.ts';
import type { Change } from './resource-type.ts';

export const METRICS = 'MetricsCollection';

/** Properties that the API takes under the same name and in the same form. */
const SAME = [
  'AutoScalingGroupName',
  'AvailabilityZoneDistribution',
  'AvailabilityZones',
  'CapacityRebalance',
  'Context',
  'DefaultInstanceWarmup',
  'DesiredCapacityType',
  'HealthCheckGracePeriod',
  'HealthCheckType',
  'InstanceMaintenancePolicy',
  'LaunchTemplate',
  'LifecycleHookSpecificationList',
  'MaxInstanceLifetime',
  'NewInstancesProtectedFromScaleIn',
  'ServiceLinkedRoleARN',
  'TargetGroupARNs',
  'TerminationPolicies',
];
const NUMBERS = ['MinSize', 'MaxSize', 'DesiredCapacity'];

export const SETTINGS = [...SAME, ...NUMBERS, 'Cooldown', 'Tags', 'VPCZoneIdentifier', METRICS];

/** Only at creation: afterwards other operations change these. */
const CREATE_ONLY = ['AutoScalingGroupName', 'LifecycleHookSpecificationList', 'TargetGroupARNs'];

/** CloudFormation has sizes as text and subnets as a list. */
export function groupInput(properties: JsonObject): JsonObject {
  const tags = objectsOf(properties['Tags']).map((tag) => ({ PropagateAtLaunch: false, ...tag }));
  return { ...commonInput(properties, SAME), ...(tags.length > 0 ? { Tags: tags } : {}) };
}

/**
 * Sizes are sent only where the template changes them: the desired capacity that scaling has chosen stays, as
 * CloudFormation leaves it.
 */
export function updateInput({ previous, desired }: Change): JsonObject {
  const changed = NUMBERS.filter((name) => !sameValue(previous[name], desired[name]));
  const members = commonInput(
    desired,
    SAME.filter((name) => !CREATE_ONLY.includes(name)),
  );
  return Object.fromEntries(
    Object.entries(members).filter(([name]) => name !== 'DesiredCapacity' || changed.includes(name)),
  );
}

function commonInput(properties: JsonObject, names: readonly string[]): JsonObject {
  const numbers = Object.entries(pick(properties, NUMBERS)).map(([name, value]) => [name, Number(value)] as const);
  const subnets = textsOf(properties['VPCZoneIdentifier']);
  const { Cooldown: cooldown } = properties;
  const entries: [string, Json][] = [
    ...Object.entries(pick(properties, names)),
    ...numbers.map(([name, value]): [string, Json] => [name, value]),
  ];
  if (subnets.length > 0) entries.push(['VPCZoneIdentifier', subnets.join(',')]);
  if (cooldown !== undefined) entries.push(['DefaultCooldown', Number(cooldown)]);
  return Object.fromEntries(entries);
}
