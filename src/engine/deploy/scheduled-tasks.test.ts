import { describe, expect, test } from '@jest/globals';
import { REVISION } from '../../../tests/builders/live-service.ts';
import { deployed, type FakeDeployPorts, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import type { Course } from '../../../tests/fakes/rollouts.ts';
import { ToolkitError } from '../../model/errors.ts';

const NIGHTLY = { rule: 'nightly', targetId: 'task', taskDefinition: `${REVISION}:1` };
const scheduledTasks = [{ rule: 'nightly', targetId: undefined }];
const scheduled = (image: string) => version(image, { scheduledTasks });

/** The first revision is deployed, and a rule starts it. */
async function nightly(courses: readonly Course[] = []): Promise<FakeDeployPorts> {
  const ports = fakeDeployPorts({ scheduled: [NIGHTLY], courses });
  await deployed(ports, scheduled('nginx:1'));
  return ports;
}

const starts = ({ scheduledTasks: { live } }: FakeDeployPorts) => live.map(({ taskDefinition }) => taskDefinition);

describe('scheduled tasks', () => {
  test('start the new revision once its deployment has succeeded', async () => {
    const ports = await nightly();
    const { outcome, unit } = await deployed(ports, scheduled('nginx:2'));
    expect(outcome.kind).toBe('deployed');
    expect(unit.changes.map(({ resource }) => resource)).toContain('scheduled task nightly');
    expect(starts(ports)).toEqual([`${REVISION}:2`]);
    expect(ports.events).toContainEqual({ kind: 'wrote', what: 'scheduled task nightly to sample:2' });
    expect(await deployed(ports, scheduled('nginx:2'))).toMatchObject({
      outcome: { kind: 'unchanged' },
      changed: false,
    });
  });

  test('stay where the deployment is rolled back', async () => {
    const ports = await nightly(['succeeds', 'crashes']);
    expect((await deployed(ports, scheduled('nginx:2'))).outcome.kind).toBe('rolled-back');
    expect(starts(ports)).toEqual([`${REVISION}:1`]);
  });

  test('stay where only a plan is asked for', async () => {
    const ports = await nightly();
    await deployed(ports, scheduled('nginx:2'), { mode: 'plan' });
    expect(starts(ports)).toEqual([`${REVISION}:1`]);
  });

  test('are moved by themselves where only they are behind', async () => {
    const ports = await nightly();
    await deployed(ports, version('nginx:2'));
    const before = ports.ecs.writes.length;
    const { outcome, changed } = await deployed(ports, scheduled('nginx:2'));
    expect([outcome.kind, changed, starts(ports)]).toEqual(['deployed', true, [`${REVISION}:2`]]);
    expect(ports.ecs.writes.slice(before)).toEqual([]);
  });

  test('are looked at before anything is written', async () => {
    const ports = fakeDeployPorts();
    await expect(deployed(ports, scheduled('nginx:1'))).rejects.toMatchObject({ code: 'SCHEDULED_TASK_UNSUITABLE' });
    expect(ports.ecs.writes).toEqual([]);
  });

  test('that cannot be moved make the run red, and say what serves and what they start', async () => {
    const ports = await nightly();
    const move = async () => {
      throw new ToolkitError('ACCESS_DENIED', 'events:PutTargets is denied.', { hint: 'Add it.' });
    };
    const denied = { ...ports, scheduledTasks: { ...ports.scheduledTasks, move } };
    expect(await deployed(denied, scheduled('nginx:2'))).toMatchObject({
      outcome: {
        kind: 'failed',
        summary:
          'sample:2 (2 of 2 tasks running) serves. But scheduled task nightly still starts sample:1: events:PutTargets is denied.',
        nextStep: 'Add it.',
      },
      taskDefinitionArn: `${REVISION}:2`,
    });
    expect((await deployed(ports, scheduled('nginx:2'))).outcome.kind).toBe('deployed');
    expect(starts(ports)).toEqual([`${REVISION}:2`]);
  });
});
