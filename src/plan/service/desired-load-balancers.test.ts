import { describe, expect, test } from '@jest/globals';
import { aCluster, aService, aServiceLoadBalancer } from '../../../tests/builders/cluster.ts';
import { aLiveService, aServiceView } from '../../../tests/builders/live-service.ts';
import type { Json } from '../../model/json.ts';
import type { ServiceLoadBalancer } from '../../model/service.ts';
import { desiredLoadBalancers, type LiveTraffic } from './desired-load-balancers.ts';
import { desiredSettings, missingOutputs } from './service-desired.ts';
import { planService } from './service-plan.ts';

const OUTPUTS = {
  TargetGroup1Arn: 'arn:blue',
  AlternateTargetGroup1Arn: 'arn:green',
  ProductionRule1Arn: 'arn:rule',
  InfrastructureRoleArn: 'arn:role',
  TargetGroup2Arn: 'arn:next',
};
const CANARY = { deploymentConfiguration: { strategy: 'CANARY' } };
const ADVANCED = { productionListenerRule: 'arn:rule', roleArn: 'arn:role' };
const CONTAINER = { containerName: 'nginx', containerPort: 80 };

const pair = (first: string, alternate: string) => ({
  targetGroupArn: first,
  ...CONTAINER,
  advancedConfiguration: { alternateTargetGroupArn: alternate, ...ADVANCED },
});
const liveWith = (entry: Json, more: Partial<LiveTraffic> = {}): LiveTraffic => ({
  service: aServiceView({ description: { loadBalancers: [entry] } }),
  ...more,
});
const serving = (blue: number, green: number) => [
  {
    ruleArn: 'arn:rule',
    targetGroups: [
      { arn: 'arn:blue', weight: blue },
      { arn: 'arn:green', weight: green },
    ],
  },
];
const SHIFTING = aService({ settings: CANARY, loadBalancers: [aServiceLoadBalancer({ alternate: true })] });
const ROLLING = { ...SHIFTING, settings: {} };

describe('the load balancers of a service that shifts traffic', () => {
  test.each<[string, LiveTraffic, ReturnType<typeof pair>]>([
    ['new', {}, pair('arn:blue', 'arn:green')],
    ['as they are', liveWith(pair('arn:blue', 'arn:green')), pair('arn:blue', 'arn:green')],
    ['the other way round', liveWith(pair('arn:green', 'arn:blue')), pair('arn:green', 'arn:blue')],
    ['rolling so far', liveWith({ targetGroupArn: 'arn:green', ...CONTAINER }), pair('arn:green', 'arn:blue')],
  ])('have both target groups, in the order of the live service: %s', (_, live, expected) => {
    expect(desiredLoadBalancers(SHIFTING, OUTPUTS, live)).toEqual([expected]);
  });

  test('are no difference whichever group ECS calls the first', () => {
    const live = aServiceView({ description: { ...CANARY, loadBalancers: [pair('arn:green', 'arn:blue')] } });
    const outputs = { cluster: {}, service: OUTPUTS };
    const wanted = { cluster: aCluster(), service: SHIFTING, overrides: [], outputs };
    const { unit } = planService(wanted, aLiveService({ service: live }));
    const properties = unit.changes.flatMap((change) => change.properties.map(({ path }) => path));
    expect(properties.filter((path) => path.startsWith('loadBalancers'))).toEqual([]);
  });

  test('have a test rule where config has one', () => {
    const testListenerRule = { listenerPort: 80, priority: 9, conditions: [] };
    const loadBalancers = [aServiceLoadBalancer({ alternate: true, testListenerRule })];
    const outputs = { ...OUTPUTS, TestRule1Arn: 'arn:test' };
    expect(desiredLoadBalancers({ ...SHIFTING, loadBalancers }, outputs, {})).toMatchObject([
      { advancedConfiguration: { testListenerRule: 'arn:test' } },
    ]);
  });

  test('need the outputs of a stack that has them', () => {
    const outputs = { cluster: { ClusterName: 'c', CapacityProvider: 'p' }, service: { TargetGroup1Arn: 'arn:blue' } };
    expect(missingOutputs(aCluster(), SHIFTING, outputs)).toEqual(
      ['AlternateTargetGroup1Arn', 'ProductionRule1Arn', 'InfrastructureRoleArn'].map(
        (key) => `${key} of stack sample-ecs-cluster-sample-ecs-service`,
      ),
    );
  });
});

describe('the load balancers of a rolling service that keeps its alternate target group', () => {
  test.each([
    ['the first', serving(100, 0), 'arn:blue'],
    ['the alternate', serving(0, 100), 'arn:green'],
    ['an unknown one', [], 'arn:blue'],
  ])('are where the traffic is: %s', (_, forwards, targetGroupArn) => {
    const live = liveWith(pair('arn:blue', 'arn:green'), { forwards });
    expect(desiredLoadBalancers(ROLLING, OUTPUTS, live)).toEqual([{ targetGroupArn, ...CONTAINER }]);
  });
});

describe('an entry that is detached', () => {
  const detached: ServiceLoadBalancer = { ...aServiceLoadBalancer(), attached: false };

  test('is none of the service, and the others keep their outputs', () => {
    const service = aService({ loadBalancers: [detached, aServiceLoadBalancer()] });
    expect(desiredLoadBalancers(service, OUTPUTS, {})).toEqual([{ targetGroupArn: 'arn:next', ...CONTAINER }]);
  });
});

describe('a lifecycle hook', () => {
  test('has the role of the stack where it invokes a function and names none', () => {
    const lifecycleHooks = [
      { hookTargetArn: 'arn:a' },
      { hookTargetArn: 'arn:b', roleArn: 'arn:own' },
      { targetType: 'PAUSE' },
    ];
    const settings = { deploymentConfiguration: { strategy: 'BLUE_GREEN', lifecycleHooks } };
    const service = aService({ settings, loadBalancers: [], hookRole: { kind: 'created', name: 'hook' } });
    const desired = desiredSettings(service, { cluster: {}, service: { HookRoleArn: 'arn:hook' } });
    expect(desired['deploymentConfiguration']).toMatchObject({
      lifecycleHooks: [
        { hookTargetArn: 'arn:a', roleArn: 'arn:hook' },
        { hookTargetArn: 'arn:b', roleArn: 'arn:own' },
        { targetType: 'PAUSE' },
      ],
    });
  });

  test('has the role that config gives, without a stack', () => {
    const arn = 'arn:aws:iam::123456789012:role/hook';
    const settings = {
      deploymentConfiguration: { strategy: 'BLUE_GREEN', lifecycleHooks: [{ hookTargetArn: 'arn:a' }] },
    };
    const service = aService({
      settings,
      loadBalancers: [],
      logGroup: undefined,
      hookRole: { kind: 'existing', arn },
    });
    const outputs = { cluster: { ClusterName: 'c', CapacityProvider: 'p' }, service: undefined };
    expect(desiredSettings(service, outputs)['deploymentConfiguration']).toMatchObject({
      lifecycleHooks: [{ hookTargetArn: 'arn:a', roleArn: arn }],
    });
    expect(missingOutputs(aCluster(), service, outputs)).toEqual([]);
  });
});
