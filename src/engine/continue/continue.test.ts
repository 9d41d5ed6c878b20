import { describe, expect, test } from '@jest/globals';
import { REVISION } from '../../../tests/builders/live-service.ts';
import { deployed, type FakeDeployPorts, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import { deployImages } from '../deploy-images/deploy-images.ts';
import { type ContinueRequest, continueDeployments } from './continue.ts';

const NAME = 'sample-ecs-service';
const CLUSTER = 'sample-ecs-cluster';

async function answered(ports: FakeDeployPorts, overrides: Partial<ContinueRequest> = {}) {
  const request = { cluster: CLUSTER, services: [NAME], action: 'continue', timeoutMs: 600_000 } as const;
  const [result] = await continueDeployments({ ...request, onCancel: 'rollback', ...overrides }, ports);
  if (!result) throw new Error('no result');
  return result;
}

const HOOK = { targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] };

/** The second revision waits for an answer. */
async function paused(): Promise<FakeDeployPorts> {
  const ports = fakeDeployPorts({ courses: ['succeeds', 'pauses'] });
  await deployed(ports, version('nginx:1'));
  expect((await deployed(ports, version('nginx:2'))).outcome.kind).toBe('paused');
  return ports;
}

describe('a deployment that reaches a pause', () => {
  test('ends the run green and says that it is not done, until when it waits and how it is answered', async () => {
    const ports = fakeDeployPorts({ courses: ['succeeds', 'pauses'] });
    await deployed(ports, version('nginx:1'));
    expect(await deployed(ports, version('nginx:2'))).toMatchObject({
      outcome: {
        kind: 'paused',
        summary: expect.stringMatching(
          /^The deployment of sample:2 is not done: it waits for an answer at POST_SCALE_UP until 20.*Z, after which ECS decides on ROLLBACK\.$/,
        ),
        evidence: [
          'It waits for hook hook-of-ecs-svc/2.',
          'The new tasks have 0 % of production traffic.',
          'Running: sample:2 (1 of 2 tasks running)',
        ],
        nextStep: `Run deploy-service with mode: continue, cluster: ${CLUSTER} and service: ${NAME}, and config where there is one; with action: rollback, the deployment is rolled back instead.`,
      },
      changed: true,
      deploymentId: 'ecs-svc/2',
    });
  });

  test('is found there again by the same run', async () => {
    const ports = await paused();
    const before = ports.ecs.writes.length;
    expect(await deployed(ports, version('nginx:2'))).toMatchObject({ outcome: { kind: 'paused' }, changed: false });
    expect(ports.ecs.writes.slice(before)).toEqual([]);
  });

  test('keeps another revision from being deployed over it, at once', async () => {
    const ports = await paused();
    const before = ports.clock.now();
    expect(await deployed(ports, version('nginx:3'))).toMatchObject({
      outcome: {
        kind: 'blocked',
        summary: expect.stringMatching(
          /^Nothing was written: deployment ecs-svc\/2 of sample:2 is under way, and it waits/,
        ),
        nextStep: expect.stringContaining('mode: continue'),
      },
      changed: false,
    });
    expect(ports.clock.now() - before).toBeLessThan(5_000);
  });

  test('is reached without config too', async () => {
    const ports = fakeDeployPorts({ courses: ['succeeds', 'pauses'] });
    await deployed(ports, version('nginx:1'));
    ports.ecs.change({}, { tags: {} });
    const images = [{ service: undefined, container: 'nginx', image: 'nginx:2' }];
    const [result] = await deployImages(
      {
        cluster: CLUSTER,
        services: [NAME],
        mode: 'apply',
        images,
        commit: 'abc',
        timeoutMs: 600_000,
        onCancel: 'leave',
      },
      ports,
    );
    expect(result?.outcome.kind).toBe('paused');
  });
});

