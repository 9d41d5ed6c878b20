import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { Cluster, Consent } from '../../src/model/cluster.ts';
import type { Service } from '../../src/model/service.ts';
import { aCluster, aServiceLoadBalancer, aTargetGroup } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { SERVICE_NAME, version } from './sample-service.ts';

const CLUSTER = 'sample-ecs-cluster';

let account: EmulatedAccount;

beforeAll(async () => {
  account = await openAccount(40);
}, 60_000);
afterAll(() => account.stop());

/** A second service behind the same listener, without scaling. */
function old(image: string): Service {
  const conditions = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/old/*'] } }];
  const { taskDefinition, ...service } = version(image);
  return {
    ...service,
    name: 'old',
    taskDefinition: { ...taskDefinition, family: 'old' },
    loadBalancers: [
      aServiceLoadBalancer({
        targetGroup: aTargetGroup({ name: 'old-tg' }),
        rules: [{ listenerPort: 80, priority: 50, conditions }],
      }),
    ],
    logGroup: { name: '/ecs/old', retentionInDays: 30 },
    scaling: undefined,
    desiredCount: 1,
    keepRevisions: 1,
  };
}

const allowing = (...resources: readonly string[]): readonly Consent[] =>
  resources.map((resource) => ({ resource, property: undefined, to: undefined }));

async function provisioned(services: readonly Service[], allow: readonly Consent[] = []) {
  account.events.length = 0;
  const cluster: Cluster = aCluster({ services, allow });
  const { results } = await provision({ cluster, mode: 'apply', timeoutMs: 3_600_000 }, account.ports);
  return results.map(({ unit, outcome }) => `${unit.id} ${outcome.kind}`);
}

async function deployed(services: readonly Service[], allow: readonly Consent[] = []) {
  account.events.length = 0;
  account.writes();
  const results = await deploy(
    {
      cluster: aCluster({ services, allow }),
      services: services.map(({ name }) => name),
      mode: 'apply',
      images: [],
      commit: 'abc',
      timeoutMs: 900_000,
      onCancel: 'rollback',
    },
    account.ports,
  );
  return results.map(({ service, outcome }) => `${service} ${outcome.kind}`);
}

const notices = (): readonly string[] =>
  account.events.flatMap((event) => (event.kind === 'notice' ? [event.message] : []));

describe("the rest of a service's life, over the wire", () => {
  test('runs the task before a deployment when what the service depends on is deployed', async () => {
    const overrides = { containerOverrides: [{ name: 'nginx', command: ['node', '-e', ''] }] };
    const beforeDeployment = { overrides, containerName: 'nginx', timeoutSeconds: 300 };
    const services = [version('app:1'), { ...old('app:2'), beforeDeployment, dependsOn: [SERVICE_NAME] }];
    await provisioned(services);
    expect(await deployed(services)).toEqual([`${SERVICE_NAME} deployed`, 'old deployed']);
    const told = account.events.flatMap((event) => {
      if (event.kind === 'outcome') return [event.unit];
      return event.kind === 'wrote' && event.what.includes('before the deployment') ? ['task'] : [];
    });
    expect(told).toEqual([`service/${CLUSTER}/${SERVICE_NAME}`, 'task', `service/${CLUSTER}/old`]);
  }, 60_000);

  test('keeps what serves and what it would go back to, and lets older revisions go', async () => {
    const kept: (readonly string[])[] = [];
    for (const image of ['app:1', 'app:2']) {
      expect(await deployed([version('app:1'), old(image)])).toContain('old deployed');
      const active = await account.ports.taskDefinitions.active('old');
      kept.push(active.map((arn) => arn.split('/').at(-1) ?? ''));
    }
    expect(kept).toEqual([
      ['old:2', 'old:1'],
      ['old:3', 'old:2'],
    ]);
    expect(account.writes().at(-1)).toBe('DeregisterTaskDefinition');
  }, 90_000);

  test('tells of a service that config no longer has, and leaves it alone', async () => {
    expect(await deployed([version('app:1')])).toEqual([`${SERVICE_NAME} unchanged`]);
    expect(notices()).toEqual([expect.stringContaining('Service old is live')]);
    expect(account.writes()).toEqual([]);
  }, 30_000);

  test('removes the service first, drained, and its stack when it is gone', async () => {
    const allow = allowing('service/old', `stack/${CLUSTER}-old`);
    const left = [version('app:1')];
    expect((await provisioned(left, allow)).filter((line) => line.includes('-old'))).toEqual([]);
    expect(notices()).toEqual([expect.stringContaining('Service old still uses it')]);
    expect(await deployed(left, allow)).toEqual([`${SERVICE_NAME} unchanged`, 'old destroyed']);
    expect(account.writes()).toEqual(['UpdateService', 'DeleteService']);
    expect((await provisioned(left, allow)).at(-1)).toBe(`stack/${CLUSTER}-old destroyed`);
    expect(await account.ports.services.list(CLUSTER)).toEqual([SERVICE_NAME]);
    expect(await account.ports.stacks.describe(`${CLUSTER}-old`)).toBeUndefined();
  }, 60_000);

  test('warns of the consents that are left over', async () => {
    const allow = allowing('service/old', `stack/${CLUSTER}-old`);
    await deployed([version('app:1')], allow);
    expect(account.events).toContainEqual(
      expect.objectContaining({ kind: 'warning', message: expect.stringContaining('service/old') }),
    );
  }, 30_000);
});
