import { describe, expect, test } from '@jest/globals';
import { aService, aServiceLoadBalancer } from '../../../tests/builders/cluster.ts';
import { aServiceView } from '../../../tests/builders/live-service.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Danger } from '../../model/plan.ts';
import type { Service, ServiceLoadBalancer } from '../../model/service.ts';
import { desiredSettings } from '../service/service-desired.ts';
import { lostTargetGroups } from './target-group-dangers.ts';

const EVERYTHING = { Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } };
const OTHER = { Field: 'path-pattern', PathPatternConfig: { Values: ['/other'] } };
const entry = (priority: number, overrides: Partial<ServiceLoadBalancer> = {}): ServiceLoadBalancer => ({
  ...aServiceLoadBalancer({ rules: [{ listenerPort: 80, priority, conditions: [EVERYTHING] }] }),
  ...overrides,
});
const STACK = { TargetGroup1Arn: 'arn:1', TargetGroup2Arn: 'arn:2' };
const PAIR = { TargetGroup1Arn: 'arn:1', AlternateTargetGroup1Arn: 'arn:1b' };

function dangers(
  loadBalancers: readonly ServiceLoadBalancer[],
  live: readonly JsonObject[],
  stack: Readonly<Record<string, string>>,
  settings: Service['settings'] = {},
): readonly Danger[] {
  const service = aService({ loadBalancers, settings });
  const outputs = { cluster: {}, service: stack };
  return lostTargetGroups({
    service,
    outputs,
    live: aServiceView({ description: { loadBalancers: live } }),
    desired: desiredSettings(service, outputs),
    found: [],
    desiredCount: undefined,
    deploys: true,
    allow: [],
  });
}

const group = (targetGroupArn: string, alternateTargetGroupArn?: string): JsonObject => ({
  targetGroupArn,
  ...(alternateTargetGroupArn ? { advancedConfiguration: { alternateTargetGroupArn } } : {}),
});

describe('a service that leaves a target group', () => {
  test('loses what it still receives', () => {
    const [danger] = dangers([entry(1)], [group('arn:1'), group('arn:9')], STACK);
    expect(danger).toMatchObject({ loss: expect.stringContaining('arn:9'), to: 'arn:1', allowed: false });
    expect(danger?.forbidden).toBeUndefined();
  });

  test('loses nothing where another of its target groups takes the same requests first', () => {
    const detached = entry(2, { attached: false });
    expect(dangers([detached, entry(1)], [group('arn:1'), group('arn:2')], STACK)).toEqual([]);
  });

  test.each<[string, ServiceLoadBalancer]>([
    ['comes later', entry(3)],
    ['takes other requests', entry(1, { rules: [{ listenerPort: 80, priority: 1, conditions: [OTHER] }] })],
    ['is on another listener', entry(1, { rules: [{ listenerPort: 81, priority: 1, conditions: [EVERYTHING] }] })],
  ])('loses its requests where the other rule %s', (_, other) => {
    const detached = entry(2, { attached: false });
    expect(dangers([detached, other], [group('arn:1'), group('arn:2')], STACK)).toHaveLength(1);
  });
});

describe('a service whose traffic ECS shifts', () => {
  test('keeps both groups while it keeps the strategy, or the alternate', () => {
    const live = [group('arn:1', 'arn:1b')];
    const canary = { deploymentConfiguration: { strategy: 'CANARY' } };
    expect(dangers([entry(1, { alternate: true })], live, PAIR, canary)).toEqual([]);
    expect(dangers([entry(1, { alternate: true })], live, PAIR)).toEqual([]);
  });

  test.each([
    ['it shifts traffic', [group('arn:1', 'arn:1b')]],
    ['its tasks roll in the alternate', [group('arn:1b')]],
  ])('may not give up the alternate while %s', (_, live) => {
    expect(dangers([entry(1)], live, PAIR)).toMatchObject([
      { allowed: false, forbidden: expect.stringContaining('alternateTargetGroup: true') },
    ]);
  });

  test('may give it up once its tasks roll in the first', () => {
    expect(dangers([entry(1)], [group('arn:1')], PAIR)).toEqual([]);
  });
});
