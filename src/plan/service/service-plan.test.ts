import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aCluster, aService } from '../../../tests/builders/cluster.ts';
import { aDeployment, aLiveService, aRevision, aServiceView, REVISION } from '../../../tests/builders/live-service.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Service } from '../../model/service.ts';
import { type LiveService, planService, type ServicePlan } from './service-plan.ts';
import { serviceTags } from './service-tags.ts';

const CLUSTER = aCluster();
const OUTPUTS = {
  cluster: { ClusterName: 'sample-ecs-cluster', CapacityProvider: 'sample-capacity-provider' },
  service: { TargetGroup1Arn: 'tg-1' },
};

function plan(service: Service, live: LiveService): ServicePlan {
  return planService({ cluster: CLUSTER, service, overrides: [], outputs: OUTPUTS }, live);
}

function withImage(image: string, overrides: Partial<Service> = {}): Service {
  return aService({
    taskDefinition: {
      family: 'sample',
      definition: { containerDefinitions: [{ name: 'nginx', image }] },
      containers: [{ name: 'nginx', image: { kind: 'config', image } }],
      source: {},
    },
    ...overrides,
  });
}

/** What stands after the plan was applied, as ECS would describe it. */
function applied(
  { taskDefinition, service, tags, digestsTag }: ServicePlan,
  live: LiveService,
  config: Service,
): LiveService {
  const revision = 'arn' in taskDefinition.revision ? taskDefinition.revision.arn : `${REVISION}:2`;
  const request = service.kind === 'none' ? {} : service.request;
  const { desiredCount, forceNewDeployment: _, serviceName: __, ...members } = request;
  const before = live.service ?? aServiceView({ tags: serviceTags(CLUSTER, config) });
  return aLiveService({
    service: {
      ...before,
      taskDefinition: revision,
      desiredCount: typeof desiredCount === 'number' ? desiredCount : before.desiredCount,
      deployments: [aDeployment({ taskDefinition: revision })],
      description: { ...before.description, ...members },
      tags: { ...before.tags, ...tags, ...digestsTag },
    },
    taskDefinition: aRevision(2, taskDefinition.definition),
  });
}

