import { describe, expect, test } from '@jest/globals';
import { aService } from '../../../tests/builders/cluster.ts';
import { aContainerInstance } from '../../../tests/fakes/instances.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ContainerInstanceView } from '../../model/service-views.ts';
import type { ServiceWrite } from '../service/service-update.ts';
import { capacityNames, type ForecastInput, forecastRollout, tasksToRoll } from './rollout-forecast.ts';
import type { Place } from './rollout-room.ts';
import type { TaskInterfaces } from './task-interfaces.ts';

const TASK = { cpu: 1024, memory: 512 };

function on(
  instances: readonly ContainerInstanceView[],
  more: Partial<Extract<Place, { kind: 'instances' }>> = {},
): Place {
  return {
    kind: 'instances',
    instances: { all: instances, instanceType: 't2.medium' },
    placement: { isDistinct: false, occupied: [] },
    growth: { size: 2, maxSize: 4 },
    ...more,
  };
}

function forecast(place: Place, container: JsonObject = TASK, more: Partial<ForecastInput> = {}) {
  return forecastRollout({
    tasks: 2,
    running: 2,
    settings: {},
    definition: { containerDefinitions: [{ name: 'app', ...container }] },
    place,
    lastDurationsMs: [],
    ...more,
  });
}

const full = aContainerInstance('i-1', { remainingCpu: 1000 });
const half = aContainerInstance('i-2', { remainingCpu: 1100 });
const free = aContainerInstance('i-3');

describe('the room for a rollout', () => {
  test.each([
    ['enough', 'one instance holds both', [full, free], TASK, '2 instances have room for 2.'],
    ['grows', 'only one fits', [full, half], TASK, 'the group grows from 2 to 3 instances (at most 4).'],
    ['grows', 'what two instances have left does not add up to a task', [full, full], TASK, 'have room for 0;'],
    [
      'missing',
      'a new instance would have room for none',
      [full],
      { cpu: 4096, memory: 1 },
      'a new t2.medium would have room for none.',
    ],
    [
      'enough',
      'a draining instance does not count',
      [free, { ...free, status: 'DRAINING' }],
      TASK,
      '1 instance has room',
    ],
    ['grows', 'an agent is gone', [{ ...free, agentConnected: false }, full], TASK, '1 instance has room for 0;'],
    ['unknown', 'no instance of the type is there', [{ ...full, attributes: {} }], TASK, 'no t2.medium is registered'],
    ['grows', 'memory is what lacks', [{ ...free, remainingMemoryMiB: 600 }], TASK, '1 instance has room for 1;'],
    ['enough', 'a task reserves nothing', [full], { memoryReservation: 0 }, 'has room for any number.'],
  ])('is %s where %s', (room, _, instances, container, text) => {
    const found = forecast(on(instances), container);
    expect(found.room).toBe(room);
    expect(found.roomText).toContain(text);
  });

  test('is missing where the group may not grow so far, with the numbers', () => {
    const found = forecast(on([full, full], { growth: { size: 2, maxSize: 2 } }));
    expect(found).toMatchObject({
      room: 'missing',
      roomText:
        '2 more tasks of 1024 CPU units, 512 MiB: 2 instances have room for 0; it would need 3 instances, but the group has at most 2.',
    });
  });

  test('is missing where nothing makes the group grow', () => {
    const found = forecast(on([full, half], { growth: undefined }));
    expect(found).toMatchObject({ room: 'missing', roomText: expect.stringContaining('when tasks wait') });
  });

  test('is unknown where nothing says whether the group grows', () => {
    const instances = { all: [full], instanceType: undefined };
    expect(forecast(on([], { instances, growth: undefined }))).toMatchObject({
      room: 'unknown',
      roomText: expect.stringContaining('without config it is unknown whether instances can be added'),
    });
  });

  test('knows a static host port that another task has', () => {
    const container = { ...TASK, portMappings: [{ containerPort: 80, hostPort: 8080 }] };
    const taken = { ...free, usedPorts: [...free.usedPorts, 8080] };
    expect(forecast(on([taken, free]), container)).toMatchObject({
      room: 'grows',
      roomText: expect.stringContaining('and host port 8080: 2 instances have room for 1'),
    });
  });

  test('puts no two tasks of a service on one instance where each has to be on its own', () => {
    const other = aContainerInstance('i-4');
    const placement = { isDistinct: true, occupied: [free.arn] };
    expect(forecast(on([free, other], { placement })).roomText).toContain('room for 1; the group grows from 2 to 3');
  });

  test.each([
    ['attribute:ecs.availability-zone == ap-northeast-1a', 'enough', ''],
    ['attribute:ecs.availability-zone == ap-northeast-1c', 'grows', 'room for 0; the group grows'],
    ['attribute:ecs.instance-type == g5.xlarge', 'missing', 'a new t2.medium would have room for none'],
    ['attribute:ecs.availability-zone != ap-northeast-1c', 'enough', ''],
    ['attribute:stack =~ blue.*', 'enough', 'Placement constraints were not judged.'],
  ])('respects the constraint %s', (expression, room, caveat) => {
    const attributes = { 'ecs.instance-type': 't2.medium', 'ecs.availability-zone': 'ap-northeast-1a' };
    const settings = { placementConstraints: [{ type: 'memberOf', expression }] };
    const found = forecast(on([{ ...free, attributes }]), TASK, { settings });
    expect(found.room).toBe(room);
    expect(found.roomText).toContain(caveat);
  });

  test.each([
    [{ kind: 'fargate' } as const, 'enough', 'run on Fargate'],
    [{ kind: 'unknown', why: 'nobody may look' } as const, 'unknown', 'nobody may look.'],
  ])('on %o is %s', (place, room, text) => {
    expect(forecast(place)).toMatchObject({ room, roomText: expect.stringContaining(text) });
  });

  test('is enough where no more tasks run than now, whatever the instances have', () => {
    const settings = { deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 } };
    expect(forecast(on([full]), TASK, { settings }).room).toBe('enough');
  });
});

