import { describe, expect, test } from '@jest/globals';
import type { Change, ShownValue } from '../../model/plan.ts';
import { serviceDigest } from './service-digest.ts';

const GROUP = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1';
const PRESENT = {
  cluster: { CapacityProvider: 'web', ScaleOutPolicyArn: 'arn:policy' },
  service: { TargetGroup1Arn: GROUP },
};
const ABSENT = { cluster: undefined, service: undefined };
const UNKNOWN = '(known after apply)';

const change = (after: string, certainty: Change['certainty'] = 'certain'): Change => ({
  action: 'modify',
  resource: 'service',
  type: 'AWS::ECS::Service',
  properties: [
    {
      path: 'loadBalancers',
      before: { kind: 'absent' },
      after: after === UNKNOWN ? { kind: 'known-after-apply' } : { kind: 'value', text: after },
    },
  ],
  certainty,
});
const creation = (targetGroupArn: string, capacityProvider: string) => ({
  service: {
    kind: 'create',
    request: { loadBalancers: [{ targetGroupArn }], capacityProviderStrategy: [{ capacityProvider }] },
  },
});

describe("the digest of a service's plan", () => {
  test('is the same before and after its stacks exist', () => {
    const before = serviceDigest('x', [change(UNKNOWN, 'known-after-apply')], creation(UNKNOWN, 'web'), ABSENT);
    expect(serviceDigest('x', [change(GROUP)], creation(GROUP, 'web'), PRESENT)).toBe(before);
  });

  test('is that also where one of their ARNs begins with another', () => {
    const roles = { InfrastructureRoleArn: 'arn:aws:iam::1:role/ecs', HookRoleArn: 'arn:aws:iam::1:role/ecs-hooks' };
    const asked = (infrastructure: string, hook: string) => ({ service: { infrastructure, hook } });
    const before = serviceDigest('x', [change(UNKNOWN)], asked(UNKNOWN, UNKNOWN), ABSENT);
    const wanted = asked(roles.InfrastructureRoleArn, roles.HookRoleArn);
    const after = serviceDigest('x', [change(UNKNOWN)], wanted, { cluster: undefined, service: roles });
    expect(after).toBe(before);
  });

  test('is the same before and after the revision is registered that scheduled tasks are to start', () => {
    const moved = (after: ShownValue): Change => ({
      ...change(UNKNOWN),
      resource: 'scheduled task nightly',
      type: 'AWS::Events::Rule',
      properties: [{ path: 'taskDefinition', before: { kind: 'value', text: 'sample:1' }, after }],
    });
    const unregistered = serviceDigest('x', [moved({ kind: 'known-after-apply' })], {}, ABSENT);
    expect(serviceDigest('x', [moved({ kind: 'value', text: 'sample:2' })], {}, ABSENT)).toBe(unregistered);
  });

  test('is another where what comes from config is', () => {
    const one = serviceDigest('x', [change(GROUP)], creation(GROUP, 'web'), PRESENT);
    expect(serviceDigest('x', [change('arn:other')], creation(GROUP, 'web'), PRESENT)).not.toBe(one);
    expect(serviceDigest('x', [change(GROUP)], creation('arn:other', 'web'), PRESENT)).not.toBe(one);
    expect(serviceDigest('x', [change(GROUP)], creation(GROUP, 'other'), PRESENT)).not.toBe(one);
  });
});