describe('the answer to a pause', () => {
  test('goes on with that deployment and follows it to its end', async () => {
    const ports = await paused();
    expect(await answered(ports)).toMatchObject({
      outcome: { kind: 'deployed', summary: 'sample:2 (2 of 2 tasks running) serves.' },
      changed: true,
      taskDefinitionArn: `${REVISION}:2`,
      deploymentId: 'ecs-svc/2',
    });
    expect(ports.ecs.writes.at(-1)).toBe('ContinueServiceDeployment');
  });

  test('rolls it back where that is the answer, which is what was asked', async () => {
    const ports = await paused();
    expect(await answered(ports, { action: 'rollback' })).toMatchObject({
      outcome: { kind: 'deployed', summary: 'sample:1 (2 of 2 tasks running) serves, as asked.' },
      taskDefinitionArn: `${REVISION}:1`,
      deploymentId: 'ecs-svc/2',
    });
  });

  test('is refused where nothing is paused', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    const before = ports.ecs.writes.length;
    expect(await answered(ports)).toMatchObject({
      outcome: { kind: 'blocked', summary: 'Nothing was written: No deployment of the service waits for an answer.' },
      changed: false,
    });
    expect(ports.ecs.writes.slice(before)).toEqual([]);
  });

  test.each([
    ['continue', 'sample:2 (2 of 2 tasks running) serves.'],
    ['rollback', 'sample:1 (2 of 2 tasks running) serves, as asked.'],
  ] as const)(
    '%s is followed to the end where its response was lost and ECS refuses to take it twice',
    async (action, summary) => {
      const ports = await paused();
      const answerHook: typeof ports.services.answerHook = async (...args) => {
        await ports.services.answerHook(...args);
        return false;
      };
      const result = await answered({ ...ports, services: { ...ports.services, answerHook } }, { action });
      expect(result.outcome).toMatchObject({ kind: 'deployed', summary });
    },
  );

  test('is red where somebody else was faster and took the deployment back', async () => {
    const ports = await paused();
    const answerHook: typeof ports.services.answerHook = async (arn, hookId) => {
      await ports.services.answerHook(arn, hookId, 'ROLLBACK');
      return false;
    };
    const { outcome } = await answered({ ...ports, services: { ...ports.services, answerHook } });
    expect(outcome.kind).toBe('rolled-back');
  });

  test('fails where ECS does not take it and still waits', async () => {
    const ports = await paused();
    const services = { ...ports.services, answerHook: async () => false };
    expect(await answered({ ...ports, services })).toMatchObject({
      outcome: { kind: 'failed', summary: 'ECS did not accept the answer, and the deployment still waits for one.' },
      changed: false,
    });
  });

  test('is shown before it is given', async () => {
    const ports = await paused();
    const { unit } = await answered(ports);
    expect(unit.changes).toMatchObject([
      {
        properties: [
          {
            before: { text: expect.stringMatching(/^sample:2: it waits for an answer at POST_SCALE_UP/) },
            after: { text: 'continues' },
          },
        ],
      },
    ]);
  });

  test('takes scheduled tasks along at the end, and not before', async () => {
    const target = { rule: 'nightly', targetId: 'task', taskDefinition: `${REVISION}:1` };
    const ports = fakeDeployPorts({ courses: ['succeeds', 'pauses'], scheduled: [target] });
    const configured = version('nginx:2', { scheduledTasks: [{ rule: 'nightly', targetId: undefined }] });
    const { scheduledTasks } = ports;
    await deployed(ports, version('nginx:1'));
    await deployed(ports, configured);
    expect(scheduledTasks.live).toEqual([target]);
    const { outcome, unit } = await answered(ports, { schedules: { services: [configured], scheduledTasks } });
    expect(outcome.kind).toBe('deployed');
    expect(unit.changes.at(-1)).toMatchObject({ resource: 'scheduled task nightly' });
    expect(scheduledTasks.live).toMatchObject([{ taskDefinition: `${REVISION}:2` }]);
  });

  test('is not given where the bake time is longer than the run, which would take it back', async () => {
    const ports = await paused();
    const deploymentConfiguration = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10, lifecycleHooks: [HOOK] };
    ports.ecs.change({ deploymentConfiguration });
    expect(await answered(ports)).toMatchObject({
      outcome: {
        kind: 'blocked',
        summary: expect.stringContaining('bake times alone take 10 minutes, but this run has only 600 seconds'),
        nextStep: 'Give timeout-seconds of at least 1200, or shorten the bake times of the service.',
      },
      changed: false,
    });
    expect(await answered(ports, { timeoutMs: 1_200_000 })).toMatchObject({ outcome: { kind: 'deployed' } });
  });
});

describe('a deployment whose bake time is longer than the run', () => {
  test('is not begun', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    const before = ports.ecs.writes.length;
    const settings = { deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 30 } };
    expect(await deployed(ports, version('nginx:2', { settings }))).toMatchObject({ outcome: { kind: 'blocked' } });
    expect(ports.ecs.writes.slice(before)).toEqual([]);
  });
});
