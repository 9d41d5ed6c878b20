import { describe, expect, test } from '@jest/globals';
import { aContainer, aStoppedTask, aTask } from '../../../tests/builders/task.ts';
import { deployed, type FakeDeployPorts, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import type { Service } from '../../model/service.ts';
import type { TaskView } from '../../model/service-views.ts';

const CRASHED = aStoppedTask({
  startedBy: 'ecs-svc/1',
  stopCode: 'EssentialContainerExited',
  containers: [aContainer({ name: 'nginx', exitCode: 3 })],
});
const SCALING: Service['scaling'] = {
  minCapacity: 2,
  maxCapacity: 4,
  steps: undefined,
  targetTracking: [],
  drivesInstances: false,
};

/**
 * Deploys once more what is live, while so many tasks are seen running at each look, in turn, and these have stopped.
 */
async function again(
  overrides: Partial<Service>,
  { running, stopped = [] }: { readonly running: readonly number[]; readonly stopped?: readonly TaskView[] },
) {
  const ports = fakeDeployPorts();
  const service = version('nginx:1', overrides);
  await deployed(ports, service);
  ports.ecs.change({}, { desiredCount: service.desiredCount });
  let look = 0;
  const tasks: FakeDeployPorts['services']['tasks'] = async (_, __, desiredStatus) => {
    if (desiredStatus === 'STOPPED') return stopped;
    const [task] = await ports.services.tasks('sample-ecs-cluster', service.name, 'RUNNING');
    return Array.from({ length: running[look++ % running.length] ?? 0 }, () => task ?? aTask());
  };
  const { outcome } = await deployed({ ...ports, services: { ...ports.services, tasks } }, service);
  return { outcome, warnings: ports.events.filter(({ kind }) => kind === 'warning') };
}

describe('a service that is as config says', () => {
  test('is unchanged where all its tasks run', async () => {
    const { outcome } = await again({}, { running: [2] });
    expect(outcome).toMatchObject({
      kind: 'unchanged',
      summary: 'sample:1 (2 of 2 tasks running) serves, as config says.',
    });
  });

  test('is red where tasks are missing, with what ended them', async () => {
    const { outcome } = await again({}, { running: [1], stopped: [CRASHED] });
    expect(outcome).toMatchObject({
      kind: 'failed',
      summary:
        'The service is as config says, but does not serve: 1 of 2 tasks of sample:1 are running: container nginx exits with code 3.',
      nextStep: expect.stringContaining("container's last lines"),
    });
  });

  test('is red without targets where all its tasks are seen running only now and then', async () => {
    expect((await again({ loadBalancers: [] }, { running: [2, 2, 1] })).outcome.kind).toBe('failed');
  });

  test('is unchanged, with a warning, where only tasks that autoscaling wants in addition are missing', async () => {
    const { outcome, warnings } = await again({ scaling: SCALING, desiredCount: 4 }, { running: [2] });
    expect(outcome.kind).toBe('unchanged');
    expect(warnings).toMatchObject([{ message: expect.stringContaining('2 of 4 tasks of sample:1 are running') }]);
  });

  test.each<[string, number, readonly TaskView[]]>([
    ['one of those has failed', 2, [CRASHED]],
    ['fewer run than it must have', 1, []],
  ])('is red with autoscaling where %s', async (_, count, stopped) => {
    const { outcome } = await again({ scaling: SCALING, desiredCount: 4 }, { running: [count], stopped });
    expect(outcome.kind).toBe('failed');
  });
});

test('a count that was changed is not taken for reached from an answer of before', async () => {
  const ports = fakeDeployPorts();
  await deployed(ports, version('nginx:1'));
  const { clock, services } = ports;
  const [before] = await services.describe('sample-ecs-cluster', ['sample-ecs-service']);
  let staleUntil = 0;
  const stale: FakeDeployPorts['services'] = {
    ...services,
    describe: async (...call) => (clock.now() < staleUntil ? [before] : services.describe(...call)),
    update: async (cluster, name, request) => {
      const answer = await services.update(cluster, name, request);
      ports.ecs.change({}, { runningCount: 2 });
      staleUntil = clock.now() + 9_000;
      return answer;
    },
  };
  const { outcome } = await deployed({ ...ports, services: stale }, version('nginx:1', { desiredCount: 3 }));
  expect(outcome).toMatchObject({ kind: 'timed-out', summary: expect.stringContaining('2 of 3 tasks running') });
});
