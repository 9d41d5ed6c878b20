import { describe, expect, test } from '@jest/globals';
import { REVISION } from '../../../tests/builders/live-service.ts';
import { deployed, type FakeDeployPorts, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import type { Course } from '../../../tests/fakes/rollouts.ts';
import { parseImageOverrides } from '../../plan/task-definition/task-definition-images.ts';
import { deployImages, type ImagesRequest } from './deploy-images.ts';

const NAME = 'sample-ecs-service';

/** An account with a live service of which config leaves the image to others. */
async function liveService(courses: readonly Course[] = [], script: { readonly targets?: 'unhealthy' } = {}) {
  const ports = fakeDeployPorts({ courses: ['succeeds', ...courses] });
  const { taskDefinition } = version('nginx:1');
  const containers = [{ name: 'nginx', image: { kind: 'external', initialImage: 'nginx:1' } } as const];
  await deployed(ports, version('nginx:1', { taskDefinition: { ...taskDefinition, containers } }));
  ports.ecs.change({
    ...version('').settings,
    loadBalancers: [{ targetGroupArn: 'arn:targetgroup/1', containerName: 'nginx', containerPort: 80 }],
  });
  if (!script.targets) return ports;
  const sick = { id: 'i-1', port: 32768, state: 'unhealthy', reason: 'Target.Timeout', description: 'Timed out' };
  return { ...ports, targets: { ...ports.targets, health: async () => [sick] } };
}

async function images(ports: FakeDeployPorts, lines: string, overrides: Partial<ImagesRequest> = {}) {
  const [result] = await deployImages(
    {
      cluster: 'sample-ecs-cluster',
      services: [NAME],
      mode: 'apply',
      images: parseImageOverrides(lines),
      commit: 'abc',
      timeoutMs: 600_000,
      onCancel: 'rollback',
      ...overrides,
    },
    ports,
  );
  if (!result) throw new Error('no result');
  return result;
}

describe('deploying images to a live service', () => {
  test('registers a revision, sends nothing but it, and follows its deployment', async () => {
    const ports = await liveService();
    expect(await images(ports, 'nginx=nginx:2')).toMatchObject({
      outcome: { kind: 'deployed', summary: 'sample:2 (2 of 2 tasks running) serves.' },
      changed: true,
      taskDefinitionArn: `${REVISION}:2`,
      deploymentId: 'ecs-svc/2',
    });
    expect(ports.ecs.writes.slice(2)).toEqual(['RegisterTaskDefinition', 'UpdateService']);
    expect(ports.ecs.updated()).toEqual({ taskDefinition: `${REVISION}:2` });
  });

  test('changes nothing where they are live', async () => {
    const ports = await liveService();
    const { outcome, changed } = await images(ports, 'nginx=nginx:1');
    expect(outcome).toMatchObject({
      kind: 'unchanged',
      summary: 'sample:1 (2 of 2 tasks running) serves, as asked.',
    });
    expect(changed).toBe(false);
    expect(ports.ecs.writes).toHaveLength(2);
  });

  test('only says so in a plan', async () => {
    const ports = await liveService();
    expect((await images(ports, 'nginx=nginx:2', { mode: 'plan' })).outcome.kind).toBe('planned');
    expect((await images(ports, 'nginx=nginx:1', { mode: 'plan' })).outcome.kind).toBe('unchanged');
    expect(ports.ecs.writes).toHaveLength(2);
  });

  test('foresees the rollout as far as the live service tells it', async () => {
    const ports = await liveService();
    const { unit } = await images(ports, 'nginx=nginx:2', { mode: 'plan' });
    expect(unit.forecast).toMatchObject({ tasks: 2, lowest: 2, highest: 4, room: 'enough' });
    expect(unit.forecast?.lastDurationsMs).toEqual([]);
    const full = { ...ports, instances: { ...ports.instances, containerInstances: async () => [] } };
    expect((await images(full, 'nginx=nginx:2', { mode: 'plan' })).unit.forecast?.room).toBe('unknown');
    expect((await images(ports, 'nginx=nginx:1', { mode: 'plan' })).unit.forecast).toBeUndefined();
  });

  test('looks in a plan whether the images are there', async () => {
    const ports = { ...(await liveService()), images: { find: async () => 'no-image' as const } };
    const image = '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/nginx:2';
    const { unit, outcome } = await images(ports, `nginx=${image}`, { mode: 'plan' });
    expect(unit.checks).toMatchObject([{ subject: `image ${image} of nginx`, state: 'failed' }]);
    expect(outcome).toMatchObject({ kind: 'planned', evidence: [expect.stringContaining('has no image tagged 2')] });
  });

  test('is red and says why when ECS rolls it back, and registers nothing the next time', async () => {
    const ports = await liveService(['crashes']);
    const { outcome, taskDefinitionArn } = await images(ports, 'nginx=nginx:2');
    expect(outcome).toMatchObject({
      kind: 'rolled-back',
      summary: 'sample:2 was rolled back: container nginx exits with code 1.',
    });
    expect(taskDefinitionArn).toBe(`${REVISION}:1`);
    expect((await images(ports, 'nginx=nginx:2')).outcome.kind).toBe('deployed');
    expect(ports.ecs.writes.slice(2)).toEqual(['RegisterTaskDefinition', 'UpdateService', 'UpdateService']);
  });

  test('is red where the load balancer finds the targets unhealthy', async () => {
    const ports = await liveService([], { targets: 'unhealthy' });
    expect((await images(ports, 'nginx=nginx:2')).outcome.kind).toBe('failed');
  });

  test('waits for a deployment that is under way and starts from what it led to', async () => {
    const ports = await liveService();
    await ports.services.update('sample-ecs-cluster', NAME, { taskDefinition: `${REVISION}:1` });
    expect((await images(ports, 'nginx=nginx:2')).outcome.kind).toBe('deployed');
    expect(ports.events).toContainEqual(
      expect.objectContaining({ kind: 'waiting', message: 'deployment ecs-svc/2 of sample:1 is under way' }),
    );
  });

  test('asks ECS to roll back when the time is up, where the service has that switched on', async () => {
    const ports = await liveService(['hangs']);
    const { outcome } = await images(ports, 'nginx=nginx:2', { timeoutMs: 60_000 });
    expect(outcome.kind).toBe('timed-out');
    expect(ports.ecs.writes.at(-1)).toBe('StopServiceDeployment');
  });

  test('keeps whose image it is over a deployment from config', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    await expect(images(ports, 'nginx=nginx:2')).rejects.toThrow(
      'is owned by the config of cluster sample-ecs-cluster',
    );
    expect(ports.ecs.writes).toHaveLength(2);
  });

  test.each([
    ['the service is not there', { services: ['web'] }, 'ECS has no service web in cluster sample-ecs-cluster.'],
    ['the container is not there', { images: parseImageOverrides('app=x') }, 'has a container app'],
  ])('refuses before the first write where %s', async (_, overrides, message) => {
    const ports = await liveService();
    await expect(images(ports, '', overrides)).rejects.toThrow(message);
    expect(ports.ecs.writes).toHaveLength(2);
  });

  test('refuses a service that CodeDeploy deploys', async () => {
    const ports = await liveService();
    ports.ecs.change({ deploymentController: { type: 'CODE_DEPLOY' } });
    await expect(images(ports, 'nginx=nginx:2')).rejects.toThrow('is deployed by CODE_DEPLOY, not by ECS');
  });
});
