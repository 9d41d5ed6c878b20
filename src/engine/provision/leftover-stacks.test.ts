import { describe, expect, test } from '@jest/globals';
import { aCluster, aService } from '../../../tests/builders/cluster.ts';
import { aServiceView } from '../../../tests/builders/live-service.ts';
import { aStack } from '../../../tests/builders/stack.ts';
import { fakePorts, type ProvisionScript } from '../../../tests/fakes/provision.ts';
import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { ProvisionRequest } from './context.ts';
import { provision } from './provision.ts';

const OLD = aStack({
  id: 'arn:aws:cloudformation:ap-northeast-1:123456789012:stack/sample-ecs-cluster-old/1',
  name: 'sample-ecs-cluster-old',
  tags: { 'ecs-gitops:cluster': 'sample-ecs-cluster', 'ecs-gitops:service': 'old' },
});
const allow = [{ resource: 'stack/sample-ecs-cluster-old', property: undefined, to: undefined }];
const GROUP = { logicalId: 'TargetGroup', physicalId: 'arn:tg/old', type: 'AWS::X', status: 'CREATE_COMPLETE' };

interface Options extends ProvisionScript {
  readonly refusedList?: boolean;
  readonly cluster?: Partial<Cluster>;
  readonly mode?: ProvisionRequest['mode'];
}

/** Provisions a cluster of which the stack of a service `old` is all that exists. */
async function run({ cluster = { allow }, mode = 'apply', refusedList = false, ...script }: Options = {}) {
  const ports = fakePorts({ stacks: [OLD], resources: { 'sample-ecs-cluster-old': [GROUP] }, ...script });
  const request = { cluster: aCluster({ services: [aService()], ...cluster }), mode, timeoutMs: 3_600_000 };
  const list = async () => {
    throw new ToolkitError('ACCESS_DENIED', 'cloudformation:DescribeStacks is denied.', { hint: 'Add it.' });
  };
  const stacks = refusedList ? { ...ports.stacks, list } : ports.stacks;
  const { results } = await provision(request, { ...ports, stacks });
  const told = ports.events.flatMap((event) => (event.kind === 'notice' ? [event.message] : []));
  const deleted = ports.stacks.writes.filter((write) => write.startsWith('delete sample'));
  return { results, told, deleted, events: ports.events };
}

describe('the stack of a service that config no longer has', () => {
  test('goes last of all where config allows it', async () => {
    const { results, deleted, events } = await run();
    expect(results.map(({ unit, outcome }) => `${unit.id} ${outcome.kind}`)).toEqual([
      'stack/sample-ecs-cluster deployed',
      'stack/sample-ecs-cluster-sample-ecs-service deployed',
      'stack/sample-ecs-cluster-old destroyed',
    ]);
    expect(deleted).toEqual(['delete sample-ecs-cluster-old']);
    const shown = events.flatMap((event) => (event.kind === 'plan' ? event.units : []));
    expect(shown.at(-1)).toMatchObject({
      changes: [{ action: 'remove', resource: 'TargetGroup' }],
      dangers: [{ resource: 'stack/sample-ecs-cluster-old', allowed: true }],
    });
  });

  test('is only shown by a plan', async () => {
    const { results, deleted } = await run({ mode: 'plan' });
    expect(results.at(-1)).toMatchObject({ service: 'old', outcome: { kind: 'planned' } });
    expect(deleted).toEqual([]);
  });

  test('is shown by a plan too while its service, which is to go as well, stands on it', async () => {
    const services = [aServiceView({ name: 'old' })];
    const both = [...allow, { resource: 'service/old', property: undefined, to: undefined }];
    const { results } = await run({ mode: 'plan', services, cluster: { allow: both } });
    expect(results.at(-1)?.outcome).toMatchObject({
      kind: 'planned',
      summary: 'Applying would keep the stack until service old is deleted; the next apply removes it.',
    });
    expect(results.at(-1)?.unit).toMatchObject({
      changes: [{ action: 'remove', isLater: true }],
      notes: [expect.stringContaining('This apply deletes service old and keeps the stack')],
    });
    const alone = await run({ mode: 'plan', cluster: { allow: both } });
    expect(alone.results.at(-1)?.unit.digest).toBe(results.at(-1)?.unit.digest);
    const applied = await run({ services, cluster: { allow: both } });
    expect([applied.results.length, applied.deleted]).toEqual([2, []]);
  });

  test('is told to be unseen, and its consent is not called idle, where the role may not list stacks', async () => {
    const { results, events } = await run({ refusedList: true });
    expect(results).toHaveLength(2);
    expect(events.flatMap((event) => (event.kind === 'warning' ? [event.message] : []))).toEqual([
      'allow names stack/sample-ecs-cluster-old, but this role has no permission to look for it, so it is not removed: cloudformation:DescribeStacks is denied. Add it.',
    ]);
  });

  test('is told of and left alone without consent', async () => {
    const { results, told, deleted } = await run({ cluster: {} });
    expect(results).toHaveLength(2);
    expect(told).toEqual([
      'Stack sample-ecs-cluster-old belongs to service old, which is no longer in config. It is not changed. To remove it once the service is deleted, add under allow in cluster.yaml: - { resource: "stack/sample-ecs-cluster-old" }',
    ]);
    expect(deleted).toEqual([]);
  });

  test.each([
    ['its service is live', aServiceView({ name: 'old' })],
    [
      'another service has its target group',
      aServiceView({ name: 'new', description: { loadBalancers: [{ targetGroupArn: 'arn:tg/old' }] } }),
    ],
  ])('stays while %s, whatever config allows', async (_, service) => {
    const { results, told, deleted, events } = await run({ services: [service] });
    expect(results).toHaveLength(2);
    expect(told[0]).toContain(`Service ${service.name} still uses it`);
    expect(deleted).toEqual([]);
    expect(events.filter(({ kind }) => kind === 'warning')).toEqual([]);
  });

  test('stays where config has no service at all', async () => {
    const { told, deleted } = await run({ cluster: { allow, services: [] } });
    expect(told[0]).toContain('Config has no services at all, so nothing is removed.');
    expect(deleted).toEqual([]);
  });

  test('stays where another stack did not get well', async () => {
    const execution = () => [['Cluster', 'CREATE_FAILED', 'no'] as const, ['', 'ROLLBACK_COMPLETE'] as const];
    const { results, deleted } = await run({ execution });
    expect(results.at(-1)?.outcome).toMatchObject({
      kind: 'blocked',
      summary: 'Not removed, since stack/sample-ecs-cluster ended rolled-back.',
    });
    expect(deleted).toEqual([]);
  });

  test('is red where it does not go, and says what holds it', async () => {
    const deletion = () => [
      ['TargetGroup', 'DELETE_FAILED', 'Target group is in use by a listener'] as const,
      ['', 'DELETE_FAILED'] as const,
    ];
    const { results } = await run({ deletion });
    expect(results.at(-1)?.outcome).toMatchObject({
      kind: 'failed',
      summary: expect.stringContaining('TargetGroup: Target group is in use by a listener'),
    });
  });
});

test('a consent that no stack needs is a warning', async () => {
  const { events } = await run({ stacks: [] });
  expect(events).toContainEqual({
    kind: 'warning',
    message: expect.stringContaining('This allows a change of stack/sample-ecs-cluster-old that is not planned.'),
    at: expect.anything(),
  });
});
