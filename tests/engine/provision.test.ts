import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { destroy } from '../../src/engine/destroy/destroy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { Cluster, Consent } from '../../src/model/cluster.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { ServiceLoadBalancer } from '../../src/model/service.ts';
import {
  aCapacity,
  aCluster,
  aLoadBalancer,
  aService,
  aServiceLoadBalancer,
  aTargetGroup,
} from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';

const SCALE = 60;
const HOUR_MS = 3_600_000;
const TWO_WRITES = ['CreateChangeSet', 'ExecuteChangeSet'];
const PLAN_WRITES = ['CreateChangeSet', 'DeleteChangeSet'];

const NAME = 'sample-ecs-cluster';
const SERVICE = 'sample-ecs-service';
const BASE = aCluster({ services: [aService()] });

let account: EmulatedAccount;

interface Ended {
  readonly kinds: readonly Outcome['kind'][];
  readonly results: Awaited<ReturnType<typeof provision>>['results'];
  readonly writes: readonly string[];
}

async function run(mode: 'plan' | 'apply', cluster: Cluster): Promise<Ended> {
  const { results } = await provision({ cluster, mode, timeoutMs: HOUR_MS }, account.ports);
  return { kinds: results.map(({ outcome }) => outcome.kind), results, writes: account.writes() };
}

