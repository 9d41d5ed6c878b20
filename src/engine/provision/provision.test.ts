import { describe, expect, test } from '@jest/globals';
import { aCluster, aService } from '../../../tests/builders/cluster.ts';
import { aDetail, aResourceChange } from '../../../tests/builders/stack.ts';
import { aGroup, anInstance, fakeInstances } from '../../../tests/fakes/instances.ts';
import {
  CLUSTER_OUTPUTS_LIVE,
  type FakePorts,
  fakePorts,
  type ProvisionScript,
} from '../../../tests/fakes/provision.ts';
import type { Cluster } from '../../model/cluster.ts';
import type { StackView } from '../../model/stack-views.ts';
import { clusterTemplate } from '../../template/cluster-template.ts';
import { serviceTemplate } from '../../template/service-template.ts';
import type { ProvisionRequest, ProvisionResult } from './context.ts';
import { provision } from './provision.ts';

const CLUSTER = aCluster({ services: [aService()] });
const GIVEN = { vpcId: 'vpc-1', subnetIds: ['subnet-a', 'subnet-c'], instanceSubnetIds: ['subnet-a', 'subnet-c'] };

/** The two stacks as they are once config has been applied. */
function appliedStacks(overrides: Partial<StackView> = {}): readonly StackView[] {
  const templates = [clusterTemplate(CLUSTER, GIVEN), serviceTemplate(CLUSTER, aService(), CLUSTER_OUTPUTS_LIVE)];
  return templates.map((template, index) => ({
    id: `arn:aws:cloudformation:ap-northeast-1:123456789012:stack/${template?.name}/1`,
    name: template?.name ?? '',
    status: 'CREATE_COMPLETE',
    statusReason: undefined,
    outputs: { ...(index === 0 ? CLUSTER_OUTPUTS_LIVE : {}), TemplateDigest: template?.digest ?? '' },
    parameters: template?.parameters as Record<string, string>,
    tags: template?.tags ?? {},
    terminationProtection: false,
    ...(index === 0 ? overrides : {}),
  }));
}

/** The cluster's stack was made from an older config. */
const outdatedStacks = (overrides: Partial<StackView> = {}) =>
  appliedStacks({ outputs: { ...CLUSTER_OUTPUTS_LIVE, TemplateDigest: 'older' }, ...overrides });

async function run(
  script: ProvisionScript,
  request: Partial<ProvisionRequest> = {},
): Promise<ProvisionResult & { readonly ports: FakePorts; readonly kinds: readonly string[] }> {
  const ports = fakePorts(script);
  const result = await provision({ cluster: CLUSTER, mode: 'apply', timeoutMs: 3_600_000, ...request }, ports);
  return { ...result, ports, kinds: result.results.map(({ outcome }) => outcome.kind) };
}

describe('provision refuses before it looks at a stack', () => {
  test.each([
    ['another account', { account: '210987654321' }, 'WRONG_ACCOUNT'],
    ['another region', { region: 'eu-west-1' }, 'WRONG_REGION'],
  ])('%s', async (_case, script, code) => {
    await expect(run(script)).rejects.toMatchObject({ code });
  });
});

describe('a plan', () => {
  test('of a cluster that does not exist adds everything and writes nothing', async () => {
    const { results, kinds, ports } = await run({}, { mode: 'plan' });
    expect(kinds).toEqual(['planned', 'planned']);
    expect(results.map(({ unit }) => unit.needs)).toEqual([[], ['stack/sample-ecs-cluster']]);
    expect(results[1]?.unit.changes.map(({ resource }) => resource)).toContain('TargetGroupSampleEcsTg');
    expect(ports.stacks.writes).toEqual([]);
  });

  test('makes a change set and deletes it', async () => {
    const { kinds, ports } = await run({ stacks: outdatedStacks() }, { mode: 'plan' });
    expect(kinds).toEqual(['planned', 'unchanged']);
    expect(ports.stacks.writes).toEqual([
      'create UPDATE change set sample-ecs-cluster',
      'delete change set sample-ecs-cluster',
    ]);
  });

  test('shows dangers as blocked', async () => {
    const changes = [aResourceChange({ action: 'Remove', policyAction: 'Delete' })];
    const { kinds } = await run({ stacks: outdatedStacks(), changeSet: () => ({ changes }) }, { mode: 'plan' });
    expect(kinds).toEqual(['blocked', 'unchanged']);
  });

  test.each([
    ['a role', { existingRoles: ['ecsInstanceRole'] }, 'Role ecsInstanceRole'],
    [
      'a group',
      { instances: { ...fakeInstances(aGroup()) }, groupExists: true },
      'Auto Scaling group sample-autoscaling-group',
    ],
  ])('finds %s that exists outside of the stack', async (_case, script, what) => {
    const { results, kinds } = await run(script, { mode: 'plan' });
    expect(kinds).toEqual(['blocked', 'planned']);
    expect(results[0]?.outcome).toMatchObject({
      summary: `${what} exists already and belongs to no stack of this cluster.`,
      nextStep: expect.stringContaining('arn instead of name'),
    });
  });

  test('compares a service with what the cluster will only have after apply', async () => {
    const [, service] = appliedStacks();
    const { results, ports } = await run({ stacks: service ? [service] : [] }, { mode: 'plan' });
    expect(results[1]?.unit.notes[0]).toContain("The cluster's stack does not have VpcId, Listener80Arn yet.");
    expect(ports.stacks.writes).toEqual([]);
  });
});

