import { describe, expect, test } from '@jest/globals';
import { REVISION } from '../../../tests/builders/live-service.ts';
import { aTask } from '../../../tests/builders/task.ts';
import { deployed, type FakeDeployPorts, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import { fakeScheduledTasks } from '../../../tests/fakes/scheduled-tasks.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { DeployPorts } from './context.ts';

/** Deploys so many versions; config keeps two revisions. */
async function versions(count: number, change: (ports: FakeDeployPorts) => DeployPorts = (ports) => ports) {
  const fake = fakeDeployPorts();
  const ports = change(fake);
  const results = [];
  for (let number = 1; number <= count; number++)
    results.push(await deployed(ports, version(`nginx:${number}`, { keepRevisions: 2 })));
  const active = await fake.taskDefinitions.active('sample');
  return { fake, active: active.map((arn) => Number(arn.split(':').at(-1))), last: results.at(-1) };
}

describe('after a deployment that succeeded', () => {
  test('the revisions beyond those that config keeps go', async () => {
    const { active, fake, last } = await versions(4);
    expect(active).toEqual([4, 3]);
    expect(fake.ecs.writes.filter((write) => write === 'DeregisterTaskDefinition')).toHaveLength(2);
    expect(last?.unit.changes).toContainEqual(
      expect.objectContaining({
        action: 'remove',
        resource: 'old revisions that nothing uses',
        properties: [{ path: 'revisions', before: { kind: 'value', text: 'sample:2' }, after: { kind: 'absent' } }],
      }),
    );
  });

  test('what goes is no part of what a review holds', async () => {
    const digests = [];
    for (const keepRevisions of [1, 9]) {
      const ports = fakeDeployPorts();
      await deployed(ports, version('nginx:1'));
      await deployed(ports, version('nginx:2'));
      const { unit } = await deployed(ports, version('nginx:3', { keepRevisions }), { mode: 'plan' });
      digests.push([unit.changes.length, unit.digest]);
    }
    const [few, many] = digests;
    expect(few?.[0]).not.toBe(many?.[0]);
    expect(few?.[1]).toBe(many?.[1]);
  });

  test('nothing goes where nothing was deployed', async () => {
    const { fake } = await versions(2);
    await fake.taskDefinitions.register({}, {});
    await fake.taskDefinitions.register({}, {});
    await deployed(fake, version('nginx:2', { keepRevisions: 2, desiredCount: 3 }));
    expect(fake.ecs.writes).not.toContain('DeregisterTaskDefinition');
  });

  test('one that a task still runs stays', async () => {
    const { active } = await versions(4, (ports) => ({
      ...ports,
      tasks: { ...ports.tasks, ofFamily: async () => [aTask({ taskDefinition: `${REVISION}:1` })] },
    }));
    expect(active).toEqual([4, 3, 1]);
  });

  test('one that a schedule starts tasks of stays', async () => {
    const target = { rule: 'nightly', targetId: 'a', taskDefinition: `${REVISION}:2` };
    const scheduledTasks = fakeScheduledTasks([target]);
    expect((await versions(4, (ports) => ({ ...ports, scheduledTasks }))).active).toEqual([4, 3, 2]);
  });

  test('the last successful one stays, however many failed since', async () => {
    const ports = fakeDeployPorts({ courses: ['succeeds', 'succeeds', 'crashes', 'crashes', 'succeeds'] });
    for (const image of ['1', '2', '3', '4', '5'])
      await deployed(ports, version(`nginx:${image}`, { keepRevisions: 1 }));
    const active = await ports.taskDefinitions.active('sample');
    expect(active.map((arn) => arn.split(':').at(-1))).toEqual(['5', '2']);
  });

  test('one that somebody else has registered stays', async () => {
    const { active } = await versions(4, (ports) => {
      const { describe } = ports.taskDefinitions;
      return {
        ...ports,
        taskDefinitions: {
          ...ports.taskDefinitions,
          describe: async (name) => {
            const found = await describe(name);
            return found?.arn.endsWith(':1') ? { ...found, tags: {} } : found;
          },
        },
      };
    });
    expect(active).toEqual([4, 3, 1]);
  });

  test('what stands in the way is a warning', async () => {
    const deregister = async () => {
      throw new ToolkitError('ACCESS_DENIED', 'denied (while deregistering sample:1).', { hint: '' });
    };
    const { last, fake } = await versions(3, (ports) => ({
      ...ports,
      taskDefinitions: { ...ports.taskDefinitions, deregister },
    }));
    expect(last?.outcome.kind).toBe('deployed');
    expect(fake.events).toContainEqual({
      kind: 'warning',
      message: 'Old revisions of sample were not removed: denied (while deregistering sample:1).',
    });
  });
});
