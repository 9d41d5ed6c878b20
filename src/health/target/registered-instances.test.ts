import { describe, expect, test } from '@jest/globals';
import { aContainerInstance, aGroup, anInstance } from '../../../tests/fakes/instances.ts';
import { assessInstanceRefresh } from '../instance-refresh.ts';
import { assessEmptiedGroup } from './emptied-group.ts';
import { assessRegistration } from './registered-instances.ts';

const both = [aContainerInstance('i-1'), aContainerInstance('i-2')];

describe('the instances of a cluster', () => {
  test('are there when as many as the group has at least are registered', () => {
    expect(assessRegistration({ group: aGroup(), containerInstances: both })).toEqual({
      state: 'healthy',
      message: '2 of at least 2 instances are registered',
    });
  });

  test.each([
    ['has not registered', both.slice(0, 1), 'i-2 runs, but its ECS agent has not registered'],
    [
      'has lost its agent',
      [both[0], { ...aContainerInstance('i-2'), agentConnected: false }],
      'the agent of i-2 is not connected',
    ],
    ['is draining', [both[0], { ...aContainerInstance('i-2'), status: 'DRAINING' }], 'i-2 is DRAINING'],
  ])('are not there while one %s', (_case, containerInstances, message) => {
    const found = containerInstances.filter((instance) => instance !== undefined);
    expect(assessRegistration({ group: aGroup(), containerInstances: found })).toEqual({
      state: 'pending',
      message: `1 of at least 2 instances are registered; ${message}`,
    });
  });

  test('are not there while they boot', () => {
    const group = aGroup({ instances: [anInstance('i-1', { lifecycleState: 'Pending' })] });
    expect(assessRegistration({ group, containerInstances: [] }).message).toBe(
      '0 of at least 2 instances are registered; i-1 is Pending; 1 not launched yet',
    );
  });

  test('are gone when group and cluster are empty', () => {
    const empty = aGroup({ instances: [] });
    expect(assessEmptiedGroup({ group: aGroup(), containerInstances: both }).state).toBe('pending');
    expect(assessEmptiedGroup({ group: empty, containerInstances: both.slice(1) })).toEqual({
      state: 'pending',
      message: 'i-2 still registered in the cluster',
    });
    expect(assessEmptiedGroup({ group: empty, containerInstances: [] }).state).toBe('healthy');
    expect(assessEmptiedGroup({ group: undefined, containerInstances: [] }).state).toBe('healthy');
  });
});

test.each([
  ['Pending', 'pending'],
  ['InProgress', 'pending'],
  ['Successful', 'healthy'],
  ['Failed', 'failed'],
  ['Cancelled', 'failed'],
  ['RollbackSuccessful', 'failed'],
])('a refresh that is %s is %s', (status, state) => {
  const refresh = { id: 'r', status, reason: undefined, percentageComplete: 50, instancesToUpdate: 1 };
  expect(assessInstanceRefresh(refresh).state).toBe(state);
});
