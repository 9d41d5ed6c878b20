import { describe, expect, test } from '@jest/globals';
import { aContainer, aStoppedTask, aTask } from '../../../tests/builders/task.ts';
import { aContainerInstance } from '../../../tests/fakes/instances.ts';
import type { ContainerInstanceView, TaskView } from '../../model/service-views.ts';
import type { TaskNeeds } from '../../model/task-needs.ts';
import { proveFailure, type RolloutObservation } from './prove-failure.ts';

const NEEDS: TaskNeeds = { cpu: 256, memoryMiB: 256, hostPorts: [], memberOf: [] };
const INSTANCES = [aContainerInstance('i-1'), aContainerInstance('i-2')];
const STUCK =
  '(service s) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.';

function seen(overrides: Partial<RolloutObservation> = {}): RolloutObservation {
  return {
    tasks: [],
    wasHealthy: false,
    events: [],
    needs: NEEDS,
    instances: [],
    instanceType: 't2.medium',
    limits: { minimumHealthyPercent: 100, maximumPercent: 200, counts: [2, 2] },
    failFast: true,
    ...overrides,
  };
}

/** A task that ran from `from` to `to` and exited. */
function exited(from: number, to: number, overrides: Partial<TaskView> = {}): TaskView {
  return aStoppedTask({
    arn: `arn:task/${from}-${to}`,
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    createdAt: from,
    stoppingAt: to,
    stoppedAt: to + 30,
    containers: [aContainer({ exitCode: 3 })],
    ...overrides,
  });
}

const MISSING = aStoppedTask({
  startedAt: undefined,
  containers: [aContainer({ reason: 'CannotPullContainerError: app:9 not found' })],
});

describe('exit codes', () => {
  test('are proof when two rounds in a row have exited', () => {
    expect(proveFailure(seen({ tasks: [exited(0, 10), exited(1, 11), exited(12, 20), exited(13, 22)] }))).toMatchObject(
      {
        kind: 'exit',
        cause: 'container app exits with code 3',
        certainty: 'all tasks of 2 rounds in a row ended like that, and none was ever healthy',
      },
    );
  });

  test.each<[string, Partial<RolloutObservation>]>([
    ['after one round', { tasks: [exited(0, 10), exited(1, 11)] }],
    [
      'while one of the second round still runs',
      { tasks: [exited(0, 10), exited(1, 11), exited(12, 20), aTask({ createdAt: 13 })] },
    ],
    ['while one of the first round still runs', { tasks: [exited(0, 10), aTask({ createdAt: 1 }), exited(12, 20)] }],
    [
      'where one of the first was stopped by the load balancer',
      { tasks: [exited(0, 10, { stopCode: 'ServiceSchedulerInitiated' }), exited(12, 20)] },
    ],
    ['where one was healthy', { tasks: [exited(0, 10), exited(12, 20)], wasHealthy: true }],
    ['where failFast is off', { tasks: [exited(0, 10), exited(12, 20)], failFast: false }],
  ])('are no proof %s', (_, observation) => {
    expect(proveFailure(seen(observation))).toBeUndefined();
  });

  test('of a third round that runs already do not matter', () => {
    const tasks = [exited(0, 10), exited(12, 20), aTask({ createdAt: 21 })];
    expect(proveFailure(seen({ tasks }))?.kind).toBe('exit');
  });
});

describe('a task that cannot start', () => {
  test('is proof by itself, whether failFast is on or not', () => {
    expect(proveFailure(seen({ tasks: [MISSING], failFast: false }))?.kind).toBe('image');
  });

  test('is no proof once another was healthy', () => {
    expect(proveFailure(seen({ tasks: [MISSING, aTask()], wasHealthy: true }))).toBeUndefined();
  });
});

describe('a task that no instance can ever hold', () => {
  test.each<[string, Partial<TaskNeeds>, string]>([
    ['CPU', { cpu: 4096 }, 'it reserves 4096 CPU units, and a whole one has 2048'],
    ['memory', { memoryMiB: 8192 }, 'it reserves 8192 MiB of memory, and a whole one has 4096'],
    ['a port of the instance itself', { hostPorts: [22] }, 'host port 22 belongs to the instance itself'],
    [
      'another instance type',
      { memberOf: ['attribute:ecs.instance-type == m5.large'] },
      'none meets the constraint attribute:ecs.instance-type == m5.large',
    ],
  ])('is proof: it needs %s', (_, needs, why) => {
    expect(proveFailure(seen({ needs: { ...NEEDS, ...needs }, instances: INSTANCES }))).toMatchObject({
      kind: 'placement',
      cause: `no instance of the cluster can ever hold the task: ${why}`,
    });
  });

  const LARGE = { ...NEEDS, cpu: 4096 };
  const larger = aContainerInstance('i-3', { registeredCpu: 8192 });
  test.each<[string, TaskNeeds, readonly ContainerInstanceView[], Partial<RolloutObservation>?]>([
    ['it fits an instance that is only full', NEEDS, [aContainerInstance('i-1', { remainingCpu: 0 })]],
    ['one instance is large enough', LARGE, [...INSTANCES, larger]],
    ['there is no instance', LARGE, []],
    ['instances to come are of another type', LARGE, INSTANCES, { instanceType: 'm5.4xlarge' }],
    ['the only instance of the type is draining', LARGE, [aContainerInstance('i-1', { status: 'DRAINING' })]],
    ['one of its tasks found a place', LARGE, INSTANCES, { tasks: [aTask()] }],
    ['a port is taken by a task', { ...NEEDS, hostPorts: [80] }, INSTANCES],
    ['a constraint is about zones', { ...NEEDS, memberOf: ['attribute:ecs.availability-zone == x'] }, INSTANCES],
    ['a constraint is met', { ...NEEDS, memberOf: ['attribute:ecs.instance-type != m5.large'] }, INSTANCES],
    ['a constraint is not a simple one', { ...NEEDS, memberOf: ['attribute:ecs.instance-type =~ m5.*'] }, INSTANCES],
  ])('is not proven where %s', (_, needs, instances, overrides = {}) => {
    expect(proveFailure(seen({ needs, instances, ...overrides }))).toBeUndefined();
  });
});

describe('percents', () => {
  const events = [{ id: 'e', at: 1, message: STUCK }];
  const limits = { minimumHealthyPercent: 100, maximumPercent: 125, counts: [2, 2] } as const;

  test('are proof where ECS says that it can neither stop nor start, and the numbers agree', () => {
    expect(proveFailure(seen({ events, limits }))).toMatchObject({
      kind: 'percents',
      cause: 'with minimumHealthyPercent 100 and maximumPercent 125 ECS may neither stop nor start one of 2 tasks',
    });
  });

  test.each<[string, Partial<RolloutObservation>]>([
    ['ECS does not say so', { limits }],
    ['the numbers leave room', { events }],
    ['scaling may give room', { events, limits: { ...limits, counts: [2, 4] } }],
  ])('are no proof where %s', (_, observation) => {
    expect(proveFailure(seen(observation))).toBeUndefined();
  });
});