describe('applying', () => {
  test('creates the cluster first, then the service with what the cluster says', async () => {
    const { kinds, ports } = await run({});
    expect(kinds).toEqual(['deployed', 'deployed']);
    expect(ports.stacks.writes).toEqual([
      'create CREATE change set sample-ecs-cluster',
      'execute sample-ecs-cluster',
      'create CREATE change set sample-ecs-cluster-sample-ecs-service',
      'execute sample-ecs-cluster-sample-ecs-service',
    ]);
    expect(ports.stacks.requests[1]?.parameters).toEqual({ VpcId: 'vpc-1', Listener80Arn: 'arn:listener/80' });
    expect(ports.stacks.requests.map(({ deleteOnFailure }) => deleteOnFailure)).toEqual([true, true]);
  });

  test('takes a log group that outlived its stack into the new one', async () => {
    const { ports } = await run({ existingLogGroups: ['/ecs/sample-ecs-service'] });
    expect(ports.stacks.requests.map(({ importExisting }) => importExisting)).toEqual([false, true]);
  });

  test('shows the plan before it writes', async () => {
    const { ports } = await run({});
    const kinds = ports.events.map(({ kind }) => kind);
    expect(kinds.indexOf('plan')).toBeLessThan(kinds.indexOf('wrote'));
  });

  test('writes nothing where everything is right', async () => {
    const { kinds, ports } = await run({ stacks: appliedStacks() });
    expect(kinds).toEqual(['unchanged', 'unchanged']);
    expect([...ports.stacks.writes, ...ports.instances.writes]).toEqual([]);
  });

  test('updates what differs with two writes', async () => {
    const { kinds, ports } = await run({ stacks: outdatedStacks() });
    expect(kinds).toEqual(['deployed', 'unchanged']);
    expect(ports.stacks.writes).toEqual(['create UPDATE change set sample-ecs-cluster', 'execute sample-ecs-cluster']);
  });

  test('counts the clean-up after an update as its end', async () => {
    const execution = () => [['', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS']] as const;
    expect((await run({ stacks: outdatedStacks(), execution })).kinds).toEqual(['deployed', 'unchanged']);
  });

  test('is unchanged where CloudFormation finds nothing to change, and leaves no change set', async () => {
    const changeSet = () => ({
      status: 'FAILED',
      statusReason:
        "The submitted information didn't contain changes. Submit different information to create a change set.",
    });
    const { kinds, ports } = await run({ stacks: outdatedStacks(), changeSet });
    expect(kinds).toEqual(['unchanged', 'unchanged']);
    expect(ports.stacks.writes.at(-1)).toBe('delete change set sample-ecs-cluster');
  });

  test('sweeps what killed runs left', async () => {
    const { ports } = await run({ stacks: outdatedStacks(), leftovers: ['ecs-gitops-0-left'] });
    expect(ports.stacks.writes[0]).toBe('delete change set ecs-gitops-0-left');
  });

  test('follows events as they come', async () => {
    const execution = () =>
      [
        ['', 'UPDATE_IN_PROGRESS'],
        ['Cluster', 'UPDATE_COMPLETE'],
        ['', 'UPDATE_COMPLETE'],
      ] as const;
    const { ports } = await run({ stacks: outdatedStacks(), execution });
    const told = ports.events.flatMap((event) => (event.kind === 'stack-event' ? [event.event.logicalId] : []));
    expect(told).toEqual(['sample-ecs-cluster', 'Cluster', 'sample-ecs-cluster']);
  });
});

describe('a dangerous change', () => {
  const replaced = aResourceChange({
    logicalId: 'Listener80',
    physicalId: 'arn:listener/80',
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    replacement: 'True',
    policyAction: 'ReplaceAndDelete',
    details: [aDetail('LoadBalancerArn', { after: 'arn:loadbalancer/2', requiresRecreation: 'Always' })],
  });
  const script = { stacks: outdatedStacks(), changeSet: () => ({ changes: [replaced] }) };
  const allow = [{ resource: 'Listener80', property: 'LoadBalancerArn', to: 'arn:loadbalancer/2' }];

  test('is blocked, says which consent it wants, and holds everything else', async () => {
    const { results, kinds, ports } = await run(script);
    expect(kinds).toEqual(['blocked', 'blocked']);
    expect(results[0]?.outcome.nextStep).toContain(
      '- { resource: "Listener80", property: "LoadBalancerArn", to: "arn:loadbalancer/2" }',
    );
    expect(results[1]?.outcome.summary).toBe('Nothing was written, since stack/sample-ecs-cluster is refused.');
    expect(ports.stacks.writes).toEqual([
      'create UPDATE change set sample-ecs-cluster',
      'delete change set sample-ecs-cluster',
    ]);
  });

  test('is done with consent', async () => {
    expect((await run(script, { cluster: { ...CLUSTER, allow } as Cluster })).kinds[0]).toBe('deployed');
  });

  test('is not done with consent where a live service uses what goes', async () => {
    const service = {
      name: 'sample-ecs-service',
      description: { loadBalancers: [{ targetGroupArn: 'arn:targetgroup/1' }] },
    } as unknown as NonNullable<ProvisionScript['services']>[number];
    const { results } = await run({ ...script, services: [service] }, { cluster: { ...CLUSTER, allow } as Cluster });
    expect(results[0]?.outcome).toMatchObject({
      kind: 'blocked',
      evidence: [expect.stringContaining('Service sample-ecs-service uses it. Add the new listener beside it')],
    });
  });
});

describe('instances', () => {
  const outdated = aGroup({
    launchTemplateVersion: '2',
    instances: [anInstance('i-1'), anInstance('i-2', { launchTemplateVersion: '2' })],
  });

  test('of an older launch template are replaced, also where a killed run left them', async () => {
    const { results, ports } = await run({ stacks: appliedStacks(), instances: fakeInstances(outdated) });
    expect(results[0]?.unit.changes).toMatchObject([{ action: 'replace', physicalId: 'i-1' }]);
    expect(results[0]?.outcome).toMatchObject({
      kind: 'deployed',
      summary: expect.stringContaining('1 instances were replaced'),
    });
    expect(ports.instances.writes).toEqual(['refresh sample-autoscaling-group']);
  });

  test('are replaced while CloudFormation still deletes what an update replaced, which they may use', async () => {
    const execution = () => [['', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS']] as const;
    const instances = fakeInstances(outdated);
    const { results, ports } = await run({ stacks: outdatedStacks(), execution, instances });
    expect(results[0]?.outcome.summary).toBe('Stack sample-ecs-cluster was updated. 1 instances were replaced.');
    expect(ports.instances.writes).toEqual(['refresh sample-autoscaling-group']);
  });

  test.each([
    ['back the version that they have', '1', []],
    ['another version than they have', '2', ['i-1', 'i-2']],
  ])('of a group that gets %s are compared with that one', async (_case, after, expected) => {
    const instances = fakeInstances(aGroup({ launchTemplateVersion: after === '1' ? '2' : '1' }));
    const details = [aDetail('LaunchTemplate/Version', { after })];
    const changes = [aResourceChange({ type: 'AWS::AutoScaling::AutoScalingGroup', details })];
    const changeSet = () => ({ changes });
    const { results } = await run({ stacks: outdatedStacks(), instances, changeSet }, { mode: 'plan' });
    const replaced = results[0]?.unit.changes.filter(({ action }) => action === 'replace');
    expect(replaced?.map(({ physicalId }) => physicalId)).toEqual(expected.length > 0 ? [expected.join(', ')] : []);
    expect(results[0]?.outcome.kind).toBe(expected.length > 0 ? 'blocked' : 'planned');
  });

  test('whose refresh fails make the run fail, with the reason', async () => {
    const instances = fakeInstances(outdated, { refreshEnd: 'Failed' });
    const { results } = await run({ stacks: appliedStacks(), instances });
    expect(results[0]?.outcome).toMatchObject({
      kind: 'failed',
      summary: expect.stringContaining('Failed: an instance did not become healthy'),
    });
  });

  test('that never register are explained', async () => {
    const { results, kinds } = await run({ instances: fakeInstances(aGroup(), { unregistered: ['i-2'] }) });
    expect(kinds).toEqual(['timed-out', 'blocked']);
    expect(results[0]?.outcome).toMatchObject({
      evidence: ['i-2 runs, but its ECS agent has not registered'],
      nextStep: expect.stringContaining('instance role'),
    });
  });
});

test('a run that is cancelled while it applies says so for every stack', async () => {
  const controller = new AbortController();
  const ports = fakePorts({ execution: () => [['', 'CREATE_IN_PROGRESS']] });
  const operationEvents = async (stack: string, token: string) => {
    controller.abort(new Error('cancelled'));
    return ports.stacks.operationEvents(stack, token);
  };
  const { results } = await provision(
    { cluster: CLUSTER, mode: 'apply', timeoutMs: 60_000, signal: controller.signal },
    { ...ports, stacks: { ...ports.stacks, operationEvents } },
  );
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(['cancelled', 'blocked']);
});

test('a cancelled run leaves no change set', async () => {
  const controller = new AbortController();
  const ports = fakePorts({ stacks: outdatedStacks(), changeSet: () => ({ status: 'CREATE_IN_PROGRESS' }) });
  const describeChangeSet = async (id: string) => {
    controller.abort(new Error('cancelled'));
    return ports.stacks.describeChangeSet(id);
  };
  const { results } = await provision(
    { cluster: CLUSTER, mode: 'apply', timeoutMs: 60_000, signal: controller.signal },
    { ...ports, stacks: { ...ports.stacks, describeChangeSet } },
  );
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(['cancelled']);
  expect(ports.stacks.writes).toEqual([
    'create UPDATE change set sample-ecs-cluster',
    'delete change set sample-ecs-cluster',
  ]);
});
