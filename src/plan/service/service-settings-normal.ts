import { byCanonicalJson, type Json, type JsonObject, listOf, objectOf } from '../../model/json.ts';
import { DEFAULT_PERCENTS } from '../../model/rollout-bounds.ts';

/** Forms of settings in which equal ones are equal: ECS's defaults filled in, what is switched off reduced to that. */
export function normalDeploymentConfiguration(value: Json): Json {
  const { linearConfiguration, canaryConfiguration, ...stated } = present(objectOf(value));
  return {
    strategy: 'ROLLING',
    ...DEFAULT_PERCENTS,
    bakeTimeInMinutes: 0,
    ...stated,
    // What is left of another strategy means nothing.
    ...(stated['strategy'] === 'LINEAR' && { linearConfiguration }),
    ...(stated['strategy'] === 'CANARY' && { canaryConfiguration }),
    deploymentCircuitBreaker: whereEnabled(stated['deploymentCircuitBreaker'], {
      rollback: false,
      resetOnHealthyTask: true,
      thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
    }),
    alarms: whereEnabled(stated['alarms'], { rollback: false, alarmNames: [] }),
    earlySuccessCriteria: whereEnabled(stated['earlySuccessCriteria'], { sourceServiceRevisionCleanup: 'BLOCKING' }),
    lifecycleHooks: unordered(listOf(stated['lifecycleHooks']).map(normalHook)),
  };
}

function normalHook(hook: Json): Json {
  const { lifecycleStages = [], timeoutConfiguration, ...stated } = present(objectOf(hook));
  return {
    targetType: 'AWS_LAMBDA',
    ...stated,
    lifecycleStages: unordered(lifecycleStages),
    timeoutConfiguration: { timeoutInMinutes: 1440, action: 'ROLLBACK', ...objectOf(timeoutConfiguration) },
  };
}

export function normalLoadBalancers(value: Json): Json {
  return keyedBy(value, ({ targetGroupArn, loadBalancerName }) => String(targetGroupArn ?? loadBalancerName), {});
}

export function normalCapacityProviderStrategy(value: Json): Json {
  return keyedBy(value, ({ capacityProvider }) => String(capacityProvider), { weight: 0, base: 0 });
}

export function normalNetworkConfiguration(value: Json): Json {
  const { awsvpcConfiguration } = objectOf(value);
  if (awsvpcConfiguration === undefined) return {};
  const { subnets = [], securityGroups = [], assignPublicIp = 'DISABLED' } = objectOf(awsvpcConfiguration);
  return {
    awsvpcConfiguration: { subnets: unordered(subnets), securityGroups: unordered(securityGroups), assignPublicIp },
  };
}

/** `host` is another word for `instanceId`, and ECS describes `memory` as `MEMORY`. */
export function normalPlacementStrategy(value: Json): Json {
  return listOf(value).map((entry) => {
    const { type, field } = objectOf(entry);
    if (field === undefined) return { type: type ?? '' };
    return { type: type ?? '', field: field === 'host' ? 'instanceid' : String(field).toLowerCase() };
  });
}

export function normalServiceConnect(value: Json): Json {
  const stated = objectOf(value);
  return stated['enabled'] === true ? present(stated) : { enabled: false };
}

/** A list whose order means nothing. */
export function unordered(value: Json): Json {
  return [...listOf(value)].sort(byCanonicalJson);
}

function keyedBy(value: Json, keyOf: (entry: JsonObject) => string, defaults: JsonObject): JsonObject {
  const entries = listOf(value).map((entry) => {
    const stated = objectOf(entry);
    return [keyOf(stated), { ...defaults, ...present(stated) }] as const;
  });
  return Object.fromEntries(entries);
}

function whereEnabled(value: Json | undefined, defaults: JsonObject): JsonObject {
  const stated = objectOf(value);
  return stated['enable'] === true ? { ...defaults, ...present(stated) } : { enable: false };
}

function present(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, member]) => member !== null));
}
