import { describe, expect, test } from '@jest/globals';
import { aServiceView } from '../../../tests/builders/live-service.ts';
import type { JsonObject } from '../../model/json.ts';
import { changedSettings } from './service-changes.ts';

/** As ECS describes a service that was created with nothing but a load balancer and a capacity provider. */
const DESCRIBED: JsonObject = {
  loadBalancers: [{ targetGroupArn: 'tg-1', containerName: 'nginx', containerPort: 80 }],
  capacityProviderStrategy: [{ capacityProvider: 'cp', weight: 1, base: 0 }],
  deploymentConfiguration: {
    strategy: 'ROLLING',
    minimumHealthyPercent: 100,
    maximumPercent: 200,
    deploymentCircuitBreaker: { enable: false, rollback: false },
    bakeTimeInMinutes: 0,
  },
  deploymentController: { type: 'ECS' },
  schedulingStrategy: 'REPLICA',
  placementConstraints: [],
  placementStrategy: [],
  serviceRegistries: [],
  healthCheckGracePeriodSeconds: 0,
  enableECSManagedTags: false,
  enableExecuteCommand: false,
  propagateTags: 'NONE',
  availabilityZoneRebalancing: 'ENABLED',
  roleArn: 'arn:aws:iam::1:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
  deployments: [{ status: 'PRIMARY' }],
};

const STATED: JsonObject = {
  loadBalancers: [{ targetGroupArn: 'tg-1', containerName: 'nginx', containerPort: 80 }],
  capacityProviderStrategy: [{ capacityProvider: 'cp', weight: 1 }],
};

function changes(desired: JsonObject, live: JsonObject = {}, revision?: JsonObject) {
  const view = aServiceView({ description: { ...DESCRIBED, ...live } });
  return changedSettings({ ...STATED, ...desired }, view, revision);
}

