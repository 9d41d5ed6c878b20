import { describe, expect, test } from '@jest/globals';
import { aCluster } from '../../../tests/builders/cluster.ts';
import { REVISION } from '../../../tests/builders/live-service.ts';
import { deployed, type FakeDeployPorts, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import type { Course } from '../../../tests/fakes/rollouts.ts';
import { LOST, RED, type Script, scripted, VERIFY } from '../../../tests/fakes/verification.ts';
import type { ServiceResult } from '../rollout/context.ts';
import { type ContinueRequest, continueDeployments } from './continue.ts';

const NAME = 'sample-ecs-service';
const CLUSTER = 'sample-ecs-cluster';
const MARKED = { ...VERIFY, version: { header: 'x-app-version', equals: 'nginx:2' } };

/** The last of the revisions waits for an answer. */
async function paused(...courses: readonly Course[]): Promise<FakeDeployPorts> {
  const ports = fakeDeployPorts({ courses: ['succeeds', 'pauses', ...courses] });
  await deployed(ports, version('nginx:1'));
  await deployed(ports, version('nginx:2'));
  ports.ecs.change(version('').settings);
  return ports;
}

/** Answers the pause with a config that has `verify`; the load balancer answers as the script says. */
async function answered(
  ports: FakeDeployPorts,
  { verification }: Pick<ReturnType<typeof scripted>, 'verification'>,
  overrides: Partial<ContinueRequest> = {},
): Promise<ServiceResult> {
  const cluster = aCluster({ services: [version('nginx:2', { verify: MARKED })] });
  const request = { cluster: CLUSTER, services: [NAME], action: 'continue', timeoutMs: 600_000 } as const;
  const versionChecks = { cluster, stacks: ports.stacks, verification };
  const [result] = await continueDeployments({ ...request, onCancel: 'rollback', versionChecks, ...overrides }, ports);
  if (!result) throw new Error('no result');
  return result;
}

describe('a deployment that an answer lets go on', () => {
  test('stands where its version answers, held against the image and the commit of its revision', async () => {
    const script = scripted({});
    const { outcome } = await answered(await paused(), script);
    expect(outcome).toMatchObject({ kind: 'deployed', evidence: ['It answers.'] });
    expect(script.asked).toEqual([{ images: { nginx: 'nginx:2' }, commit: 'abc' }]);
    expect(script.marks).toEqual([true]);
  });

  test('is taken back to the last successful revision where its version does not answer', async () => {
    const ports = await paused();
    const result = await answered(ports, scripted({ answer: { outcome: RED } }));
    expect(result.outcome).toEqual({
      kind: 'rolled-back',
      summary: 'sample:2 was rolled back to sample:1: It answers 500.',
      evidence: ['9 × status 500', 'Serving: sample:1 (2 of 2 tasks running)'],
      nextStep: 'Mend it.',
    });
    expect(result.taskDefinitionArn).toBe(`${REVISION}:1`);
    expect(ports.ecs.writes.slice(-2)).toEqual(['ContinueServiceDeployment', 'UpdateService']);
  });

  test('stays, red, where requests are lost from before the answer on', async () => {
    const ports = await paused();
    const { verification } = scripted({ lost: [LOST] });
    const before: (readonly string[])[] = [];
    const watch: typeof verification.watch = (asked) => {
      before.push([...ports.ecs.writes]);
      return verification.watch(asked);
    };
    const { outcome, taskDefinitionArn } = await answered(ports, { verification: { ...verification, watch } });
    expect(outcome).toMatchObject({ kind: 'failed', summary: expect.stringMatching(/^1 of 60 requests/) });
    expect(taskDefinitionArn).toBe(`${REVISION}:2`);
    expect(before.map((writes) => writes.includes('ContinueServiceDeployment'))).toEqual([false]);
  });

  test('stays, red, where the service does not enable rollback', async () => {
    const ports = await paused();
    ports.ecs.change({ deploymentConfiguration: {} });
    const { outcome } = await answered(ports, scripted({ answer: { outcome: RED } }));
    expect(outcome.kind).toBe('failed');
    expect(outcome.evidence).toContain('sample:2 stays: the service does not enable rollback.');
  });

  test('is not proven yet where it pauses again, and what was lost until then is told', async () => {
    const ports = await paused();
    const script = scripted({ answer: { outcome: RED }, lost: [LOST] });
    const { deploymentsByArn } = ports.services;
    const again = { targetType: 'PAUSE', status: 'AWAITING_ACTION', expiresAt: undefined, timeoutAction: undefined };
    const pausing: typeof deploymentsByArn = async (arns) =>
      (await deploymentsByArn(arns)).map((view) => view && { ...view, hooks: [{ ...again, id: 'next' }] });
    const services = { ...ports.services, deploymentsByArn: pausing };
    const { outcome } = await answered({ ...ports, services }, script);
    expect(outcome.kind).toBe('paused');
    expect(outcome.evidence.at(-1)).toMatch(/answered 502/);
    expect(script.asked).toEqual([]);
  });

  test('is not asked where ECS takes it back', async () => {
    const script = scripted({ answer: { outcome: RED } });
    const ports = await paused();
    const services: typeof ports.services = {
      ...ports.services,
      answerHook: (arn, hook) => ports.services.answerHook(arn, hook, 'ROLLBACK'),
    };
    expect((await answered({ ...ports, services }, script)).outcome.kind).toBe('rolled-back');
    expect(script.asked).toEqual([]);
  });

  test('is not asked without config, nor where config has no verify', async () => {
    const script = scripted({ answer: { outcome: RED } });
    const cluster = aCluster({ services: [version('nginx:2')] });
    const ports = await paused();
    const versionChecks = { cluster, stacks: ports.stacks, verification: script.verification };
    expect((await answered(ports, script, { versionChecks })).outcome.kind).toBe('deployed');
    expect((await answered(await paused(), script, { versionChecks: undefined })).outcome.kind).toBe('deployed');
    expect(script.asked).toEqual([]);
  });
});

describe('a way back that waits for an answer', () => {
  const back = async (): Promise<FakeDeployPorts> => {
    const ports = fakeDeployPorts({ courses: ['succeeds', 'succeeds', 'pauses'] });
    await deployed(ports, version('nginx:1'));
    await deployed(ports, version('nginx:2'));
    await ports.services.update(CLUSTER, NAME, { taskDefinition: `${REVISION}:1` });
    ports.ecs.change(version('').settings);
    return ports;
  };

  test('need not have the mark that config asks for', async () => {
    const script = scripted({});
    expect((await answered(await back(), script)).outcome.kind).toBe('deployed');
    expect(script.marks).toEqual([false]);
  });

  test('does not lead to what it came from again', async () => {
    const { outcome, taskDefinitionArn } = await answered(await back(), scripted({ answer: { outcome: RED } }));
    expect(outcome).toMatchObject({ kind: 'failed', summary: 'It answers 500.' });
    expect(outcome.evidence).toContain('sample:1 stays: the target of a rollback is not rolled back again.');
    expect(taskDefinitionArn).toBe(`${REVISION}:1`);
  });
});

describe('the answer that rolls back', () => {
  test.each<[string, Script, string]>([
    ['ends as was asked where the earlier version answers', {}, 'deployed'],
    ['is red where nothing answers as it should', { answer: { outcome: RED } }, 'failed'],
  ])('%s, which needs no mark', async (_, script, kind) => {
    const ports = await paused();
    const asking = scripted(script);
    const result = await answered(ports, asking, { action: 'rollback' });
    expect(result).toMatchObject({ outcome: { kind }, taskDefinitionArn: `${REVISION}:1` });
    expect(asking.marks).toEqual([false]);
    expect(ports.ecs.writes.at(-1)).toBe('ContinueServiceDeployment');
  });
});
