import { describe, expect, test } from '@jest/globals';
import { deployed, type FakeDeployPorts, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import type { Course } from '../../../tests/fakes/rollouts.ts';
import { ToolkitError } from '../../model/errors.ts';

async function serving(...courses: readonly Course[]): Promise<FakeDeployPorts> {
  const ports = fakeDeployPorts({ courses: ['succeeds', ...courses] });
  await deployed(ports, version('nginx:1'));
  return ports;
}

/** Whether it is asked of ECS, and what comes of that. */
type RollBack = FakeDeployPorts['services']['rollBack'];

function next(ports: FakeDeployPorts, timeoutMs: number, rollBack: RollBack = ports.services.rollBack) {
  const services = { ...ports.services, rollBack };
  return deployed({ ...ports, services }, version('nginx:2'), { timeoutMs });
}

describe('a deployment that has not ended when the time is up', () => {
  test('is rolled back, and has failed', async () => {
    const { outcome } = await next(await serving('hangs'), 60_000);
    expect(outcome).toMatchObject({
      kind: 'timed-out',
      summary: expect.stringContaining('did not finish in time: 1 of 2 tasks of sample:2 running'),
    });
    expect(outcome.evidence[0]).toBe('ECS was asked to roll it back, and did.');
  });

  test('is rolled back also where ECS is too busy for the request at first', async () => {
    const ports = await serving('hangs');
    let busy = 3;
    const { outcome } = await next(ports, 60_000, async (arn) => {
      if (busy-- > 0) throw new ToolkitError('AWS_UNAVAILABLE', 'Rate exceeded', { hint: '' });
      return ports.services.rollBack(arn);
    });
    expect(outcome.evidence[0]).toBe('ECS was asked to roll it back, and did.');
  });

  test('has landed where it succeeds before ECS takes the request', async () => {
    const ports = await serving();
    const { outcome } = await next(ports, 15_000, async () => {
      await ports.clock.sleep(10_000);
      return false;
    });
    expect(outcome).toMatchObject({ kind: 'deployed', summary: 'sample:2 (2 of 2 tasks running) serves.' });
  });

  test('is rolled back as ever where ECS was doing that already', async () => {
    const ports = await serving('crashes');
    const { outcome } = await next(ports, 24_000);
    expect(outcome).toMatchObject({ kind: 'rolled-back', summary: expect.stringContaining('exits with code 1') });
    expect(ports.ecs.writes).not.toContain('StopServiceDeployment');
  });

  test('continues where somebody else started it', async () => {
    const ports = await serving('hangs');
    await ports.services.update('sample-ecs-cluster', 'sample-ecs-service', { forceNewDeployment: true });
    const { outcome } = await deployed(ports, version('nginx:1'), { timeoutMs: 60_000 });
    expect(outcome.kind).toBe('timed-out');
    expect(outcome.evidence[0]).toBe('It continues to roll out: this run did not start it.');
    expect(ports.ecs.writes).not.toContain('StopServiceDeployment');
  });

  test('continues where somebody else sent it again', async () => {
    const ports = await serving('is sent again and hangs');
    const { outcome } = await next(ports, 60_000);
    expect(outcome.kind).toBe('timed-out');
    expect(outcome.evidence[0]).toBe('It continues to roll out: this run did not start it.');
    expect(ports.ecs.writes).not.toContain('StopServiceDeployment');
  });
});

test('what ECS rolled back keeps its cause where AWS is too busy for more', async () => {
  const ports = await serving('crashes');
  let isOver = false;
  const { describe: read, deploymentsByArn } = ports.services;
  const services: FakeDeployPorts['services'] = {
    ...ports.services,
    describe: async (...call) => {
      if (isOver) throw new ToolkitError('AWS_UNAVAILABLE', 'Rate exceeded', { hint: '' });
      return read(...call);
    },
    deploymentsByArn: async (arns) => {
      const found = await deploymentsByArn(arns);
      isOver ||= found.some((deployment) => deployment?.status === 'ROLLBACK_SUCCESSFUL');
      return found;
    },
  };
  const { outcome } = await deployed({ ...ports, services }, version('nginx:2'));
  expect(outcome).toMatchObject({ kind: 'rolled-back', summary: expect.stringContaining('exits with code 1') });
});
