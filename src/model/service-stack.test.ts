import { expect, test } from '@jest/globals';
import { aService, aServiceLoadBalancer } from '../../tests/builders/cluster.ts';
import type { Service } from './service.ts';
import { needsStack } from './service-stack.ts';

const BARE = aService({ loadBalancers: [], logGroup: undefined });

test.each<[string, Partial<Service>, boolean]>([
  ['nothing', {}, false],
  ['a target group', { loadBalancers: [aServiceLoadBalancer()] }, true],
  ['a log group', { logGroup: { name: '/ecs/api', retentionInDays: 30 } }, true],
  ['a hook role to create', { hookRole: { kind: 'created', name: 'api-hook' } }, true],
  ['a hook role that exists', { hookRole: { kind: 'existing', arn: 'arn:aws:iam::123456789012:role/hook' } }, false],
])('whether a service with %s needs a stack of its own', (_has, overrides, expected) => {
  expect(needsStack({ ...BARE, ...overrides })).toBe(expected);
});
