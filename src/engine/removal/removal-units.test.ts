import { describe, expect, test } from '@jest/globals';
import { aStack } from '../../../tests/builders/stack.ts';
import { removedLater, removedStack } from './removal-units.ts';

const resource = (logicalId: string, type: string, status = 'CREATE_COMPLETE') => ({
  logicalId,
  physicalId: `physical-${logicalId}`,
  type,
  status,
});
const UNIT = removedStack(aStack(), [
  resource('Group', 'AWS::ElasticLoadBalancingV2::TargetGroup'),
  resource('LogGroup', 'AWS::Logs::LogGroup'),
  resource('Gone', 'AWS::IAM::Role', 'DELETE_COMPLETE'),
]);

describe('the removal of a stack', () => {
  test('names what is there, and keeps its log group', () => {
    expect(UNIT.changes.map(({ resource, isKept = false }) => [resource, isKept])).toEqual([
      ['Group', false],
      ['LogGroup', true],
    ]);
  });

  test('that has to wait for a service is marked and explained, and is the same when it comes', () => {
    const later = removedLater(UNIT, 'web');
    expect(later.changes.every(({ isLater }) => isLater)).toBe(true);
    expect(later.notes).toEqual([expect.stringMatching(/^This apply deletes service web and keeps the stack/)]);
    expect(later.digest).toBe(UNIT.digest);
  });
});
