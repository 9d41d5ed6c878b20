import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { ServiceResult } from '../../src/engine/rollout/context.ts';
import type { Service } from '../../src/model/service.ts';
import { aCluster } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { type SampleVersion, SERVICE_NAME, version } from './sample-service.ts';

const SCALE = 40;
const EARLY = ['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'];

/** ECS would go on for long. */
const PATIENT = {
  deploymentCircuitBreaker: {
    enable: true,
    rollback: true,
    thresholdConfiguration: { type: 'COUNT', value: 20 },
  },
};

let account: EmulatedAccount;
const folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-runs-'));

beforeAll(async () => {
  account = await openAccount(SCALE);
  const cluster = aCluster({ services: [version('app:1')] });
  const { results } = await provision({ cluster, mode: 'apply', timeoutMs: 3_600_000 }, account.ports);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(['deployed', 'deployed']);
  account.writes();
}, 60_000);
afterAll(async () => {
  await account.stop();
  rmSync(folder, { recursive: true });
});

async function deployed(service: Service): Promise<ServiceResult> {
  account.events.length = 0;
  const [result] = await deploy(
    {
      cluster: aCluster({ services: [service] }),
      services: [SERVICE_NAME],
      mode: 'apply',
      images: [],
      commit: 'abc',
      timeoutMs: 900_000,
      onCancel: 'rollback',
    },
    account.ports,
  );
  if (!result) throw new Error('no result');
  return result;
}

function patient(image: string, { deployment = {}, ...rest }: SampleVersion = {}): Service {
  return version(image, { deployment: { ...PATIENT, ...deployment }, ...rest });
}

describe('a first deployment', () => {
  test('that cannot succeed fails at once and says what remains', async () => {
    const { outcome } = await deployed(patient('app:none'));
    expect(outcome).toMatchObject({
      kind: 'failed',
      summary: expect.stringMatching(/^The deployment of sample:1 cannot succeed and is not rolled back: the image of/),
      nextStep: 'Push the image under exactly this name, or commit the name of one that exists.',
    });
    expect(outcome.evidence.at(-1)).toMatch(
      /^It stays, since there is nothing to roll back to: ECS keeps trying until/,
    );
    expect(account.writes()).toEqual(['RegisterTaskDefinition', 'CreateService']);
    const { services } = account.ports;
    await services.delete('sample-ecs-cluster', SERVICE_NAME);
    account.writes();
  }, 30_000);
});

describe('a later deployment', () => {
  beforeAll(async () => {
    expect((await deployed(patient('app:1'))).outcome.kind).toBe('deployed');
    account.writes();
  }, 30_000);

  test.each<[string, Service, string]>([
    ['has an image that does not exist', patient('app:none'), 'the image of container nginx cannot be pulled'],
    [
      'needs more memory than an instance has',
      patient('app:2', { container: { memory: 100_000 } }),
      'no instance of the cluster can ever hold the task: it reserves 100000 MiB of memory',
    ],
    [
      'wants the port of SSH',
      patient('app:2', { container: { portMappings: [{ containerPort: 80, hostPort: 22 }] } }),
      'host port 22 belongs to the instance itself',
    ],
    [
      'needs a parameter that does not exist',
      patient('app:2', {
        container: { secrets: [{ name: 'DATABASE', valueFrom: '/shop/nothing' }] },
        task: { executionRoleArn: 'ecsTaskExecutionRole' },
      }),
      'a secret or parameter that the task needs does not exist',
    ],
    ['exits in two rounds', patient('app:crash'), 'container nginx exits with code 3'],
  ])(
    'is stopped at once and rolled back where it %s',
    async (_, service, cause) => {
      const { outcome, taskDefinitionArn } = await deployed(service);
      expect(outcome.summary).toMatch(/^sample:\d+ was rolled back to sample:2: /);
      expect(outcome.summary).toContain(cause);
      expect(outcome.kind).toBe('rolled-back');
      expect(outcome.evidence[0]).toMatch(/^This run asked ECS to stop it early: /);
      expect(outcome.evidence.at(-1)).toBe('Serving: sample:2 (2 of 2 tasks running)');
      expect(taskDefinitionArn).toMatch(/task-definition\/sample:2$/);
      expect(account.writes().filter((name) => EARLY.includes(name))).toEqual(EARLY);
    },
    30_000,
  );

  test('is left to the circuit breaker where failFast is off', async () => {
    const service = version('app:crash', {
      deployment: {
        deploymentCircuitBreaker: {
          ...PATIENT.deploymentCircuitBreaker,
          thresholdConfiguration: { type: 'COUNT', value: 5 },
        },
      },
      overrides: { failFast: false },
    });
    const { outcome } = await deployed(service);
    expect(outcome.kind).toBe('rolled-back');
    expect(outcome.evidence[0]).toMatch(/^ECS rolled back: the circuit breaker gave up/);
    expect(account.writes()).not.toContain('StopServiceDeployment');
  }, 30_000);

  test('lands where only its first tasks exit', async () => {
    const environment = [{ name: 'RUNS', value: join(folder, 'late') }];
    const { outcome } = await deployed(patient('app:late', { container: { environment } }));
    expect(outcome.kind).toBe('deployed');
    expect(account.writes()).not.toContain('StopServiceDeployment');
  }, 30_000);

  test('fails at once where config does not enable rollback', async () => {
    const { outcome } = await deployed(
      patient('app:none', { deployment: { deploymentCircuitBreaker: { enable: false, rollback: false } } }),
    );
    expect(outcome.kind).toBe('failed');
    expect(outcome.evidence.at(-1)).toMatch(/^It stays, since config does not enable rollback: /);
    expect(account.writes()).not.toContain('StopServiceDeployment');
  }, 30_000);
});
