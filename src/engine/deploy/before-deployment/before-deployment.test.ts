import { describe, expect, test } from '@jest/globals';
import { aTask } from '../../../../tests/builders/task.ts';
import { deployed, fakeDeployPorts, version } from '../../../../tests/fakes/deploy.ts';
import type { TaskScript } from '../../../../tests/fakes/standalone-tasks.ts';
import { REVIEWED_VERSION, type ReviewedPlans } from '../../../model/reviewed.ts';
import type { Service } from '../../../model/service.ts';
import { reviewedUnit } from '../../../plan/reviewed.ts';

const BEFORE: Service['beforeDeployment'] = {
  overrides: { containerOverrides: [{ name: 'nginx', command: ['migrate'] }] },
  containerName: 'nginx',
  timeoutSeconds: 60,
};

function migrated(image: string, overrides: Partial<Service> = {}): Service {
  return version(image, { beforeDeployment: BEFORE, ...overrides });
}

async function first(task: TaskScript) {
  const ports = fakeDeployPorts({ task });
  return { ports, result: await deployed(ports, migrated('nginx:1')) };
}

describe('the task before a deployment', () => {
  test('runs with the new revision, where and as the service runs, before the service is written', async () => {
    const { ports, result } = await first({});
    expect(ports.tasks.requests).toEqual([
      {
        capacityProviderStrategy: [{ capacityProvider: 'sample-capacity-provider', weight: 1, base: 0 }],
        taskDefinition: expect.stringMatching(/sample:1$/),
        overrides: BEFORE?.overrides,
        startedBy: 'ecs-gitops/sample-ecs-service',
        clientToken: expect.any(String),
      },
    ]);
    expect(result.outcome.kind).toBe('deployed');
    expect(result.outcome.evidence.at(-1)).toMatch(
      /^Before it, task migration of sample:1 ran: container nginx ended with exit code 0 after \d+ s\.$/,
    );
    const kinds = ports.events.flatMap((event) => (event.kind === 'wrote' ? [event.what] : []));
    expect(kinds).toEqual([
      'a revision of task definition sample',
      'task migration of sample:1 before the deployment',
      'service sample-ecs-service with sample:1',
    ]);
  });

  test("shows what its containers write, in the job's log alone", async () => {
    const { ports } = await first({});
    expect(ports.events.filter(({ kind }) => kind === 'log-lines')).toEqual([
      { kind: 'log-lines', source: 'nginx of task migration', lines: ['first words in p/nginx/migration'] },
    ]);
  });

  test('is told of when it has ended', async () => {
    const { ports } = await first({});
    expect(ports.events).toContainEqual(
      expect.objectContaining({
        kind: 'task-ended',
        isWell: true,
        message: expect.stringMatching(/^container nginx ended with exit code 0 after \d+ s$/),
      }),
    );
  });

  test('is watched: it may break the version that serves', async () => {
    const ports = fakeDeployPorts({ task: { exitCode: 1 } });
    await deployed(ports, version('nginx:1'));
    const lost = [{ at: 0, message: 'answered 500 instead of 200', address: undefined, isSent: true }];
    const startedBefore: number[] = [];
    const verification = {
      watch: async () => {
        startedBefore.push(ports.tasks.requests.length);
        return { stop: async () => ({ requests: 9, lost }) };
      },
      prove: async () => undefined,
    };
    const { outcome } = await deployed({ ...ports, verification }, migrated('nginx:2'));
    expect(startedBefore).toEqual([0]);
    expect(outcome.kind).toBe('failed');
    expect(outcome.evidence).toContainEqual(expect.stringContaining('answered 500 instead of 200'));
  });

  test('is a row of the plan, and only where the service gets another revision', async () => {
    const ports = fakeDeployPorts();
    const planned = await deployed(ports, migrated('nginx:1'), { mode: 'plan' });
    expect(planned.unit.changes.map(({ resource }) => resource)).toEqual([
      'task definition',
      'task before the deployment',
      'service',
    ]);
    await deployed(ports, migrated('nginx:1'));
    const { outcome, unit } = await deployed(ports, migrated('nginx:1', { desiredCount: 3 }));
    expect([outcome.kind, unit.changes.length]).toEqual(['deployed', 1]);
    expect((await deployed(ports, migrated('nginx:1', { desiredCount: 3 }))).outcome.kind).toBe('unchanged');
    expect(ports.tasks.requests).toHaveLength(1);
  });

  test.each<[string, TaskScript, string]>([
    [
      'a bad exit code',
      { exitCode: 3 },
      'task migration of sample:1 before the deployment failed: container nginx exits with code 3.',
    ],
    [
      'a task that does not start',
      { exitCode: undefined },
      'task migration of sample:1 before the deployment failed: an image cannot be pulled: CannotPullContainerError: no such image.',
    ],
    [
      'a task that takes too long',
      { course: ['RUNNING'] },
      'task migration of sample:1 before the deployment was given up: it did not end within 60 s: it runs; ECS was asked to stop it.',
    ],
    [
      'what no waiting changes',
      { refusals: [['MemberOf placement constraint unsatisfied.']] },
      'the task of sample:1 before the deployment did not start: ECS could not place it (MemberOf placement constraint unsatisfied.).',
    ],
    [
      'no room to the end',
      { refusals: Array.from({ length: 99 }, () => ['RESOURCE:MEMORY']) },
      'the task of sample:1 before the deployment did not start: ECS could not place it (RESOURCE:MEMORY).',
    ],
    [
      'a task of an earlier run that does not end',
      { earlier: Array.from({ length: 99 }, () => [aTask({ arn: 'task/older' })]) },
      'task older of an earlier run was still running at the deadline.',
    ],
  ])('leaves the service alone after %s', async (_, task, summary) => {
    const { ports, result } = await first(task);
    expect(result.outcome).toMatchObject({ kind: 'failed', summary: `The service was not updated: ${summary}` });
    expect(result.outcome.nextStep).toBeTruthy();
    expect(ports.ecs.writes).toEqual(['RegisterTaskDefinition']);
  });

  test('is stopped when its time is up', async () => {
    const { ports } = await first({ course: ['RUNNING'] });
    expect(ports.tasks.stops).toEqual(['migration: ecs-gitops: it did not end within 60 s: it runs']);
  });

  test('runs again after a failure, with the revision that is there', async () => {
    const { ports } = await first({ exitCode: 1 });
    await deployed(ports, migrated('nginx:1'));
    expect(ports.tasks.requests).toHaveLength(2);
    expect(ports.ecs.writes).toEqual(['RegisterTaskDefinition']);
  });

  test('waits for room, and starts one task', async () => {
    const { ports, result } = await first({ refusals: [['RESOURCE:CPU'], ['AGENT']] });
    expect(result.outcome.kind).toBe('deployed');
    const tokens = ports.tasks.requests.map(({ clientToken }) => clientToken);
    expect(new Set(tokens).size).toBe(3);
    expect(ports.events).toContainEqual({
      kind: 'waiting',
      subject: 'a task of sample:1',
      message: 'ECS cannot place it: RESOURCE:CPU',
    });
  });

  test('waits for the end of one that an earlier run has left', async () => {
    const { ports, result } = await first({ earlier: [[aTask({ arn: 'task/older' })]] });
    expect(result.outcome.kind).toBe('deployed');
    expect(ports.events).toContainEqual({
      kind: 'waiting',
      subject: 'the task before the deployment of sample-ecs-service',
      message: 'older of an earlier run has not ended yet; two such tasks never run at the same time',
    });
  });

  test('is followed by what was reviewed, and by nothing that somebody changed meanwhile', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    const { unit } = await deployed(ports, migrated('nginx:2'), { mode: 'plan' });
    const units = [{ ...reviewedUnit(unit), pull: 1 }];
    const reviewed: ReviewedPlans = { version: REVIEWED_VERSION, commit: 'abc', units };
    const changing = async (cluster: string, arn: string) => {
      ports.ecs.change({ enableExecuteCommand: true });
      return ports.tasks.describe(cluster, arn);
    };
    const tasks = { ...ports.tasks, describe: changing };
    const { outcome } = await deployed({ ...ports, tasks }, migrated('nginx:2'), { reviewed });
    expect(outcome).toMatchObject({
      kind: 'blocked',
      summary: expect.stringContaining('not those that a merged pull request'),
    });
    expect(ports.ecs.writes.at(-1)).toBe('RegisterTaskDefinition');
    ports.ecs.change({ enableExecuteCommand: false });
    expect((await deployed(ports, migrated('nginx:2'), { reviewed })).outcome.kind).toBe('deployed');
  });

  test.each([
    ['rollback', 'ECS was asked to stop it', ['migration: ecs-gitops: The run was cancelled']],
    ['leave', 'it continues, as on-cancel says', []],
  ] as const)('ends with the run where on-cancel is %s', async (onCancel, what, stops) => {
    const ports = fakeDeployPorts({ task: { course: ['RUNNING'] } });
    const controller = new AbortController();
    const tasks = {
      ...ports.tasks,
      describe: async (cluster: string, arn: string) => {
        controller.abort(new Error('cancelled'));
        return ports.tasks.describe(cluster, arn);
      },
    };
    const { outcome } = await deployed({ ...ports, tasks }, migrated('nginx:1'), {
      onCancel,
      signal: controller.signal,
    });
    expect(outcome).toMatchObject({
      kind: 'cancelled',
      summary: `Cancelled while task migration of sample:1 ran before the deployment; ${what}. The service was not updated.`,
    });
    expect(ports.tasks.stops).toEqual(stops);
    expect(ports.ecs.writes).toEqual(['RegisterTaskDefinition']);
  });
});
