import { describe, expect, test } from '@jest/globals';
import { aChangeSet, aDetail, aResourceChange } from '../../../tests/builders/stack.ts';
import { changedByHand, driftNotes, ownChanges } from './stack-drift.ts';

const forwarding = (...groups: readonly string[]) => ({
  Properties: {
    Actions: [{ ForwardConfig: { TargetGroups: groups.map((arn) => ({ TargetGroupArn: arn, Weight: 1 })) } }],
  },
});
const TEMPLATE = { resources: { Shifted: forwarding('blue', 'green'), Rule: forwarding('blue') } };
const WEIGHT = aDetail('Actions/0/ForwardConfig/TargetGroups/1/Weight');
const PATH = aDetail('Conditions/0/PathPatternConfig/Values/0');

describe('what somebody changed by hand', () => {
  test.each([
    ['is not how ECS divides the traffic of a rule', 'Shifted', 'MODIFIED', [WEIGHT], 0],
    ['is the weight of a rule whose traffic ECS does not shift', 'Rule', 'MODIFIED', [WEIGHT], 1],
    ['is a rule of which more than that differs', 'Shifted', 'MODIFIED', [WEIGHT, PATH], 1],
    ['is a resource that is gone', 'Shifted', 'DELETED', [], 1],
    ['is one of which the difference is not told', 'Shifted', 'MODIFIED', [], 1],
  ] as const)('%s', (_case, logicalId, status, differences, expected) => {
    const type = 'AWS::ElasticLoadBalancingV2::ListenerRule';
    expect(changedByHand([{ logicalId, type, status, differences }], TEMPLATE)).toHaveLength(expected);
  });
});

test('a change of weights alone is none of the stack’s own where ECS shifts the traffic', () => {
  const changes = [
    aResourceChange({ logicalId: 'Shifted', details: [WEIGHT] }),
    aResourceChange({ logicalId: 'Shifted', details: [WEIGHT, PATH] }),
    aResourceChange({ logicalId: 'Rule', details: [WEIGHT] }),
  ];
  expect(ownChanges(aChangeSet(changes), TEMPLATE)).toEqual([changes[1], changes[2]]);
});

test('what was deleted, what cannot be read and what could not be is told; what AWS manages is not', () => {
  const ignoredDrift = [
    { path: '/Properties/LaunchTemplateData', reason: 'WRITE_ONLY_PROPERTY' },
    { path: '/Properties/DesiredCapacity', reason: 'MANAGED_BY_AWS' },
    { path: '/Properties/ListenerArn', reason: 'WRITE_ONLY_PROPERTY' },
  ];
  const changes = [
    aResourceChange({ logicalId: 'Rule', driftStatus: 'DELETED', ignoredDrift }),
    aResourceChange({ logicalId: 'LaunchTemplate', driftStatus: 'IN_SYNC', ignoredDrift }),
    aResourceChange({ logicalId: 'Role', driftStatus: 'UNKNOWN', ignoredDrift }),
  ];
  expect(driftNotes({ changes })).toEqual([
    'CloudFormation could not read the live state of Role.',
    'Deleted by hand, and created again: Rule.',
    'CloudFormation cannot read whether these were changed by hand: LaunchTemplate.LaunchTemplateData.',
  ]);
});
