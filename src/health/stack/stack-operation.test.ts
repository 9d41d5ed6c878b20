import { describe, expect, test } from '@jest/globals';
import type { StackEventView } from '../../model/stack-views.ts';
import { rootCause } from './stack-failure.ts';
import { assessStackOperation } from './stack-operation.ts';

const STACK = 'arn:stack';

function events(...scripted: readonly (readonly [string, string, string?])[]): readonly StackEventView[] {
  return scripted.map(([logicalId, status, reason], at) => ({
    eventId: String(at),
    at,
    logicalId: logicalId || 'web',
    physicalId: logicalId === '' ? STACK : `physical-${logicalId}`,
    type: 'AWS::Some::Type',
    status,
    reason,
    clientRequestToken: 'token',
  }));
}

describe('an operation on a stack', () => {
  test.each([
    ['create', 'CREATE_COMPLETE', 'healthy'],
    ['create', 'CREATE_FAILED', 'pending'],
    ['create', 'DELETE_COMPLETE', 'failed'],
    ['create', 'ROLLBACK_COMPLETE', 'failed'],
    ['update', 'UPDATE_COMPLETE', 'healthy'],
    ['update', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'healthy'],
    ['update', 'UPDATE_ROLLBACK_IN_PROGRESS', 'pending'],
    ['update', 'UPDATE_ROLLBACK_COMPLETE', 'failed'],
    ['update', 'UPDATE_ROLLBACK_FAILED', 'failed'],
    ['delete', 'DELETE_COMPLETE', 'healthy'],
    ['delete', 'DELETE_FAILED', 'failed'],
    ['continue-rollback', 'UPDATE_ROLLBACK_COMPLETE', 'healthy'],
  ] as const)('%s that says %s is %s', (operation, status, state) => {
    expect(assessStackOperation(events(['', status]), operation, STACK).state).toBe(state);
  });

  test('is not ended by a nested stack', () => {
    expect(assessStackOperation(events(['Nested', 'CREATE_COMPLETE']), 'create', STACK).state).toBe('pending');
  });

  test('says what it is working on', () => {
    const seen = events(
      ['', 'CREATE_IN_PROGRESS'],
      ['A', 'CREATE_IN_PROGRESS'],
      ['B', 'CREATE_IN_PROGRESS'],
      ['A', 'CREATE_COMPLETE'],
    );
    expect(assessStackOperation(seen, 'create', STACK).message).toBe('CREATE_IN_PROGRESS: B');
    expect(assessStackOperation([], 'create', STACK).message).toBe('accepted');
  });
});

describe('the root cause', () => {
  test('is the earliest failure that is not a cancellation', () => {
    const seen = events(
      ['A', 'CREATE_FAILED', 'Resource creation cancelled'],
      ['B', 'CREATE_FAILED', 'no such subnet'],
      ['C', 'CREATE_FAILED', 'no such role'],
      ['', 'CREATE_FAILED', 'failed to create: [A, B, C]'],
    );
    expect(rootCause(seen, STACK)?.logicalId).toBe('B');
  });

  test('is the stack where no resource failed', () => {
    expect(rootCause(events(['', 'UPDATE_FAILED', 'the template is wrong']), STACK)?.reason).toBe(
      'the template is wrong',
    );
    expect(rootCause(events(['', 'ROLLBACK_IN_PROGRESS', 'cancelled by user']), STACK)?.reason).toBe(
      'cancelled by user',
    );
    expect(rootCause(events(['', 'CREATE_COMPLETE']), STACK)).toBeUndefined();
  });
});
