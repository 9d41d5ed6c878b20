import { describe, expect, test } from '@jest/globals';
import { aCapacity } from '../../../tests/builders/cluster.ts';
import { aTask } from '../../../tests/builders/task.ts';
import { aContainerInstance, aGroup, fakeInstances } from '../../../tests/fakes/instances.ts';
import { fakeTaskNetworks } from '../../../tests/fakes/task-networks.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { JsonObject } from '../../model/json.ts';
import type { TaskView } from '../../model/service-views.ts';
import type { TaskNetworks } from '../../ports/task-networks.ts';
import { observePlace, type PlaceCluster, type Pool, readPool } from './rollout-place.ts';

const CLUSTER = { name: 'shop', capacity: aCapacity() };
const OWN: JsonObject = { capacityProviderStrategy: [{ capacityProvider: 'sample-capacity-provider' }] };
const POOL: Pool = {
  containerInstances: [aContainerInstance('i-1'), aContainerInstance('i-2', { capacityProvider: 'other' })],
  group: aGroup({ desiredCapacity: 1, maxSize: 4 }),
};
const DENIED = new ToolkitError('ACCESS_DENIED', 'AccessDenied: not for you (while describing).', { hint: 'Ask.' });

interface More {
  readonly cluster?: PlaceCluster;
  readonly isAwsvpc?: boolean;
  readonly taskNetworks?: TaskNetworks;
}

function place(settings: JsonObject, pool: Pool | ToolkitError = POOL, more: More = {}) {
  const { cluster = CLUSTER, isAwsvpc = false, taskNetworks = fakeTaskNetworks() } = more;
  const tasks = async (): Promise<readonly TaskView[]> => [aTask({ containerInstanceArn: 'arn:instance/1' })];
  const service = { name: 'web', settings, isLive: true, isAwsvpc };
  const ports = { instances: fakeInstances(undefined), services: { tasks }, taskNetworks };
  return observePlace(cluster, service, pool, ports);
}

test("a service's tasks go to instances of its capacity provider only", async () => {
  expect(await place(OWN)).toMatchObject({
    kind: 'instances',
    instances: { all: [{ ec2InstanceId: 'i-1' }], instanceType: 't2.medium' },
    placement: { isDistinct: false, occupied: [] },
    growth: { size: 1, maxSize: 4 },
  });
});

test('with launch type EC2 they go to any instance, and none is added for them', async () => {
  const found = await place({ launchType: 'EC2' });
  expect(found).toMatchObject({ instances: { all: [{ ec2InstanceId: 'i-1' }, { ec2InstanceId: 'i-2' }] } });
  expect(found).toMatchObject({ growth: undefined });
});

test('where alarms scale the instances, none is added because tasks wait', async () => {
  const cluster = { name: 'shop', capacity: aCapacity({ instanceScaling: 'alarms' }) };
  expect(await place(OWN, POOL, { cluster })).toMatchObject({ growth: undefined });
});

test('where each task has an instance of its own, those that are taken are known', async () => {
  const settings = { ...OWN, placementConstraints: [{ type: 'distinctInstance' }] };
  expect(await place(settings)).toMatchObject({ placement: { isDistinct: true, occupied: ['arn:instance/1'] } });
});

test('Fargate has its own room', async () => {
  const settings = { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] };
  expect(await place(settings)).toEqual({ kind: 'fargate' });
});

test.each<[string, JsonObject, Pool | ToolkitError, string]>([
  ['another capacity', { capacityProviderStrategy: [{ capacityProvider: 'x' }] }, POOL, 'the capacity of x is not'],
  ['no instance yet', OWN, { ...POOL, containerInstances: [] }, 'no instance has joined the cluster yet'],
  ['a role that may not look', OWN, DENIED, 'could not be read (AccessDenied: not for you (while describing))'],
])('nothing is known with %s', async (_, settings, pool, why) => {
  expect(await place(settings, pool)).toEqual({ kind: 'unknown', why: expect.stringContaining(why) });
});

test('without config the instances are looked at, and their group is not', async () => {
  const instances = fakeInstances(aGroup());
  const asked = { instances, services: { tasks: async () => [] } };
  expect(await readPool({ name: 'shop' }, asked)).toMatchObject({ containerInstances: [{}, {}], group: undefined });
  expect(await readPool(CLUSTER, asked)).toMatchObject({ group: { name: 'sample-autoscaling-group' } });
});

describe('where tasks have network interfaces of their own', () => {
  const settings = { ...OWN, networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a', 'subnet-c'] } } };
  const asking = (): { readonly asked: object[]; readonly taskNetworks: TaskNetworks } => {
    const asked: object[] = [];
    const noted = async (what: string, of: readonly string[]): Promise<ReadonlyMap<string, number>> => {
      asked.push({ [what]: of });
      return new Map();
    };
    const taskNetworks = {
      freeAddresses: (of: readonly string[]) => noted('free', of),
      mostInterfaces: (of: readonly string[]) => noted('most', of),
      attachedInterfaces: (of: readonly string[]) => noted('attached', of),
    };
    return { asked, taskNetworks };
  };

  test("EC2 is asked about their subnets and the service's instances", async () => {
    const { asked, taskNetworks } = asking();
    expect(await place(settings, POOL, { isAwsvpc: true, taskNetworks })).toMatchObject({
      interfaces: { kind: 'known' },
    });
    expect(asked).toEqual([{ free: ['subnet-a', 'subnet-c'] }, { most: ['t2.medium'] }, { attached: ['i-1'] }]);
  });

  test('elsewhere it is asked nothing', async () => {
    const { asked, taskNetworks } = asking();
    await place(OWN, POOL, { taskNetworks });
    expect(asked).toEqual([]);
  });

  test('a role that may not look makes the forecast poorer', async () => {
    const taskNetworks = fakeTaskNetworks({ freeAddresses: () => Promise.reject(DENIED) });
    expect(await place(settings, POOL, { isAwsvpc: true, taskNetworks })).toMatchObject({
      interfaces: { kind: 'unknown', why: 'AccessDenied: not for you (while describing)' },
    });
  });
});
