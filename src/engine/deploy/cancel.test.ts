import { describe, expect, test } from '@jest/globals';
import { deployed, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { ProgressEvent } from '../../model/progress-events.ts';
import type { DeployPorts } from './context.ts';

/** Ports, and a signal that aborts when the first event of this kind is told. */
function cancelledAt(ports: DeployPorts, kind: ProgressEvent['kind']): [DeployPorts, AbortSignal] {
  const controller = new AbortController();
  const emit = (event: ProgressEvent): void => {
    ports.progress.emit(event);
    if (event.kind === kind) controller.abort(new Error('cancelled'));
  };
  return [{ ...ports, progress: { emit } }, controller.signal];
}

describe('a cancelled run', () => {
  test('asks ECS to roll back the deployment that it started', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    const [cancelling, signal] = cancelledAt(ports, 'rollout');
    const { outcome } = await deployed(cancelling, version('nginx:2'), { signal });
    expect(outcome).toMatchObject({
      kind: 'cancelled',
      summary: 'Cancelled while sample:2 was rolling out; ECS was asked to roll it back.',
    });
    expect(ports.ecs.writes.at(-1)).toBe('StopServiceDeployment');
  });

  test('asks for that too where ECS did not tell of the deployment at once', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    const controller = new AbortController();
    const { services } = ports;
    const update: typeof services.update = async (cluster, name, request) => {
      const [before] = await services.describe(cluster, [name]);
      const after = await services.update(cluster, name, request);
      controller.abort(new Error('cancelled'));
      return before ?? after;
    };
    const { outcome } = await deployed({ ...ports, services: { ...services, update } }, version('nginx:2'), {
      signal: controller.signal,
    });
    expect(outcome.summary).toBe('Cancelled while sample:2 was rolling out; ECS was asked to roll it back.');
    expect(ports.ecs.writes.at(-1)).toBe('StopServiceDeployment');
  });

  test('says that it goes on where ECS refuses to stop it', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    const [cancelling, signal] = cancelledAt(ports, 'rollout');
    const rollBack = async () => {
      throw new ToolkitError('ACCESS_DENIED', 'ecs:StopServiceDeployment is denied.', { hint: 'Add it.' });
    };
    const services = { ...cancelling.services, rollBack };
    const { outcome } = await deployed({ ...cancelling, services }, version('nginx:2'), { signal });
    expect(outcome).toMatchObject({
      kind: 'cancelled',
      summary:
        'Cancelled while sample:2 was rolling out; its deployment had ended, or ECS did not accept the request to roll it back.',
    });
    expect(ports.events).toContainEqual({
      kind: 'warning',
      message: 'ECS was not asked to roll ecs-svc/2 back: ecs:StopServiceDeployment is denied. Add it.',
    });
  });

  test('leaves it rolling where on-cancel says so', async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    const [cancelling, signal] = cancelledAt(ports, 'rollout');
    const { outcome } = await deployed(cancelling, version('nginx:2'), { signal, onCancel: 'leave' });
    expect(outcome).toMatchObject({ kind: 'cancelled', summary: expect.stringContaining('its deployment continues') });
    expect(ports.ecs.writes.at(-1)).toBe('UpdateService');
  });

  test('leaves a first deployment, which has nothing to go back to', async () => {
    const ports = fakeDeployPorts();
    const [cancelling, signal] = cancelledAt(ports, 'rollout');
    const { outcome } = await deployed(cancelling, version('nginx:1'), { signal });
    expect(outcome.summary).toContain('there is nothing to roll back to');
    expect(ports.ecs.writes.at(-1)).toBe('CreateService');
  });

  test("leaves a deployment that it only followed, since it is somebody else's", async () => {
    const ports = fakeDeployPorts();
    await deployed(ports, version('nginx:1'));
    await ports.services.update('sample-ecs-cluster', 'sample-ecs-service', { forceNewDeployment: true });
    const [cancelling, signal] = cancelledAt(ports, 'rollout');
    const { outcome } = await deployed(cancelling, version('nginx:1'), { signal });
    expect(outcome).toMatchObject({
      kind: 'cancelled',
      summary: expect.stringContaining('its deployment continues: this run did not start it'),
    });
    expect(ports.ecs.writes.at(-1)).toBe('UpdateService');
  });

  test('writes nothing more', async () => {
    const ports = fakeDeployPorts();
    const [cancelling, signal] = cancelledAt(ports, 'plan');
    const { outcome, changed } = await deployed(cancelling, version('nginx:1'), { signal });
    expect(outcome).toMatchObject({ kind: 'cancelled', summary: 'Cancelled before anything was written.' });
    expect(changed).toBe(false);
    expect(ports.ecs.writes).toEqual([]);
  });
});