describe('the plan of a service', () => {
  test('creates one that does not exist', () => {
    const { unit, service } = plan(withImage('nginx:1'), aLiveService());
    expect(unit).toMatchObject({
      id: 'service/sample-ecs-cluster/sample-ecs-service',
      needs: ['stack/sample-ecs-cluster', 'stack/sample-ecs-cluster-sample-ecs-service'],
      dangers: [],
    });
    expect(unit.changes.map(({ action, resource }) => `${action} ${resource}`)).toEqual([
      'add task definition',
      'add service',
    ]);
    expect(service).toEqual({
      kind: 'create',
      request: {
        serviceName: 'sample-ecs-service',
        desiredCount: 2,
        capacityProviderStrategy: [{ capacityProvider: 'sample-capacity-provider', weight: 1, base: 0 }],
        loadBalancers: [{ targetGroupArn: 'tg-1', containerName: 'nginx', containerPort: 80 }],
      },
    });
  });

  test('says what is not provisioned yet', () => {
    const wanted = {
      cluster: CLUSTER,
      service: withImage('a'),
      overrides: [],
      outputs: { cluster: undefined, service: undefined },
    };
    expect(planService(wanted, aLiveService()).unit.notes).toEqual([
      'Its stacks come first: ClusterName of stack sample-ecs-cluster, CapacityProvider of stack sample-ecs-cluster, TargetGroup1Arn of stack sample-ecs-cluster-sample-ecs-service is known only then.',
    ]);
  });

  test('leaves the desired count to autoscaling where there is any', () => {
    const scaling = { minCapacity: 2, maxCapacity: 4, steps: undefined, targetTracking: [], drivesInstances: false };
    const live = running(withImage('nginx:1'), { desiredCount: 4 });
    expect(plan(withImage('nginx:1', { scaling }), live).service).toEqual({ kind: 'none' });
    expect(plan(withImage('nginx:1'), live).service).toEqual({
      kind: 'update',
      request: { desiredCount: 2 },
      deploys: false,
    });
  });

  test('starts a new deployment where the one of what is wanted has failed', () => {
    const deployments = [aDeployment({ rolloutState: 'FAILED' })];
    const { service, unit } = plan(withImage('nginx:1'), running(withImage('nginx:1'), { deployments }));
    expect(service).toEqual({ kind: 'update', request: { forceNewDeployment: true }, deploys: true });
    expect(unit.changes[0]?.properties.map(({ path }) => path)).toEqual(['deployments.PRIMARY']);
  });

  test('sets the tags that the service lacks and leaves those of others', () => {
    const tags = { ...serviceTags(CLUSTER, withImage('nginx:1')), theirs: 'x' };
    const live = running(withImage('nginx:1'), { tags });
    expect(plan(withImage('nginx:1'), live).unit.changes).toEqual([]);
    expect(plan(withImage('nginx:1', { tags: { team: 'a' } }), live).tags).toEqual({ team: 'a' });
  });

  test.each<[string, Partial<Service>, string]>([
    ['no tasks at all', { desiredCount: 0 }, 'desiredCount'],
    ['no load balancer any more', { loadBalancers: [] }, 'loadBalancers'],
    ['what ECS cannot change', { settings: { schedulingStrategy: 'DAEMON' } }, 'schedulingStrategy'],
    [
      'a rollout that could not move',
      { settings: { networkConfiguration: subnet('a'), deploymentConfiguration: { maximumPercent: 100 } } },
      'deploymentConfiguration',
    ],
  ])('shows as a danger: %s', (_, change, property) => {
    const { unit } = plan(withImage('nginx:1', change), running(withImage('nginx:1')));
    expect(unit.dangers.map((danger) => danger.property)).toEqual([property]);
    expect(unit.dangers[0]?.allowed).toBe(false);
  });

  test('allows exactly the danger that cluster.yaml names', () => {
    const allow = [{ resource: 'sample-ecs-service', property: 'desiredCount', to: '0' }];
    const service = withImage('nginx:1', { desiredCount: 0 });
    const wanted = { cluster: aCluster({ allow }), service, overrides: [], outputs: OUTPUTS };
    expect(planService(wanted, running(withImage('nginx:1'))).unit.dangers[0]?.allowed).toBe(true);
  });

  test('has the digest of what would be done, and only of that', () => {
    const [one, same, other] = ['nginx:2', 'nginx:2', 'nginx:3'].map(
      (image) => plan(withImage(image), running(withImage('nginx:1'))).unit.digest,
    );
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });

  test('has the digest that it had before another change of the service was deployed', () => {
    const settings = { healthCheckGracePeriodSeconds: 30 };
    const reviewed = plan(withImage('nginx:1', { settings }), running(withImage('nginx:1'))).unit;
    const later = plan(withImage('nginx:2', { settings }), running(withImage('nginx:2'))).unit;
    expect(reviewed.changes.length).toBe(1);
    expect(later.digest).toBe(reviewed.digest);
  });

  test('has another digest where somebody has set another value of what it changes', () => {
    const digests = [2, 6].map(
      (desiredCount) =>
        plan(withImage('nginx:1', { desiredCount: 3 }), running(withImage('nginx:1'), { desiredCount })).unit.digest,
    );
    expect(digests[0]).not.toBe(digests[1]);
  });

  describe('of a value that may be a secret', () => {
    const withCommand = (command: string): Service => {
      const container = { name: 'nginx', image: 'nginx:1', command: [command] };
      const { taskDefinition } = withImage('nginx:1');
      return aService({ taskDefinition: { ...taskDefinition, definition: { containerDefinitions: [container] } } });
    };
    const setBy = (command: string, image = 'nginx:1', deployment = 'ecs-svc/2'): LiveService => ({
      ...running(withCommand('info'), { deployments: [aDeployment({ id: deployment })] }),
      taskDefinition: aRevision(2, { containerDefinitions: [{ name: 'nginx', image, command: [command] }] }),
    });
    const wanted = withCommand('debug');

    test('shows it where config has stated it, and says so where not', () => {
      const stated = plan(wanted, setBy('info')).unit;
      expect(stated.changes[0]?.properties[0]?.before).toEqual({ kind: 'value', text: '["info"]' });
      expect(stated.notes).toEqual([]);
      const { changes, notes } = plan(wanted, setBy('hotfix')).unit;
      expect(changes[0]?.properties[0]?.before).toEqual({ kind: 'secret' });
      expect(notes).toEqual([expect.stringContaining('unknown whether what serves was ever in config')]);
    });

    test('has another digest for each deployment that sets it by another hand', () => {
      const units = [setBy('info'), setBy('hotfix'), setBy('hotfix-2', 'nginx:1', 'ecs-svc/3')].map(
        (live) => plan(wanted, live).unit.digest,
      );
      expect(new Set(units).size).toBe(3);
    });

    test('remembers what config states, without making that a reason to write', () => {
      const config = withCommand('info');
      const live = running(config, { tags: serviceTags(CLUSTER, config) });
      const { unit, tags, digestsTag } = plan(config, live);
      expect([unit.changes, tags]).toEqual([[], {}]);
      expect(Object.keys(digestsTag)).toEqual(['ecs-gitops:config-digests']);
    });
  });

  test('is empty once it was applied', () => {
    const anySettings = fc.record(
      {
        healthCheckGracePeriodSeconds: fc.nat(300),
        enableExecuteCommand: fc.boolean(),
        propagateTags: fc.constantFrom('NONE', 'SERVICE'),
        placementStrategy: fc.constantFrom(
          [],
          [{ type: 'spread', field: 'host' }],
          [{ type: 'binpack', field: 'memory' }],
        ),
        deploymentConfiguration: fc.record(
          {
            maximumPercent: fc.constantFrom(150, 200),
            deploymentCircuitBreaker: fc.record({ enable: fc.boolean(), rollback: fc.boolean() }),
            alarms: fc.record({ enable: fc.boolean(), rollback: fc.boolean(), alarmNames: fc.constant(['a']) }),
          },
          { requiredKeys: [] },
        ),
        networkConfiguration: fc.constantFrom(subnet('a'), subnet('b')),
      },
      { requiredKeys: [] },
    );
    const anyService = fc
      .record({ image: fc.constantFrom('a', 'b'), desiredCount: fc.integer({ min: 1, max: 4 }), settings: anySettings })
      .map(({ image, ...rest }) => withImage(image, rest));
    fc.assert(
      fc.property(anyService, anyService, (before, after) => {
        const created = applied(plan(before, aLiveService()), aLiveService(), before);
        const first = plan(after, created);
        const second = plan(after, applied(first, created, after));
        expect(second.unit.changes).toEqual([]);
        expect(second.service).toEqual({ kind: 'none' });
      }),
      { numRuns: 300 },
    );
  });
});

function running(service: Service, overrides: Parameters<typeof aServiceView>[0] = {}): LiveService {
  const created = plan(service, aLiveService());
  const live = applied(created, aLiveService(), service);
  return { ...live, ...(live.service ? { service: { ...live.service, ...overrides } } : {}) };
}

function subnet(id: string): JsonObject {
  return { awsvpcConfiguration: { subnets: [id] } };
}