describe('the room for tasks with network interfaces of their own', () => {
  const SMALL = { cpu: 10, memory: 10 };
  const definition = { networkMode: 'awsvpc', containerDefinitions: [{ name: 'app', ...SMALL }] };
  const inZone = (id: string, zone: string, attributes: Readonly<Record<string, string>> = {}) =>
    aContainerInstance(id, {
      attributes: { 'ecs.instance-type': 't2.medium', 'ecs.availability-zone': zone, ...attributes },
    });
  const [a, c] = [inZone('i-a', 'a'), inZone('i-c', 'c')];
  const known = (
    attached: Readonly<Record<string, number>>,
    free: Readonly<Record<string, number>> = { a: 100, c: 100 },
  ): TaskInterfaces => ({
    kind: 'known',
    freeAddresses: new Map(Object.entries(free)),
    mostInterfaces: new Map([['t2.medium', 3]]),
    attached: new Map(Object.entries(attached)),
  });
  const text = (instances: readonly ContainerInstanceView[], interfaces: TaskInterfaces, tasks = 2): string => {
    const { room, roomText } = forecast(on(instances, { interfaces }), SMALL, { definition, tasks, running: tasks });
    return `${room}: ${roomText}`;
  };

  test('is enough where instances have interfaces left, the primary one counted', () => {
    expect(text([a, c], known({ 'i-a': 2, 'i-c': 2 }))).toBe(
      'enough: 2 more tasks of 10 CPU units, 10 MiB and a network interface: 2 instances have room for 2.',
    );
  });

  test('grows where interfaces are short, and says how many an instance has', () => {
    expect(text([a, c], known({ 'i-a': 3, 'i-c': 2 }))).toBe(
      'grows: 2 more tasks of 10 CPU units, 10 MiB and a network interface: 2 instances have room for 1, short of network interfaces (a t2.medium has 2 for tasks); the group grows from 2 to 3 instances (at most 4).',
    );
  });

  test('is missing where the group cannot grow so far', () => {
    expect(text([a, c], known({ 'i-a': 3, 'i-c': 3 }), 6)).toContain(
      'it would need 5 instances, but the group has at most 4.',
    );
  });

  test('is missing where the subnets have too few free addresses, which no instance adds to', () => {
    expect(text([a, c], known({}, { a: 1, c: 0 }))).toBe(
      "missing: 2 more tasks of 10 CPU units, 10 MiB and a network interface: the service's subnets have 1 free address.",
    );
  });

  test('ends with the addresses of a zone, and where the service has no subnet in it', () => {
    expect(text([a, c], known({}, { a: 1, c: 100 }), 4)).toContain(
      "room for 3, short of network interfaces (a t2.medium has 2 for tasks) and of free addresses in their zones' subnets; the group",
    );
    expect(text([c], known({}, { a: 100 }))).toMatch(
      /^missing: .*1 instance has room for 0, short of .* addresses in their zones' subnets, and a new t2\.medium would/,
    );
  });

  test('is not judged by interfaces where an instance has a trunk for them', () => {
    const trunked = inZone('i-t', 'a', { 'ecs.awsvpc-trunk-id': 'eni-1' });
    expect(text([trunked], known({ 'i-t': 3 }))).toBe(
      'enough: 2 more tasks of 10 CPU units, 10 MiB and a network interface: 1 instance has room for 100. The network interfaces of instances with a trunk (awsvpcTrunking) were not counted.',
    );
  });

  test('says why interfaces were not counted', () => {
    expect(text([a], { kind: 'unknown', why: 'nobody may look' })).toContain(
      'Network interfaces were not counted: nobody may look.',
    );
  });
});

test('a new service starts all its tasks at once, and none is healthy before', () => {
  expect(forecast(on([free]), TASK, { running: 0 })).toMatchObject({ lowest: 0, highest: 2, waves: 1, room: 'enough' });
});

describe('tasks that roll', () => {
  const scaling = { minCapacity: 3, maxCapacity: 6, steps: undefined, targetTracking: [], drivesInstances: false };
  test.each([
    ['nothing is written', {}, { kind: 'none' }, 2, undefined],
    ['it is new', {}, { kind: 'create', request: {} }, 0, 2],
    ['no deployment starts', {}, { kind: 'update', request: {}, deploys: false }, 2, undefined],
    ['config owns the count', {}, { kind: 'update', request: {}, deploys: true }, 5, 2],
    ['autoscaling owns the count', { scaling }, { kind: 'update', request: {}, deploys: true }, 5, 5],
    ['autoscaling is to have more', { scaling }, { kind: 'update', request: {}, deploys: true }, 2, 3],
    [
      'each instance has one',
      { settings: { schedulingStrategy: 'DAEMON' } },
      { kind: 'create', request: {} },
      0,
      undefined,
    ],
  ] as const)('where %s', (_, overrides, write: ServiceWrite, live, expected) => {
    expect(tasksToRoll(aService(overrides), { service: write }, live)).toBe(expected);
  });
});

test.each([
  [{}, ['EC2']],
  [{ launchType: 'FARGATE' }, ['FARGATE']],
  [{ capacityProviderStrategy: [] }, ['EC2']],
  [{ capacityProviderStrategy: [{ capacityProvider: 'a', weight: 1 }, { capacityProvider: 'b' }] }, ['a', 'b']],
])('the capacity of %j is %j', (settings, names) => {
  expect(capacityNames(settings)).toEqual(names);
});
