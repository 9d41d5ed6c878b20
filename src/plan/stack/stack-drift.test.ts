import { describe, expect, test } from '@jest/globals';
import { aChangeSet, aDetail, aResourceChange } from '../../../tests/builders/stack.ts';
import { changedByHand, driftNotes, ownChanges } from './stack-drift.ts';

const WEIGHT = aDetail('Actions/0/ForwardConfig/TargetGroups/1/Weight');
const PATH = aDetail('Conditions/0/PathPatternConfig/Values/0');

describe('what somebody changed by hand', () => {
  const drifted = (status: string, ...differences: readonly ReturnType<typeof aDetail>[]) =>
    changedByHand([{ logicalId: 'Rule', type: 'AWS::ElasticLoadBalancingV2::ListenerRule', status, differences }])
      .length;

  test.each([
    ['is not how ECS divides the traffic of a rule', 'MODIFIED', [WEIGHT], 0],
    ['is a rule of which more than that differs', 'MODIFIED', [WEIGHT, PATH], 1],
    ['is a resource that is gone', 'DELETED', [], 1],
    ['is one of which the difference is not told', 'MODIFIED', [], 1],
  ] as const)('%s', (_case, status, differences, expected) => {
    expect(drifted(status, ...differences)).toBe(expected);
  });
});

test('a change of weights alone is none of the stack’s own', () => {
  const changes = [aResourceChange({ details: [WEIGHT] }), aResourceChange({ details: [WEIGHT, PATH] })];
  expect(ownChanges(aChangeSet(changes))).toEqual([changes[1]]);
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
    'CloudFormation could not read what is live of Role.',
    'Deleted by hand, and made again: Rule.',
    'CloudFormation cannot read whether these were changed by hand: LaunchTemplate.LaunchTemplateData.',
  ]);
});