describe("a service's settings", () => {
  test('that are equal with defaults filled in need nothing', () => {
    expect(changes({})).toEqual({ found: [], update: {}, deploys: false });
  });

  test('that shift traffic are equal however ECS fills in and orders their hooks', () => {
    const hook = { targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP', 'PRE_SCALE_UP'] };
    const stated = {
      strategy: 'CANARY',
      canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 10 },
      bakeTimeInMinutes: 5,
      lifecycleHooks: [hook, { hookTargetArn: 'arn:a', lifecycleStages: ['PRE_SCALE_UP'] }],
    };
    const timeoutConfiguration = { timeoutInMinutes: 1440, action: 'ROLLBACK' };
    const described = {
      ...stated,
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      lifecycleHooks: [
        { targetType: 'AWS_LAMBDA', hookTargetArn: 'arn:a', lifecycleStages: ['PRE_SCALE_UP'], timeoutConfiguration },
        { targetType: 'PAUSE', lifecycleStages: ['PRE_SCALE_UP', 'POST_SCALE_UP'], timeoutConfiguration },
      ],
    };
    expect(changes({ deploymentConfiguration: stated }, { deploymentConfiguration: described }).found).toEqual([]);
  });

  test('of a strategy that config gave up are switched off, and what ECS keeps of them is no difference', () => {
    const shifting = {
      strategy: 'CANARY',
      canaryConfiguration: { canaryPercent: 5 },
      bakeTimeInMinutes: 5,
      lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] }],
    };
    const desired = { deploymentConfiguration: { strategy: 'ROLLING' } };
    expect(changes(desired, { deploymentConfiguration: shifting }).update).toEqual({
      deploymentConfiguration: {
        strategy: 'ROLLING',
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        bakeTimeInMinutes: 0,
        lifecycleHooks: [],
      },
    });
    const kept = { strategy: 'ROLLING', canaryConfiguration: { canaryPercent: 5 } };
    expect(changes(desired, { deploymentConfiguration: kept }).found).toEqual([]);
  });

  test.each<[string, JsonObject, JsonObject, JsonObject, boolean]>([
    [
      'a grace period that was changed by hand goes back to the default',
      {},
      { healthCheckGracePeriodSeconds: 99 },
      { healthCheckGracePeriodSeconds: 0 },
      false,
    ],
    [
      'a grace period that config states',
      { healthCheckGracePeriodSeconds: 30 },
      {},
      { healthCheckGracePeriodSeconds: 30 },
      false,
    ],
    [
      'one part of the deployment configuration is sent with the whole block',
      { deploymentConfiguration: { maximumPercent: 150 } },
      {},
      { deploymentConfiguration: { strategy: 'ROLLING', minimumHealthyPercent: 100, maximumPercent: 150 } },
      false,
    ],
    [
      'a circuit breaker that config does not have is switched off',
      {},
      { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
      {
        deploymentConfiguration: {
          strategy: 'ROLLING',
          minimumHealthyPercent: 100,
          maximumPercent: 200,
          deploymentCircuitBreaker: { enable: false, rollback: false },
        },
      },
      false,
    ],
    [
      'another target group starts a deployment',
      { loadBalancers: [{ targetGroupArn: 'tg-2', containerName: 'nginx', containerPort: 80 }] },
      {},
      { loadBalancers: [{ targetGroupArn: 'tg-2', containerName: 'nginx', containerPort: 80 }] },
      true,
    ],
    [
      'another capacity provider starts a deployment',
      { capacityProviderStrategy: [{ capacityProvider: 'new', weight: 1 }] },
      {},
      { capacityProviderStrategy: [{ capacityProvider: 'new', weight: 1 }], forceNewDeployment: true },
      true,
    ],
    [
      'what the PRIMARY deployment describes',
      {},
      { deployments: [{ status: 'PRIMARY', serviceConnectConfiguration: { enabled: true, namespace: 'n' } }] },
      { serviceConnectConfiguration: { enabled: false } },
      true,
    ],
    ['a setting that this version does not know', { brandNew: 'yes' }, { brandNew: 'no' }, { brandNew: 'yes' }, false],
  ])('%s', (_, desired, live, update, deploys) => {
    expect(changes(desired, live)).toMatchObject({ update, deploys });
    expect(Object.keys(changes(desired, live).update)).toEqual(Object.keys(update));
  });

  test.each<[string, JsonObject, JsonObject]>([
    [
      'placement by host and by instance',
      { placementStrategy: [{ type: 'spread', field: 'host' }] },
      spread('instanceId'),
    ],
    ['binpack as ECS spells it', { placementStrategy: [{ type: 'binpack', field: 'memory' }] }, binpack('MEMORY')],
    ['rebalancing that config leaves to ECS', {}, { availabilityZoneRebalancing: 'DISABLED' }],
    [
      'alarms that are off',
      {},
      { deploymentConfiguration: { alarms: { enable: false, rollback: false, alarmNames: [] } } },
    ],
    [
      'a circuit breaker with its defaults filled in',
      { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
      {
        deploymentConfiguration: {
          deploymentCircuitBreaker: {
            enable: true,
            rollback: true,
            resetOnHealthyTask: true,
            thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
          },
        },
      },
    ],
  ])('takes as equal: %s', (_, desired, live) => {
    expect(changes(desired, live).found).toEqual([]);
  });

  test('sees what only the service revision describes', () => {
    const monitoring = { metricConfigurations: [{ resolutionSeconds: 20 }] };
    expect(changes({ monitoring }, {}, { monitoring }).found).toEqual([]);
    expect(changes({ monitoring }, {}, {}).update).toEqual({ monitoring });
  });

  test('never sends what ECS cannot change', () => {
    const { found, update } = changes({ schedulingStrategy: 'DAEMON' });
    expect(found.map(({ path }) => path)).toEqual([['schedulingStrategy']]);
    expect(update).toEqual({});
  });
});

function spread(field: string): JsonObject {
  return { placementStrategy: [{ type: 'spread', field }] };
}

function binpack(field: string): JsonObject {
  return { placementStrategy: [{ type: 'binpack', field }] };
}