describe('the life of a cluster', () => {
  beforeAll(async () => {
    account = await openAccount(SCALE);
  });
  afterAll(() => account.stop());

  const larger = (allow: readonly Consent[] = []): Cluster => ({
    ...BASE,
    capacity: aCapacity({ instanceType: 't3.large' }),
    allow,
  });
  const LARGER: Consent = {
    resource: 'LaunchTemplate',
    property: 'LaunchTemplateData.InstanceType',
    to: 't3.large',
  };

  test('a plan of one that does not exist writes nothing', async () => {
    const { kinds, writes } = await run('plan', BASE);
    expect(kinds).toEqual(['planned', 'planned']);
    expect(writes).toEqual([]);
  });

  test('applying creates it, and waits until its instances are registered', async () => {
    const { kinds, results, writes } = await run('apply', BASE);
    expect(kinds).toEqual(['deployed', 'deployed']);
    expect(writes).toEqual([...TWO_WRITES, ...TWO_WRITES]);
    expect(results[0]?.stack?.outputs['LoadBalancerDnsName']).toMatch(/^sample-ecs-alb-\d+\.ap-northeast-1\.elb/);
    expect(results[1]?.stack?.outputs['TargetGroup1Arn']).toContain('targetgroup/sample-ecs-tg/');
    const instances = await account.ports.instances.containerInstances(NAME);
    expect(instances.filter(({ agentConnected }) => agentConnected)).toHaveLength(2);
  }, 60_000);

  test('applying it once more is unchanged and writes nothing', async () => {
    const { kinds, writes } = await run('apply', BASE);
    expect(kinds).toEqual(['unchanged', 'unchanged']);
    expect(writes).toEqual([]);
  });

  test('a plan of a change shows it before and after, and leaves no change set', async () => {
    const { kinds, results, writes } = await run('plan', {
      ...BASE,
      loadBalancer: aLoadBalancer({ idleTimeoutSeconds: 90 }),
    });
    expect(kinds).toEqual(['planned', 'unchanged']);
    expect(writes).toEqual(PLAN_WRITES);
    expect(results[0]?.unit.changes).toMatchObject([
      { action: 'modify', resource: 'LoadBalancer', certainty: 'certain' },
    ]);
    expect(JSON.stringify(results[0]?.unit.changes)).toContain('90');
    expect(await account.ports.stacks.changeSets(NAME, '')).toEqual([]);
  });

  test('a plan of another tag names it with its values', async () => {
    const { results } = await run('plan', { ...BASE, tags: { team: 'shop' } });
    const group = results[0]?.unit.changes.find(({ resource }) => resource === 'LoadBalancerSecurityGroup');
    expect(group?.properties).toEqual([
      { path: 'Tags.team', before: { kind: 'absent' }, after: { kind: 'value', text: 'shop' } },
    ]);
  });

  test('a plan has the digest that applying it has', async () => {
    const changed = { ...BASE, loadBalancer: aLoadBalancer({ idleTimeoutSeconds: 90 }) };
    const planned = await run('plan', changed);
    const applied = await run('apply', changed);
    expect(applied.kinds).toEqual(['deployed', 'unchanged']);
    expect(applied.writes).toEqual(TWO_WRITES);
    expect(applied.results[0]?.unit.digest).toBe(planned.results[0]?.unit.digest);
    expect((await run('apply', BASE)).kinds).toEqual(['deployed', 'unchanged']);
  }, 60_000);

  test('another instance type replaces every instance, which needs consent', async () => {
    const { kinds, results, writes } = await run('apply', larger());
    expect(kinds).toEqual(['blocked', 'blocked']);
    expect(writes).toEqual(PLAN_WRITES);
    expect(results[0]?.unit.dangers).toMatchObject([{ ...LARGER, allowed: false }]);
  });

  test('with consent, instances are replaced and the new ones registered', async () => {
    const before = await account.ports.instances.group('sample-autoscaling-group');
    const { kinds, writes } = await run('apply', larger([LARGER]));
    expect(kinds).toEqual(['deployed', 'unchanged']);
    expect(writes).toEqual([...TWO_WRITES, 'StartInstanceRefresh']);
    const after = await account.ports.instances.group('sample-autoscaling-group');
    const old = before?.instances.map(({ id }) => id) ?? [];
    expect(after?.instances.filter(({ id }) => old.includes(id))).toEqual([]);
    expect(after?.instances).toHaveLength(2);
    expect((await run('apply', larger())).kinds).toEqual(['unchanged', 'unchanged']);
  }, 120_000);

  describe('with a live service', () => {
    const live = larger();
    const withBalancers = (...loadBalancers: readonly ServiceLoadBalancer[]): Cluster => ({
      ...live,
      services: [aService({ loadBalancers })],
    });
    const ALLOW: readonly Consent[] = [
      { stack: `${NAME}-${SERVICE}`, resource: 'TargetGroupSampleEcsTg', property: 'ProtocolVersion', to: 'HTTP2' },
    ];

    beforeAll(async () => {
      const { services, taskDefinitions, stacks } = account.ports;
      const definition = {
        networkMode: 'bridge',
        containerDefinitions: [
          { name: 'nginx', image: 'app:1', memory: 128, cpu: 128, portMappings: [{ containerPort: 80, hostPort: 0 }] },
        ],
      };
      const taskDefinition = await taskDefinitions.register({ family: 'sample', ...definition }, {});
      const outputs = (await stacks.describe(`${NAME}-${SERVICE}`))?.outputs;
      const targetGroupArn = outputs?.['TargetGroup1Arn'] ?? '';
      const request = {
        serviceName: SERVICE,
        taskDefinition,
        desiredCount: 1,
        loadBalancers: [{ targetGroupArn, containerName: 'nginx', containerPort: 80 }],
      };
      await services.create(NAME, request, { 'ecs-gitops:cluster': NAME, 'ecs-gitops:service': SERVICE });
      account.writes();
    });

    test('its target group is not replaced, whatever is allowed', async () => {
      const targetGroup = aTargetGroup({ protocolVersion: 'HTTP2' });
      const { kinds, results } = await run('apply', {
        ...withBalancers(aServiceLoadBalancer({ targetGroup })),
        allow: ALLOW,
      });
      expect(kinds).toEqual(['blocked', 'blocked']);
      expect(results[1]?.outcome.evidence[0]).toMatch(/Service sample-ecs-service uses it\. Do this in four commits/);
    });

    test('its only rule and its target group are not removed', async () => {
      const { results } = await run('plan', withBalancers());
      expect(results[1]?.unit.dangers.map(({ resource, forbidden }) => [resource, forbidden !== undefined])).toEqual(
        expect.arrayContaining([
          ['TargetGroupSampleEcsTg', true],
          ['Listener80Rule100', true],
        ]),
      );
    });

    test('its rule may go when another one leads to its target group, with consent', async () => {
      const [rule] = aServiceLoadBalancer().rules;
      const further = rule ? [{ ...rule, priority: 200 }] : [];
      const both = withBalancers(aServiceLoadBalancer({ rules: rule ? [rule, ...further] : [] }));
      const one = withBalancers(aServiceLoadBalancer({ rules: further }));
      expect((await run('apply', both)).kinds).toEqual(['unchanged', 'deployed']);
      const { results } = await run('apply', one);
      expect(results[1]?.unit.dangers).toMatchObject([{ resource: 'Listener80Rule100', forbidden: undefined }]);
      const allow: readonly Consent[] = [
        { stack: `${NAME}-${SERVICE}`, resource: 'Listener80Rule100', property: undefined, to: undefined },
      ];
      expect((await run('apply', { ...one, allow })).kinds).toEqual(['unchanged', 'deployed']);
    }, 60_000);

    test('the listener that it stands on is not removed', async () => {
      const [listener] = aLoadBalancer().listeners;
      const loadBalancer = aLoadBalancer({ listeners: listener ? [{ ...listener, port: 8080 }] : [] });
      const { results } = await run('plan', { ...live, loadBalancer });
      expect(results[0]?.unit.dangers).toMatchObject([
        { resource: 'Listener80', forbidden: expect.stringContaining('Service sample-ecs-service uses it.') },
      ]);
    });
  });

  test('destroying takes everything, past protected instances', async () => {
    const { results } = await destroy({ cluster: BASE, confirm: NAME, timeoutMs: HOUR_MS }, account.ports);
    expect(results.map(({ unit, outcome }) => [unit.id, outcome.kind])).toEqual([
      [`service/${NAME}/${SERVICE}`, 'destroyed'],
      [`stack/${NAME}-${SERVICE}`, 'destroyed'],
      [`stack/${NAME}`, 'destroyed'],
    ]);
    // ECS itself ends the protection of instances that have lost their last task.
    expect(account.writes().filter((write) => write !== 'SetInstanceProtection')).toEqual([
      'DeleteService',
      'DeleteStack',
      'UpdateAutoScalingGroup',
      'DeleteStack',
    ]);
    expect(results[1]?.outcome.evidence).toEqual(['kept: LogGroup (AWS::Logs::LogGroup) /ecs/sample-ecs-service']);
    expect(await account.ports.stacks.list()).toEqual([]);
  }, 120_000);

  test('destroying once more finds nothing and writes nothing', async () => {
    const { results } = await destroy({ cluster: BASE, confirm: NAME, timeoutMs: HOUR_MS }, account.ports);
    expect(results.map(({ outcome }) => outcome.kind)).toEqual(['unchanged']);
    expect(account.writes()).toEqual([]);
  });

  test('a new cluster of that name takes the log group that was kept', async () => {
    const { kinds } = await run('apply', BASE);
    expect(kinds).toEqual(['deployed', 'deployed']);
    const resources = await account.ports.stacks.resources(`${NAME}-${SERVICE}`);
    expect(resources.map(({ physicalId }) => physicalId)).toContain(`/ecs/${SERVICE}`);
  }, 120_000);
});
