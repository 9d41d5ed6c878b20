import { describe, expect, test } from '@jest/globals';
import { aCluster } from '../../../tests/builders/cluster.ts';
import { REVISION } from '../../../tests/builders/live-service.ts';
import { deployed, type FakeDeployPorts, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import type { Course } from '../../../tests/fakes/rollouts.ts';
import { RED, type Script, scripted, VERIFY } from '../../../tests/fakes/verification.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { ProgressEvent } from '../../model/progress-events.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { type RollbackRequest, rollback } from './rollback.ts';

const NAME = 'sample-ecs-service';

/** A service whose revisions came one after the other. */
async function history(images: readonly string[], courses: readonly Course[] = []): Promise<FakeDeployPorts> {
  const ports = fakeDeployPorts({ courses });
  for (const image of images) await deployed(ports, version(image));
  ports.ecs.change(version('').settings);
  return ports;
}

async function back(ports: FakeDeployPorts, overrides: Partial<RollbackRequest> = {}) {
  const request = { cluster: 'sample-ecs-cluster', services: [NAME], revision: '', timeoutMs: 600_000 } as const;
  const [result] = await rollback({ ...request, onCancel: 'rollback', ...overrides }, ports);
  if (!result) throw new Error('no result');
  return result;
}

/** Somebody's deployment that has just begun. */
function starts(ports: FakeDeployPorts, revision: number) {
  return ports.services.update('sample-ecs-cluster', NAME, { taskDefinition: `${REVISION}:${revision}` });
}

describe('a rollback that a person asked for', () => {
  test('goes to the previous successful revision and ends deployed', async () => {
    const ports = await history(['nginx:1', 'nginx:2']);
    expect(await back(ports)).toMatchObject({
      outcome: { kind: 'deployed', summary: 'Rolled back from sample:2: sample:1 (2 of 2 tasks running) serves.' },
      changed: true,
      taskDefinitionArn: `${REVISION}:1`,
      deploymentId: 'ecs-svc/3',
    });
    expect(ports.ecs.writes.slice(4)).toEqual(['UpdateService']);
    expect(ports.ecs.updated()).toEqual({ taskDefinition: `${REVISION}:1` });
  });

  test('passes over a revision that never succeeded', async () => {
    const ports = await history(['nginx:1', 'nginx:2', 'nginx:3'], ['succeeds', 'crashes', 'succeeds']);
    expect((await back(ports)).taskDefinitionArn).toBe(`${REVISION}:1`);
  });

  test.each(['1', 'sample:1', `${REVISION}:1`])('goes to the revision named %s', async (revision) => {
    const ports = await history(['nginx:1', 'nginx:2', 'nginx:3']);
    expect((await back(ports, { revision })).taskDefinitionArn).toBe(`${REVISION}:1`);
  });

  test('changes nothing where the one named serves', async () => {
    const ports = await history(['nginx:1', 'nginx:2']);
    expect(await back(ports, { revision: '2' })).toMatchObject({ outcome: { kind: 'unchanged' }, changed: false });
  });

  test('goes to the revision before with a notice where ECS lists no deployment of another', async () => {
    const ports = await history(['nginx:1', 'nginx:2']);
    ports.ecs.forget();
    expect((await back(ports)).taskDefinitionArn).toBe(`${REVISION}:1`);
    const notices = ports.events.filter(({ kind }) => kind === 'notice');
    expect(notices).toEqual([
      expect.objectContaining({ message: expect.stringContaining('rolling back to sample:1') }),
    ]);
  });

  test.each([
    ['there is none before', ['nginx:1'], '', /has nothing to roll back to/],
    ['the one named is not there', ['nginx:1', 'nginx:2'], '9', /There is no revision sample:9/],
  ])('is refused before the first write where %s', async (_, images, revision, message) => {
    const ports = await history(images);
    const { length } = ports.ecs.writes;
    await expect(back(ports, { revision })).rejects.toThrow(message);
    expect(ports.ecs.writes).toHaveLength(length);
  });

  test.each(['', '1'])('is refused where the revision is INACTIVE (%j)', async (revision) => {
    const ports = await history(['nginx:1', 'nginx:2']);
    ports.ecs.deregister(1);
    await expect(back(ports, { revision })).rejects.toThrow('Revision sample:1 is INACTIVE.');
  });

  test('is rolled-back where ECS does not land it', async () => {
    const ports = await history(['nginx:1', 'nginx:2'], ['succeeds', 'succeeds', 'crashes']);
    expect(await back(ports)).toMatchObject({ outcome: { kind: 'rolled-back' }, taskDefinitionArn: `${REVISION}:2` });
  });
});

describe('a rollback with a config that has verify', () => {
  const MARKED = { ...VERIFY, version: { header: 'x-app-version', equals: 'nginx:2' } };

  test.each<[string, Script, string]>([
    ['ends deployed where the earlier version answers, without the mark that config asks for now', {}, 'deployed'],
    ['is red where it does not answer, and goes no further', { answer: { outcome: RED } }, 'failed'],
  ])('%s', async (_, script, kind) => {
    const ports = await history(['nginx:1', 'nginx:2']);
    const { verification, marks } = scripted(script);
    const cluster = aCluster({ services: [version('nginx:2', { verify: MARKED })] });
    const result = await back(ports, { versionChecks: { cluster, stacks: ports.stacks, verification } });
    expect(result).toMatchObject({ outcome: { kind }, taskDefinitionArn: `${REVISION}:1` });
    expect(marks).toEqual([false]);
    expect(ports.ecs.writes.slice(4)).toEqual(['UpdateService']);
  });
});

test('a rollback is not kept back by a version check that cannot be made', async () => {
  const ports = await history(['nginx:1', 'nginx:2']);
  const { verification, marks } = scripted({ answer: { outcome: RED } });
  const cluster = aCluster({ services: [version('nginx:2', { verify: VERIFY })] });
  const describeStack = async () => {
    throw new ToolkitError('AWS_UNAVAILABLE', 'CloudFormation does not answer.', { hint: 'Run it again.' });
  };
  const stacks = { describe: describeStack };
  expect(await back(ports, { versionChecks: { cluster, stacks, verification } })).toMatchObject({
    outcome: { kind: 'deployed' },
    taskDefinitionArn: `${REVISION}:1`,
  });
  expect(marks).toEqual([]);
  expect(ports.events).toContainEqual({
    kind: 'warning',
    message: `Whether ${NAME} answers after the rollback is not checked: CloudFormation does not answer. Run it again.`,
  });
});

describe('a rollback while something is under way', () => {
  test('has ECS roll it back, and goes no further', async () => {
    const ports = await history(['nginx:1', 'nginx:2'], ['succeeds', 'succeeds', 'hangs']);
    await starts(ports, 1);
    expect(await back(ports)).toMatchObject({
      outcome: { kind: 'deployed', summary: 'sample:2 (2 of 2 tasks running) serves, as asked.' },
      changed: true,
      deploymentId: 'ecs-svc/3',
    });
    expect(ports.ecs.writes.at(-1)).toBe('StopServiceDeployment');
  });

  test('has ECS roll back what is the only one that ECS lists, since it bakes', async () => {
    const ports = await history(['nginx:1', 'nginx:2'], ['succeeds', 'succeeds', 'hangs']);
    await starts(ports, 1);
    const describe: FakeDeployPorts['services']['describe'] = async (...call) => {
      const views = await ports.services.describe(...call);
      const onlyPrimary = (view: ServiceView) => view.deployments.filter(({ status }) => status === 'PRIMARY');
      return views.map((view) => view && { ...view, deployments: onlyPrimary(view) });
    };
    const { outcome } = await back({ ...ports, services: { ...ports.services, describe } });
    expect(outcome).toMatchObject({ kind: 'deployed', summary: 'sample:2 (2 of 2 tasks running) serves, as asked.' });
    expect(ports.ecs.writes.at(-1)).toBe('StopServiceDeployment');
  });

  test('goes on to the revision named', async () => {
    const ports = await history(['nginx:1', 'nginx:2', 'nginx:3'], ['succeeds', 'succeeds', 'succeeds', 'hangs']);
    await starts(ports, 3);
    expect(await back(ports, { revision: '1' })).toMatchObject({
      outcome: { kind: 'deployed' },
      taskDefinitionArn: `${REVISION}:1`,
    });
    expect(ports.ecs.writes.slice(-2)).toEqual(['StopServiceDeployment', 'UpdateService']);
  });

  test('goes back from what succeeds before ECS takes the request', async () => {
    const ports = await history(['nginx:1', 'nginx:2'], ['succeeds', 'succeeds', 'succeeds']);
    await starts(ports, 2);
    const services = { ...ports.services, rollBack: async () => false };
    expect((await back({ ...ports, services })).taskDefinitionArn).toBe(`${REVISION}:1`);
  });

  test('waits for a rollback, and goes no further', async () => {
    const ports = await history(['nginx:1', 'nginx:2'], ['succeeds', 'succeeds', 'hangs']);
    await starts(ports, 1);
    const [rolling] = await ports.services.deployments('sample-ecs-cluster', NAME, { statuses: ['IN_PROGRESS'] });
    await ports.services.rollBack(rolling?.arn ?? '');
    const { length } = ports.ecs.writes;
    expect(await back(ports)).toMatchObject({ outcome: { kind: 'unchanged' }, taskDefinitionArn: `${REVISION}:2` });
    expect(ports.ecs.writes).toHaveLength(length);
  });

  test('is blocked where it is the first deployment', async () => {
    const ports = fakeDeployPorts({ courses: ['hangs'] });
    const taskDefinition = await ports.taskDefinitions.register({ containerDefinitions: [] }, {});
    await ports.services.create('sample-ecs-cluster', { serviceName: NAME, taskDefinition, desiredCount: 2 }, {});
    expect(await back(ports)).toMatchObject({ outcome: { kind: 'blocked' }, changed: false });
  });

  test('says what goes on when it is cancelled meanwhile', async () => {
    const ports = await history(['nginx:1', 'nginx:2'], ['succeeds', 'succeeds', 'hangs']);
    await starts(ports, 1);
    const controller = new AbortController();
    const emit = (event: ProgressEvent): void => {
      if (event.kind === 'wrote') controller.abort(new Error('cancelled'));
    };
    const { outcome } = await back({ ...ports, progress: { emit } }, { signal: controller.signal });
    expect(outcome).toMatchObject({
      kind: 'cancelled',
      summary: 'Cancelled while ECS rolled sample:1 back, as this run had asked; ECS continues that.',
    });
  });
});

describe('scheduled tasks after a rollback', () => {
  const scheduledTasks = [{ rule: 'nightly', targetId: undefined }];
  const scheduled = (image: string) => version(image, { scheduledTasks });

  /** Two revisions came one after the other, and a rule starts the second. */
  async function nightly(courses: readonly Course[] = []): Promise<FakeDeployPorts> {
    const target = { rule: 'nightly', targetId: 'task', taskDefinition: `${REVISION}:1` };
    const ports = fakeDeployPorts({ courses, scheduled: [target] });
    for (const image of ['nginx:1', 'nginx:2']) await deployed(ports, scheduled(image));
    ports.ecs.change(version('').settings);
    return ports;
  }

  test('start what the service went back to, where config is at hand', async () => {
    const ports = await nightly();
    const schedules = { services: [scheduled('nginx:2')], scheduledTasks: ports.scheduledTasks };
    const { outcome, unit } = await back(ports, { schedules });
    expect(outcome.kind).toBe('deployed');
    expect(unit.changes.at(-1)).toMatchObject({ resource: 'scheduled task nightly' });
    expect(ports.scheduledTasks.live).toMatchObject([{ taskDefinition: `${REVISION}:1` }]);
  });

  test('start what the service went back to also where DescribeServices is behind', async () => {
    const ports = await nightly(['succeeds', 'succeeds', 'hangs']);
    ports.ecs.change({ loadBalancers: [] });
    await starts(ports, 1);
    const [rolling] = await ports.services.describe('sample-ecs-cluster', [NAME]);
    const { clock, services } = ports;
    const upToDateAt = clock.now() + 20_000;
    const describe: typeof services.describe = async (...call) =>
      clock.now() < upToDateAt ? [rolling] : services.describe(...call);
    const schedules = { services: [scheduled('nginx:2')], scheduledTasks: ports.scheduledTasks };
    const { outcome } = await back({ ...ports, services: { ...services, describe } }, { schedules });
    expect(outcome).toMatchObject({ kind: 'deployed', summary: 'sample:2 (2 of 2 tasks running) serves, as asked.' });
    expect(ports.scheduledTasks.live).toMatchObject([{ taskDefinition: `${REVISION}:2` }]);
  });

  test('stay without config', async () => {
    const ports = await nightly();
    expect((await back(ports)).outcome.kind).toBe('deployed');
    expect(ports.scheduledTasks.live).toMatchObject([{ taskDefinition: `${REVISION}:2` }]);
  });

  test('stay where it fails', async () => {
    const ports = await nightly(['succeeds', 'succeeds', 'crashes']);
    const schedules = { services: [scheduled('nginx:2')], scheduledTasks: ports.scheduledTasks };
    expect((await back(ports, { schedules })).outcome.kind).toBe('rolled-back');
    expect(ports.scheduledTasks.live).toMatchObject([{ taskDefinition: `${REVISION}:2` }]);
  });
});
