import { describe, expect, test } from '@jest/globals';
import { REVISION } from '../../../tests/builders/live-service.ts';
import { deployed, type FakeDeployPorts, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import type { Course } from '../../../tests/fakes/rollouts.ts';
import { LOST, RED, type Script, scripted, VERIFY } from '../../../tests/fakes/verification.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { DeployRequest } from './context.ts';

/** Deploys nginx:2 over what is there, verified as the script says. */
function verified(ports: FakeDeployPorts, script: Script, overrides: Partial<DeployRequest> = {}, image = 'nginx:2') {
  const { verification } = scripted(script);
  return deployed({ ...ports, verification }, version(image, { verify: VERIFY }), overrides);
}

async function serving(...courses: readonly Course[]): Promise<FakeDeployPorts> {
  const ports = fakeDeployPorts({ courses: ['succeeds', ...courses] });
  await deployed(ports, version('nginx:1'));
  return ports;
}

describe('a deployment that ECS calls successful', () => {
  test('stands where the version answers, which is told', async () => {
    const { outcome } = await verified(await serving(), {});
    expect(outcome).toMatchObject({ kind: 'deployed', evidence: ['It answers.'] });
  });

  test('is taken back to the last successful revision where the version does not answer', async () => {
    const ports = await serving();
    const { outcome, taskDefinitionArn } = await verified(ports, { answer: { outcome: RED } });
    expect(outcome).toEqual({
      kind: 'rolled-back',
      summary: 'sample:2 was rolled back to sample:1: It answers 500.',
      evidence: ['9 × status 500', 'Serving: sample:1 (2 of 2 tasks running)'],
      nextStep: 'Mend it.',
    });
    expect(taskDefinitionArn).toBe(`${REVISION}:1`);
    expect(ports.ecs.updated()).toEqual({ taskDefinition: `${REVISION}:1` });
  });

  test('is not taken back to what was live before where that had failed', async () => {
    const ports = await serving('crashes');
    await deployed(ports, version('nginx:2', { settings: {} }));
    const { outcome } = await verified(ports, { answer: { outcome: RED } }, {}, 'nginx:3');
    expect(outcome.summary).toBe('sample:3 was rolled back to sample:1: It answers 500.');
  });

  test.each<[string, Script, string]>([
    [
      'nothing answered, before or after',
      { answer: { outcome: RED, isAnswered: false }, wasServing: false },
      'not reached',
    ],
  ])('stays, red, where %s', async (_, script, reason) => {
    const ports = await serving();
    const { outcome } = await verified(ports, script);
    expect(outcome).toMatchObject({ kind: 'failed', summary: RED.summary });
    expect(outcome.evidence.at(1)).toMatch(new RegExp(`^sample:2 stays: .*${reason}`));
    expect(outcome.evidence.at(-1)).toBe('Serving: sample:2 (2 of 2 tasks running)');
    expect(ports.ecs.writes.at(-1)).toBe('UpdateService');
    expect(ports.ecs.updated()).toMatchObject({ taskDefinition: `${REVISION}:2` });
  });

  test('stays, red, where it is the first', async () => {
    const ports = fakeDeployPorts();
    const { outcome } = await verified(ports, { answer: { outcome: RED } });
    expect(outcome).toMatchObject({
      kind: 'failed',
      evidence: ['9 × status 500', expect.stringContaining('sample:1 stays'), expect.anything()],
    });
    expect(ports.ecs.writes).not.toContain('UpdateService');
  });

  test('stays, red, where config does not enable rollback', async () => {
    const ports = await serving();
    const { verification } = scripted({ answer: { outcome: RED } });
    const service = version('nginx:2', { verify: VERIFY, settings: {} });
    const { outcome } = await deployed({ ...ports, verification }, service);
    expect(outcome.kind).toBe('failed');
    expect(outcome.evidence).toContain('sample:2 stays: config does not enable rollback.');
  });

  test("is somebody else's where they deploy meanwhile", async () => {
    const ports = await serving();
    const onProve = () =>
      void ports.services.update('sample-ecs-cluster', 'sample-ecs-service', { taskDefinition: `${REVISION}:1` });
    const { outcome } = await verified(ports, { answer: { outcome: RED }, onProve });
    expect(outcome.kind).toBe('superseded');
  });
});

/** The targets of the second revision are unhealthy. */
function sickTargets(ports: FakeDeployPorts): FakeDeployPorts['targets'] {
  return {
    ...ports.targets,
    health: async (arn) => {
      const [live] = await ports.services.describe('sample-ecs-cluster', ['sample-ecs-service']);
      const isSick = live?.taskDefinition === `${REVISION}:2`;
      const targets = await ports.targets.health(arn);
      return targets.map((target) => (isSick ? { ...target, state: 'unhealthy' } : target));
    },
  };
}

describe('a version that does not serve although ECS calls its deployment successful', () => {
  test('is taken back as one that does not answer', async () => {
    const ports = await serving();
    const { outcome } = await verified({ ...ports, targets: sickTargets(ports) }, {});
    expect(outcome).toMatchObject({
      kind: 'rolled-back',
      summary: expect.stringMatching(
        /^sample:2 was rolled back to sample:1: ECS reports that the deployment of sample:2 succeeded, but /,
      ),
    });
    expect(ports.ecs.updated()).toEqual({ taskDefinition: `${REVISION}:1` });
  });

  test('stays, red, where config has no verify', async () => {
    const ports = await serving();
    const { outcome } = await deployed({ ...ports, targets: sickTargets(ports) }, version('nginx:2'));
    expect(outcome.kind).toBe('failed');
    expect(ports.ecs.updated()).toMatchObject({ taskDefinition: `${REVISION}:2` });
  });
});

test('a version that does not answer is left where somebody else sent it again', async () => {
  const { outcome } = await verified(await serving('is sent again'), { answer: { outcome: RED } });
  expect(outcome.kind).toBe('failed');
  expect(outcome.evidence).toContain('sample:2 stays: this run did not start its deployment.');
});

describe('the way back', () => {
  test.each<[string, number, string, RegExp]>([
    ['is found although AWS is busy', 5, 'rolled-back', /^sample:2 was rolled back to sample:1: It answers 500\.$/],
    [
      'keeps the cause where AWS is too busy to find it',
      1_000,
      'failed',
      /^sample:2 was not verified, and the rollback did not succeed: Rate exceeded\.$/,
    ],
  ])('%s', async (_, times, kind, summary) => {
    const ports = await serving();
    let busy = 0;
    const deployments: FakeDeployPorts['services']['deployments'] = async (cluster, name, filter) => {
      if (filter?.statuses?.includes('SUCCESSFUL') && busy++ < times)
        throw new ToolkitError('AWS_UNAVAILABLE', 'Rate exceeded.', { hint: '' });
      return ports.services.deployments(cluster, name, filter);
    };
    const throttled = { ...ports, services: { ...ports.services, deployments } };
    const { outcome } = await verified(throttled, { answer: { outcome: RED } });
    expect(outcome).toMatchObject({ kind, summary: expect.stringMatching(summary) });
    expect([outcome.summary, ...outcome.evidence].join()).toContain('It answers 500.');
  });

  test.each<[Course, RegExp]>([
    [
      'crashes',
      /^sample:2 was not verified, and the rollback to sample:1 did not succeed: the circuit breaker gave up/,
    ],
    ['pauses', /^sample:2 was not verified, and the rollback to sample:1 did not succeed: it waits for an answer at/],
    [
      'hangs',
      /^sample:2 was not verified, and the rollback to sample:1 did not succeed: it is still under way and continues/,
    ],
  ])('fails in words where it %s, and is not rolled back itself', async (course, summary) => {
    const ports = await serving('succeeds', course);
    const { outcome } = await verified(ports, { answer: { outcome: RED } });
    expect(outcome).toMatchObject({ kind: 'failed', summary: expect.stringMatching(summary) });
    expect(outcome.evidence).toEqual(expect.arrayContaining(['It answers 500.', expect.stringMatching(/^Serving: /)]));
    expect(ports.ecs.writes).not.toContain('StopServiceDeployment');
  });

  test('waits for room on the instances', async () => {
    const { outcome } = await verified(await serving('succeeds', 'finds room late'), { answer: { outcome: RED } });
    expect(outcome.kind).toBe('rolled-back');
  });

  test('fails in words where ECS does not take it', async () => {
    const ports = await serving();
    const refusal = new ToolkitError('AWS_REFUSED', 'TaskDefinition is inactive.', { hint: '' });
    const update: FakeDeployPorts['services']['update'] = async (cluster, name, request) => {
      if (request['taskDefinition'] === `${REVISION}:1`) throw refusal;
      return ports.services.update(cluster, name, request);
    };
    const refusing = { ...ports, services: { ...ports.services, update } };
    const { outcome } = await verified(refusing, { answer: { outcome: RED } });
    expect(outcome).toMatchObject({
      kind: 'failed',
      summary: 'sample:2 was not verified, and the rollback to sample:1 did not succeed: TaskDefinition is inactive.',
    });
    expect(outcome.evidence).toContain('Serving: sample:2 (2 of 2 tasks running)');
  });

  test('has as long as a rollback has, however little the deployment had left', async () => {
    const ports = await serving('succeeds', 'hangs');
    const onProve = () => void ports.clock.sleep(590_000);
    const before = ports.clock.now();
    await verified(ports, { answer: { outcome: RED }, onProve });
    expect(ports.clock.now() - before).toBeGreaterThan(590_000 + 15 * 60_000);
  });

  test('is begun and left to ECS where the run is cancelled before the version is proven', async () => {
    const ports = await serving();
    const controller = new AbortController();
    const cancelled: Outcome = { kind: 'cancelled', summary: 'Cancelled.', evidence: [] };
    const script = { answer: { outcome: cancelled }, onProve: () => controller.abort(new Error('cancelled')) };
    const { outcome } = await verified(ports, script, { signal: controller.signal });
    expect(outcome).toMatchObject({
      kind: 'cancelled',
      summary:
        'Cancelled before sample:2 was verified; the service is being rolled back to sample:1, and that deployment continues.',
    });
    expect(ports.ecs.updated()).toEqual({ taskDefinition: `${REVISION}:1` });
  });

  test.each<[string, (ports: FakeDeployPorts, cancel: () => void) => Partial<FakeDeployPorts>]>([
    [
      'while the load balancer is asked for its targets',
      (ports, cancel) => ({
        targets: { ...sickTargets(ports), forwards: ports.targets.forwards },
        progress: { emit: (event) => event.kind === 'waiting' && event.subject.startsWith('targets') && cancel() },
      }),
    ],
    [
      'just when the deployment succeeds',
      (ports, cancel) => ({
        progress: { emit: ({ kind }) => kind === 'rollout' && cancel() },
        services: {
          ...ports.services,
          rollBack: async () => {
            await ports.clock.sleep(30_000);
            return false;
          },
        },
      }),
    ],
  ])('is begun where the run is cancelled %s', async (_, change) => {
    const ports = await serving();
    const controller = new AbortController();
    const cancelling = { ...ports, ...change(ports, () => controller.abort(new Error('cancelled'))) };
    const { outcome } = await verified(cancelling, {}, { signal: controller.signal });
    expect(outcome).toMatchObject({
      kind: 'cancelled',
      summary:
        'Cancelled before sample:2 was verified; the service is being rolled back to sample:1, and that deployment continues.',
    });
    expect(ports.ecs.updated()).toEqual({ taskDefinition: `${REVISION}:1` });
  });

  test('is begun where the run is cancelled while scaling is set up', async () => {
    const ports = await serving();
    const controller = new AbortController();
    const registerTarget = async () => {
      controller.abort(new Error('cancelled'));
      throw new ToolkitError('AWS_UNAVAILABLE', 'Rate exceeded.', { hint: '' });
    };
    const bounds = { minCapacity: 2, maxCapacity: 4 };
    const scaling = { ...bounds, steps: undefined, targetTracking: [], drivesInstances: false };
    const { outcome } = await deployed(
      { ...ports, scaling: { ...ports.scaling, registerTarget }, ...scripted({}) },
      version('nginx:2', { verify: VERIFY, scaling }),
      { signal: controller.signal },
    );
    expect(outcome.summary).toMatch(/^Cancelled before sample:2 was verified; the service is being rolled back/);
  });

  test('is not taken by a cancelled run that leaves things as they are', async () => {
    const ports = await serving();
    const controller = new AbortController();
    const cancelled: Outcome = { kind: 'cancelled', summary: 'Cancelled.', evidence: [] };
    const script = { answer: { outcome: cancelled }, onProve: () => controller.abort(new Error('cancelled')) };
    const { outcome } = await verified(ports, script, { signal: controller.signal, onCancel: 'leave' });
    expect(outcome.summary).toMatch(/^Cancelled before sample:2 was verified; it serves/);
    expect(ports.ecs.updated()).toMatchObject({ taskDefinition: `${REVISION}:2` });
  });
});

describe('requests that are lost during a deployment', () => {
  test('make it red and take nothing back', async () => {
    const ports = await serving();
    const { outcome } = await verified(ports, { lost: [LOST] });
    expect(outcome).toMatchObject({
      kind: 'failed',
      summary:
        '1 of 60 requests through the load balancer were lost during the deployment; the new version was verified and stays.',
    });
    expect(outcome.evidence[0]).toBe('1970-01-01T00:00:00.000Z answered 502 (192.0.2.1:80)');
    expect(ports.ecs.updated()).toMatchObject({ taskDefinition: `${REVISION}:2` });
  });

  test('are told where it is red already', async () => {
    const { outcome } = await verified(await serving('crashes'), { lost: [LOST] });
    expect(outcome.kind).toBe('rolled-back');
    expect(outcome.evidence).toContain('1970-01-01T00:00:00.000Z answered 502 (192.0.2.1:80)');
  });

  test('are not looked for where the service is new', async () => {
    const { outcome } = await verified(fakeDeployPorts(), { lost: [LOST] });
    expect(outcome.kind).toBe('deployed');
  });
});

describe('a service that is as config says', () => {
  test('is asked too, and red where it does not answer, and nothing is taken back', async () => {
    const ports = await serving();
    const { outcome, changed } = await verified(ports, { answer: { outcome: RED } }, {}, 'nginx:1');
    expect(outcome).toEqual({ ...RED, kind: 'failed' });
    expect(changed).toBe(false);
  });

  test('is not asked where no tasks are wanted', async () => {
    const ports = fakeDeployPorts();
    const service = version('nginx:1', { verify: VERIFY, desiredCount: 0 });
    await deployed(ports, service);
    const { asked, verification } = scripted({ answer: { outcome: RED } });
    const { outcome } = await deployed({ ...ports, verification }, service);
    expect({ kind: outcome.kind, asked }).toEqual({ kind: 'unchanged', asked: [] });
  });

  test('is held against the commit that its revision is of', async () => {
    const ports = await serving();
    const { asked, verification } = scripted({});
    await deployed({ ...ports, verification }, version('nginx:1', { verify: VERIFY }), { commit: 'later' });
    expect(asked).toEqual([{ images: { nginx: 'nginx:1' }, commit: 'abc' }]);
  });
});
