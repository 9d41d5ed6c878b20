import { describe, expect, test } from '@jest/globals';
import { REVISION } from '../../../tests/builders/live-service.ts';
import { deployed, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';

describe('deploying a service', () => {
  test('creates it, follows its first deployment and changes nothing the next time', async () => {
    const ports = fakeDeployPorts();
    const first = await deployed(ports, version('nginx:1'));
    expect(first).toMatchObject({
      outcome: { kind: 'deployed', summary: 'sample:1 (2 of 2 tasks running) serves.' },
      changed: true,
      taskDefinitionArn: `${REVISION}:1`,
      deploymentId: 'ecs-svc/1',
    });
    expect(ports.ecs.writes).toEqual(['RegisterTaskDefinition', 'CreateService']);
    const again = await deployed(ports, version('nginx:1'));
    expect(again).toMatchObject({ outcome: { kind: 'unchanged' }, changed: false, unit: { changes: [] } });
    expect(ports.ecs.writes).toHaveLength(2);
  });

  test('updates only what differs', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    const next = await deployed(ports, version('nginx:2'));
    expect(next).toMatchObject({ outcome: { kind: 'deployed' }, deploymentId: 'ecs-svc/2' });
    expect(ports.ecs.writes.slice(2)).toEqual(['RegisterTaskDefinition', 'UpdateService']);
    expect(ports.ecs.updated()).toEqual({ taskDefinition: `${REVISION}:2` });
  });

  test('leaves a service alone whose stack has not ended well, and says so', async () => {
    const ports = fakeDeployPorts();
    const held = new Map([['sample-ecs-service', 'stack/sample ended blocked']]);
    const { outcome, changed } = await deployed(ports, version('nginx:1'), { held });
    expect(outcome).toMatchObject({ kind: 'blocked', summary: 'Not deployed: stack/sample ended blocked.' });
    expect(changed).toBe(false);
    expect(ports.ecs.writes).toEqual([]);
  });

  test('repairs a setting with one write and without a deployment', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    ports.ecs.change({ healthCheckGracePeriodSeconds: 99 });
    const repaired = await deployed(ports, version('nginx:1'));
    expect(repaired).toMatchObject({ outcome: { kind: 'deployed' }, changed: true, deploymentId: undefined });
    expect(ports.ecs.writes.slice(2)).toEqual(['UpdateService']);
    expect(ports.ecs.updated()).toEqual({ healthCheckGracePeriodSeconds: 0 });
  });

  test('is red and says why when ECS rolls it back', async () => {
    const ports = fakeDeployPorts({ courses: ['succeeds', 'crashes'] });
    await deployed(ports, version('nginx:1'));
    const { outcome, taskDefinitionArn } = await deployed(ports, version('nginx:2'));
    expect(outcome.kind).toBe('rolled-back');
    expect(taskDefinitionArn).toBe(`${REVISION}:1`);
    expect(outcome.summary).toBe('sample:2 was rolled back: container nginx exits with code 1.');
    expect(outcome.evidence).toEqual([
      'ECS rolled back: the circuit breaker gave up after 3 failed tasks (3 are too many)',
      '3 tasks stopped: container nginx exits with code 1 [Essential container in task exited] (a, b, c)',
      'Serving: sample:1 (2 of 2 tasks running)',
    ]);
    const kinds = ports.events.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'task-stopped')).toHaveLength(3);
    expect(ports.events).toContainEqual({
      kind: 'log-lines',
      source: 'nginx of task a',
      lines: ['last words in p/nginx/a'],
    });
  });

  test('deploys a revision again that was rolled back, without registering another', async () => {
    const ports = fakeDeployPorts({ courses: ['succeeds', 'crashes'] });
    await deployed(ports, version('nginx:1'));
    await deployed(ports, version('nginx:2'));
    const again = await deployed(ports, version('nginx:2'));
    expect(again).toMatchObject({ outcome: { kind: 'deployed' }, taskDefinitionArn: `${REVISION}:2` });
    expect(ports.ecs.writes.slice(4)).toEqual(['UpdateService']);
  });

  test('says that a first deployment had nothing to go back to, and repairs it the next time', async () => {
    const ports = fakeDeployPorts({ courses: ['crashes'] });
    const { outcome } = await deployed(ports, version('nginx:1'));
    expect(outcome).toMatchObject({
      kind: 'failed',
      summary: 'The deployment of sample:1 failed and was not rolled back: container nginx exits with code 1.',
    });
    const again = await deployed(ports, version('nginx:1'));
    expect(again.outcome.kind).toBe('deployed');
    expect(ports.ecs.writes.slice(2)).toEqual(['UpdateService']);
    expect(ports.ecs.updated()).toEqual({ forceNewDeployment: true });
  });

  test('asks ECS to roll back when the time is up, and says what serves', async () => {
    const ports = fakeDeployPorts({ courses: ['succeeds', 'hangs'] });
    await deployed(ports, version('nginx:1'));
    const { outcome } = await deployed(ports, version('nginx:2'), { timeoutMs: 60_000 });
    expect(outcome).toMatchObject({ kind: 'timed-out' });
    expect(outcome.evidence).toContain('ECS was asked to roll it back, and did.');
    expect(outcome.evidence).toContain('Serving: sample:1 (2 of 2 tasks running)');
    expect(ports.ecs.writes.at(-1)).toBe('StopServiceDeployment');
  });

  test('leaves a deployment rolling when the time is up and config has no rollback', async () => {
    const ports = fakeDeployPorts({ courses: ['succeeds', 'hangs'] });
    const settings = {};
    await deployed(ports, version('nginx:1', { settings }));
    const { outcome } = await deployed(ports, version('nginx:2', { settings }), { timeoutMs: 60_000 });
    expect(outcome.kind).toBe('timed-out');
    expect(ports.ecs.writes).not.toContain('StopServiceDeployment');
  });

  test('is superseded by a deployment that is not its own', async () => {
    const ports = fakeDeployPorts({ courses: ['succeeds', 'is taken over'] });
    await deployed(ports, version('nginx:1'));
    const { outcome } = await deployed(ports, version('nginx:2'));
    expect(outcome).toMatchObject({ kind: 'superseded', summary: expect.stringContaining('sample:99 took over') });
  });

  test('follows the deployment that took over where it is of the same task definition', async () => {
    const ports = fakeDeployPorts({ courses: ['succeeds', 'is sent again'] });
    await deployed(ports, version('nginx:1'));
    const { outcome, deploymentId } = await deployed(ports, version('nginx:2'));
    expect(outcome.kind).toBe('deployed');
    expect(deploymentId).toBe('ecs-svc/again');
  });

  test('waits for a deployment that is under way, then plans anew', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    await ports.services.update('sample-ecs-cluster', 'sample-ecs-service', { taskDefinition: `${REVISION}:1` });
    const { outcome } = await deployed(ports, version('nginx:2'));
    expect(outcome.kind).toBe('deployed');
    expect(ports.events).toContainEqual({
      kind: 'waiting',
      subject: 'sample-ecs-service',
      message: 'deployment ecs-svc/2 of sample:1 is under way',
    });
  });

  test('follows the deployment of what is wanted where it is under way, and writes nothing', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    await ports.services.update('sample-ecs-cluster', 'sample-ecs-service', { taskDefinition: `${REVISION}:1` });
    const result = await deployed(ports, version('nginx:1'));
    expect(result).toMatchObject({ outcome: { kind: 'unchanged' }, changed: false, deploymentId: 'ecs-svc/2' });
  });

  test('is blocked where what is under way does not end', async () => {
    const ports = fakeDeployPorts({ courses: ['succeeds', 'hangs'] });
    await deployed(ports, version('nginx:1'));
    await ports.services.update('sample-ecs-cluster', 'sample-ecs-service', { taskDefinition: `${REVISION}:1` });
    const result = await deployed(ports, version('nginx:2'), { timeoutMs: 60_000 });
    expect(result).toMatchObject({ outcome: { kind: 'blocked' }, changed: false });
  });

  test('fails where the load balancer does not find the tasks healthy', async () => {
    const { outcome } = await deployed(fakeDeployPorts({ targets: 'unhealthy' }), version('nginx:1'));
    expect(outcome).toMatchObject({
      kind: 'failed',
      summary:
        'ECS reports that the deployment of sample:1 succeeded, but the load balancer finds the new tasks unhealthy: Health checks failed with these codes: [503].',
    });
  });

  test('writes nothing while a danger is not allowed', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    const { outcome } = await deployed(ports, version('nginx:1', { desiredCount: 0 }));
    expect(outcome).toMatchObject({ kind: 'blocked', nextStep: expect.stringContaining('desiredCount') });
    expect(ports.ecs.writes).toHaveLength(2);
  });

  test('says in a plan already that it would be refused', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    const { outcome } = await deployed(ports, version('nginx:1', { loadBalancers: [] }), { mode: 'plan' });
    expect(outcome).toMatchObject({ kind: 'blocked', summary: expect.stringContaining('arn:targetgroup/1') });
  });

  test('plans without writing, also before the stacks exist', async () => {
    const ports = fakeDeployPorts({ provisioned: false });
    const { outcome, unit } = await deployed(ports, version('nginx:1'), { mode: 'plan' });
    expect(outcome.kind).toBe('planned');
    expect(unit.notes).toHaveLength(1);
    expect(ports.ecs.writes).toEqual([]);
  });

  test.each([
    ['the stacks are missing', fakeDeployPorts({ provisioned: false }), {}, 'NOT_PROVISIONED'],
    ['the account is another', fakeDeployPorts({ account: '210987654321' }), {}, 'WRONG_ACCOUNT'],
    ['a service is not in config', fakeDeployPorts(), { services: ['web'] }, 'INPUT_INVALID'],
  ])('refuses before the first write where %s', async (_, ports, overrides, code) => {
    await expect(deployed(ports, version('nginx:1'), overrides)).rejects.toMatchObject({ code });
    expect(ports.ecs.writes).toEqual([]);
  });
});
