import { describe, expect, test } from '@jest/globals';
import { seededRandom } from '../../../core/random.ts';
import { initialAttributes } from '../attributes/attributes.ts';
import { TARGET_GROUP_ATTRIBUTES } from '../attributes/target-group.ts';
import { DEFAULT_HEALTH_CHECK } from '../health/settings.ts';
import type { Health } from '../health/state.ts';
import { UNCHECKED } from '../health/state.ts';
import type { LoadBalancer, TargetGroup } from '../store.ts';
import type { Target } from '../targets/target.ts';
import { chooseGroup, chooseTarget, routableTargets } from './balance.ts';
import { createTargetConnections } from './connections.ts';

const HEALTHY: Health = { state: 'healthy', failures: 0 };
const UNHEALTHY: Health = { state: 'unhealthy', passes: 0, failure: { kind: 'failed' } };

const target = (id: string, changes: Partial<Target> = {}): Target => ({
  id,
  host: id,
  port: 80,
  zone: 'zone-a',
  privateIp: '10.0.0.1',
  connections: createTargetConnections(),
  running: true,
  registered: true,
  draining: false,
  health: HEALTHY,
  healthySince: 0,
  credit: 0,
  cancel: undefined,
  ...changes,
});

function group(attributes: Readonly<Record<string, string>>, ...targets: Target[]): TargetGroup {
  return {
    arn: 'group',
    name: 'group',
    protocol: 'HTTP',
    port: 80,
    vpcId: 'vpc',
    targetType: 'instance',
    attributes: new Map([...initialAttributes(TARGET_GROUP_ATTRIBUTES), ...Object.entries(attributes)]),
    targets: new Map(targets.map((each) => [each.id, each])),
    healthCheck: DEFAULT_HEALTH_CHECK,
  };
}

const LOAD_BALANCER: LoadBalancer = {
  arn: 'lb',
  name: 'lb',
  dnsName: 'lb',
  scheme: 'internal',
  vpcId: 'vpc',
  createdTime: 0,
  attributes: new Map(),
  state: 'active',
  zones: [{ ZoneName: 'zone-a' }],
  securityGroups: [],
};

const PERCENTAGE = 'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage';
const COUNT = 'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count';

describe('requests may go to', () => {
  const h = () => target('healthy');
  const h2 = () => target('healthy2');
  const u = () => target('unhealthy', { health: UNHEALTHY });
  const i = () => target('initial', { health: UNCHECKED });
  test.each<[string, Readonly<Record<string, string>>, Target[], string[]]>([
    ['the healthy ones', {}, [h(), u(), i(), h2()], ['healthy', 'healthy2']],
    ['all where none is healthy', {}, [u(), i()], ['unhealthy', 'initial']],
    ['none that is draining', {}, [u(), target('draining', { draining: true })], ['unhealthy']],
    ['none that is draining, even alone', {}, [target('draining', { draining: true })], []],
    ['none in a zone that is not enabled', {}, [target('far', { zone: 'zone-z' })], []],
    [
      'none that the load balancer does not know yet',
      {},
      [target('new', { registered: false, health: UNCHECKED })],
      [],
    ],
    ['none of a terminated instance', {}, [target('gone', { running: false })], []],
    ['all where fewer are healthy than demanded', { [COUNT]: '2' }, [h(), u()], ['healthy', 'unhealthy']],
    ['the healthy ones where enough are', { [PERCENTAGE]: '50' }, [h(), u()], ['healthy']],
    ['all where too small a part is healthy', { [PERCENTAGE]: '51' }, [h(), u()], ['healthy', 'unhealthy']],
  ])('%s', (_what, attributes, targets, expected) => {
    expect(routableTargets(group(attributes, ...targets), LOAD_BALANCER).map(({ id }) => id)).toEqual(expected);
  });
});

describe('the algorithm', () => {
  const random = seededRandom(1);
  const choose = (of: TargetGroup, times: number, now = 0): string =>
    Array.from({ length: times }, () => chooseTarget(of, [...of.targets.values()], { now, random })?.id).join('');

  test('round_robin takes each in turn', () => {
    expect(choose(group({}, target('a'), target('b'), target('c')), 6)).toBe('abcabc');
  });

  test('round_robin gives a target in slow start the share that it has reached', () => {
    const warming = group(
      { 'slow_start.duration_seconds': '100' },
      target('a'),
      target('b', { healthySince: 200_000 }),
    );
    expect(choose(warming, 125, 225_000).replaceAll('a', '').length).toBe(25);
    expect(choose(warming, 100, 300_000).replaceAll('a', '').length).toBe(50);
  });

  test('least_outstanding_requests takes the one with the fewest in flight', () => {
    const [a, b] = [target('a'), target('b')];
    const of = group({ 'load_balancing.algorithm.type': 'least_outstanding_requests' }, a, b);
    const end = a.connections.begin(() => {});
    expect(choose(of, 3)).toBe('bbb');
    end();
    expect([...choose(of, 4)].sort().join('')).toBe('aabb');
  });

  test('weighted_random takes all of them', () => {
    const of = group({ 'load_balancing.algorithm.type': 'weighted_random' }, target('a'), target('b'));
    expect(new Set(choose(of, 100))).toEqual(new Set(['a', 'b']));
  });
});

describe('a weighted forward', () => {
  const shares = (weights: Readonly<Record<string, number>>): Record<string, number> => {
    const random = seededRandom(7);
    const tuples = Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
    const counts: Record<string, number> = {};
    for (let i = 0; i < 1_000; i++) {
      const arn = chooseGroup(tuples, random) ?? 'none';
      counts[arn] = (counts[arn] ?? 0) + 1;
    }
    return counts;
  };

  test('keeps to its weights', () => {
    const { a = 0, b = 0 } = shares({ a: 90, b: 10 });
    expect(a + b).toBe(1_000);
    expect(b).toBeGreaterThan(60);
    expect(b).toBeLessThan(140);
  });

  test('gives nothing to a group of weight zero', () => {
    expect(shares({ a: 0, b: 5 })).toEqual({ b: 1_000 });
  });

  test('goes nowhere where all weights are zero', () => {
    expect(shares({ a: 0, b: 0 })).toEqual({ none: 1_000 });
  });
});
