import { describe, expect, test } from '@jest/globals';
import { aCluster } from '../../../tests/builders/cluster.ts';
import { aServiceView } from '../../../tests/builders/live-service.ts';
import { deployed, type FakeDeployPorts, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import { ToolkitError } from '../../model/errors.ts';
import { REVIEWED_VERSION, type ReviewedPlans } from '../../model/reviewed.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { reviewedUnit } from '../../plan/reviewed.ts';
import type { DeployRequest } from './context.ts';
import { deploy } from './deploy.ts';

const TAGS = { 'ecs-gitops:cluster': 'sample-ecs-cluster', 'ecs-gitops:service': 'old' };
const CONSENT = [{ resource: 'service/old', property: undefined, to: undefined }];

/** An account with a live service `old` besides what config has. */
function withOld(ports: FakeDeployPorts, tags: Readonly<Record<string, string>> = TAGS) {
  const writes: string[] = [];
  let old: ServiceView | undefined = aServiceView({ name: 'old', tags });
  const { services } = ports;
  return {
    writes,
    ports: {
      ...ports,
      services: {
        ...services,
        list: async (cluster: string) => [...(await services.list(cluster)), ...(old ? ['old'] : [])],
        describe: async (cluster: string, names: readonly string[]) => {
          const others = await services.describe(cluster, names);
          return names.map((name, index) => (name === 'old' ? old : others[index]));
        },
        update: async (...call: Parameters<typeof services.update>) => {
          if (call[1] !== 'old' || !old) return services.update(...call);
          writes.push(`update ${JSON.stringify(call[2])}`);
          old = { ...old, desiredCount: 0, runningCount: 0 };
          return old;
        },
        delete: async (_: string, name: string) => {
          writes.push(`delete ${name}`);
          old = undefined;
        },
      },
      scaling: {
        ...ports.scaling,
        target: async (_: string, name: string) => (name === 'old' ? { minCapacity: 1, maxCapacity: 2 } : undefined),
        deregisterTarget: async (_: string, name: string) => void writes.push(`deregister ${name}`),
      },
    },
  };
}

const REQUEST = {
  mode: 'apply',
  images: [],
  commit: 'abc',
  timeoutMs: 600_000,
  onCancel: 'rollback',
} as const;

interface RunOptions extends Partial<DeployRequest> {
  readonly tags?: Readonly<Record<string, string>>;
  readonly list?: FakeDeployPorts['services']['list'];
}

async function run({ tags, list, ...request }: RunOptions = {}) {
  const fake = fakeDeployPorts();
  const old = withOld(fake, tags);
  const { writes } = old;
  const ports = list ? { ...old.ports, services: { ...old.ports.services, list } } : old.ports;
  const service = version('nginx:1');
  const cluster = aCluster({ services: [service], allow: CONSENT });
  const results = await deploy({ ...REQUEST, cluster, services: [service.name], ...request }, ports);
  return { results, writes, events: fake.events };
}

describe('a live service that config no longer has', () => {
  test('goes last of all, drained, where config allows it', async () => {
    const { results, writes, events } = await run();
    expect(results.map(({ service, outcome }) => [service, outcome.kind])).toEqual([
      ['sample-ecs-service', 'deployed'],
      ['old', 'destroyed'],
    ]);
    expect(writes).toEqual(['deregister old', 'update {"desiredCount":0}', 'delete old']);
    const shown = events.flatMap((event) => (event.kind === 'plan' ? event.units : []));
    expect(shown.at(-1)).toMatchObject({
      id: 'service/sample-ecs-cluster/old',
      changes: [{ action: 'remove', resource: 'service' }],
      dangers: [{ resource: 'service/old', allowed: true }],
    });
  });

  test('is only shown by a plan', async () => {
    const { results, writes } = await run({ mode: 'plan' });
    expect(results.at(-1)).toMatchObject({ service: 'old', outcome: { kind: 'planned' }, changed: false });
    expect(writes).toEqual([]);
  });

  test('is told of and left alone without consent', async () => {
    const cluster = aCluster({ services: [version('nginx:1')] });
    const { results, writes, events } = await run({ cluster });
    expect(results).toHaveLength(1);
    expect(writes).toEqual([]);
    expect(events).toContainEqual({
      kind: 'notice',
      message:
        'Service old is live, but no longer in config. It is not changed. To remove it, add under allow in cluster.yaml: - { resource: "service/old" }',
    });
  });

  test('is left alone where config has no service at all', async () => {
    const { results, writes, events } = await run({ cluster: aCluster({ allow: CONSENT }), services: [] });
    expect([results, writes]).toEqual([[], []]);
    expect(events).toContainEqual({
      kind: 'notice',
      message: expect.stringContaining('Config has no services at all'),
    });
  });

  test.each([
    ['is of the run that has the first service of config, where several share them', 'sample-ecs-service', 1],
    ['is none of another', 'other', 0],
  ])('%s', async (_, selected, removed) => {
    const cluster = aCluster({
      services: [version('nginx:1'), version('b:1', { name: 'other', loadBalancers: [] })],
      allow: CONSENT,
    });
    const { results, writes, events } = await run({ cluster, services: [selected] });
    expect(results).toHaveLength(1 + removed);
    expect(writes.filter((write) => write === 'delete old')).toHaveLength(removed);
    expect(events.filter(({ kind }) => kind === 'warning')).toEqual([]);
  });

  test("is none of ours without the toolkit's tags, and the consent is then told to be idle", async () => {
    const { results, events } = await run({ tags: {} });
    expect(results).toHaveLength(1);
    expect(events).toContainEqual({
      kind: 'warning',
      message: expect.stringContaining('This allows a change of service/old that is not planned.'),
      at: expect.anything(),
    });
  });

  test('is told to be unseen, and its consent is not called idle, where the role may not list services', async () => {
    const list = async () => {
      throw new ToolkitError('ACCESS_DENIED', 'ecs:ListServices is denied.', { hint: 'Add it.' });
    };
    const { results, events } = await run({ list });
    expect(results).toHaveLength(1);
    expect(events.flatMap((event) => (event.kind === 'warning' ? [event.message] : []))).toEqual([
      'allow names service/old, but this role has no permission to look for it, so it is not removed: ecs:ListServices is denied. Add it.',
    ]);
  });

  test('stays where no merged pull request has shown its removal', async () => {
    const { results: planned } = await run({ mode: 'plan' });
    const shown = planned.map(({ unit }) => ({ ...reviewedUnit(unit), pull: 1 }));
    const outcomes = async (units: typeof shown) => {
      const reviewed: ReviewedPlans = { version: REVIEWED_VERSION, commit: 'abc', units };
      return (await run({ reviewed })).results.map(({ outcome }) => outcome.kind);
    };
    expect(await outcomes(shown)).toEqual(['deployed', 'destroyed']);
    expect(await outcomes(shown.slice(0, 1))).toEqual(['deployed', 'blocked']);
  });

  test('stays while a service of config is not well', async () => {
    const held = new Map([['sample-ecs-service', 'its stack is not there']]);
    const { results, writes } = await run({ held });
    expect(results.map(({ outcome }) => outcome.kind)).toEqual(['blocked', 'blocked']);
    expect(results.at(-1)?.outcome.summary).toBe('Not removed, since sample-ecs-service ended blocked.');
    expect(writes).toEqual([]);
  });

  test('stays while a deployment waits for an answer: the version of before still serves and may need it', async () => {
    const fake = fakeDeployPorts({ courses: ['succeeds', 'pauses'] });
    await deployed(fake, version('nginx:1'));
    const { ports, writes } = withOld(fake);
    const service = version('nginx:2');
    const cluster = aCluster({ services: [service], allow: CONSENT });
    const results = await deploy({ ...REQUEST, cluster, services: [service.name] }, ports);
    expect(results.map(({ outcome }) => outcome.kind)).toEqual(['paused', 'blocked']);
    expect(results.at(-1)?.outcome).toMatchObject({
      summary: 'Not removed, since sample-ecs-service ended paused.',
      nextStep: 'Fix that service first; the next run removes this one.',
    });
    expect(writes).toEqual([]);
  });
});
