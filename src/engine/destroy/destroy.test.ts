import { describe, expect, test } from '@jest/globals';
import { aCluster, aLoadBalancer, aService } from '../../../tests/builders/cluster.ts';
import { aServiceView } from '../../../tests/builders/live-service.ts';
import { aStack } from '../../../tests/builders/stack.ts';
import { instantClock } from '../../../tests/fakes/clock.ts';
import { aGroup, fakeInstances } from '../../../tests/fakes/instances.ts';
import { fakeStacks, type StackScript } from '../../../tests/fakes/stacks.ts';
import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { ProgressEvent } from '../../model/progress-events.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { DestroyPorts } from './context.ts';
import { destroy } from './destroy.ts';

const CLUSTER = aCluster({ services: [aService()] });
const TAGS = { 'ecs-gitops:cluster': 'sample-ecs-cluster' };
const SERVICE_TAGS = { ...TAGS, 'ecs-gitops:service': 'sample-ecs-service' };
const GROUP = {
  logicalId: 'AutoScalingGroup',
  physicalId: 'sample-autoscaling-group',
  type: 'AWS::AutoScaling::AutoScalingGroup',
  status: 'CREATE_COMPLETE',
};

function stackOf(name: string, overrides: Partial<ReturnType<typeof aStack>> = {}) {
  return aStack({
    id: `arn:aws:cloudformation:ap-northeast-1:123456789012:stack/${name}/1`,
    name,
    tags: TAGS,
    ...overrides,
  });
}

const STACKS = [
  stackOf('sample-ecs-cluster'),
  stackOf('sample-ecs-cluster-sample-ecs-service', { tags: SERVICE_TAGS }),
];

interface Script extends StackScript {
  readonly services?: readonly ServiceView[];
  readonly confirm?: string;
  readonly cluster?: Cluster;
  readonly alarmTags?: Readonly<Record<string, string>>;
  /** Called before each service is deleted. */
  readonly onDelete?: (name: string) => void;
  readonly signal?: AbortSignal;
}

/** Runs destroy; `log` has everything that was written, in order. */
async function run({
  services = [],
  confirm = 'sample-ecs-cluster',
  cluster = CLUSTER,
  alarmTags = SERVICE_TAGS,
  onDelete = () => {},
  signal,
  ...script
}: Script) {
  const stacks = fakeStacks({ resources: { 'sample-ecs-cluster': [GROUP] }, ...script });
  const instances = fakeInstances(script.stacks ? aGroup() : undefined);
  const events: ProgressEvent[] = [];
  let live = [...services];
  const ports: DestroyPorts = {
    account: { accountId: async () => '123456789012', region: async () => undefined },
    stacks,
    instances,
    services: {
      list: async () => live.map(({ name }) => name),
      describe: async (_cluster, names) => names.map((name) => live.find((service) => service.name === name)),
      delete: async (_cluster, name) => {
        onDelete(name);
        live = live.filter((service) => service.name !== name);
      },
    },
    scaling: {
      target: async (_cluster, name) =>
        live.some((service) => service.name === name) ? { minCapacity: 2, maxCapacity: 4 } : undefined,
      policies: async (_cluster, name) =>
        name === 'old' ? [{ arn: 'arn:policy/1', name: 'out', alarmNames: ['OldAlarm'], description: {} }] : [],
      deregisterTarget: async () => {},
      alarms: async (names) =>
        names.map((name) =>
          live.length > 0 ? { name, state: 'OK', actions: [], tags: alarmTags, description: {} } : undefined,
        ),
      deleteAlarms: async () => {},
    },
    clock: instantClock(),
    progress: { emit: (event) => void events.push(event) },
  };
  const result = await destroy({ cluster, confirm, timeoutMs: 600_000, signal }, ports);
  const log = events.flatMap((event) => (event.kind === 'wrote' ? [event.what] : []));
  return { ...result, kinds: result.results.map(({ outcome }) => outcome.kind), log, events };
}

describe('destroy', () => {
  test.each([
    ['nothing', '', 'INPUT_MISSING'],
    ['another name', 'sample', 'INPUT_INVALID'],
  ])('is not confirmed by %s', async (_case, confirm, code) => {
    await expect(run({ stacks: STACKS, confirm })).rejects.toMatchObject({ code });
  });

  test('takes services first, then their stacks, then the instances, then the cluster', async () => {
    const { kinds, log } = await run({ stacks: STACKS, services: [aServiceView()] });
    expect(kinds).toEqual(['destroyed', 'destroyed', 'destroyed']);
    expect(log).toEqual([
      'deregistered the scalable target of service sample-ecs-service',
      'deleted alarms sample-ecs-cluster-sample-ecs-service-scale-out, sample-ecs-cluster-sample-ecs-service-scale-in',
      'deleted service sample-ecs-service',
      'deleted stack sample-ecs-cluster-sample-ecs-service',
      'removed the scale-in protection of i-1, i-2',
      'resized Auto Scaling group sample-autoscaling-group to 0',
      'deleted stack sample-ecs-cluster',
    ]);
  });

  test('shows what goes before anything does', async () => {
    const { events } = await run({ stacks: STACKS, services: [aServiceView()] });
    const kinds = events.map(({ kind }) => kind);
    expect(kinds.indexOf('plan')).toBeLessThan(kinds.indexOf('wrote'));
  });

  test('takes the alarms that only the policies of a forgotten service still name', async () => {
    const old = aServiceView({ name: 'old', tags: TAGS });
    const alarmTags = { ...TAGS, 'ecs-gitops:service': 'old' };
    const { log } = await run({ stacks: STACKS, services: [old], alarmTags });
    expect(log).toContain('deleted alarms sample-ecs-cluster-old-scale-out, sample-ecs-cluster-old-scale-in, OldAlarm');
  });

  test("leaves alarms that are not the service's", async () => {
    const { log } = await run({ stacks: STACKS, services: [aServiceView()], alarmTags: {} });
    expect(log.filter((what) => what.startsWith('deleted alarms'))).toEqual([]);
  });

  test('finds nothing to do where all is gone', async () => {
    const { kinds, log } = await run({});
    expect(kinds).toEqual(['unchanged']);
    expect(log).toEqual([]);
  });

  test('goes on where an earlier run stopped: the stack is half deleted', async () => {
    const { kinds } = await run({ stacks: [stackOf('sample-ecs-cluster', { status: 'DELETE_FAILED' })] });
    expect(kinds).toEqual(['destroyed']);
  });

  test('says what is kept', async () => {
    const deletion = () =>
      [
        ['LogGroup', 'DELETE_SKIPPED'],
        ['', 'DELETE_COMPLETE'],
      ] as const;
    const { results } = await run({ stacks: STACKS, deletion });
    expect(results[0]?.outcome.evidence).toEqual(['kept: LogGroup (AWS::Some::Type) physical-LogGroup']);
  });

  test('one service that may not be deleted keeps none of the others, and what was done is said', async () => {
    const services = ['a', 'b', 'c'].map((name) => aServiceView({ name, tags: TAGS }));
    const onDelete = (name: string) => {
      if (name === 'a') throw new ToolkitError('ACCESS_DENIED', 'ecs:DeleteService is denied.', { hint: 'Add it.' });
    };
    const { results, log } = await run({ stacks: STACKS, services, onDelete });
    expect(results.map(({ unit, outcome }) => [unit.id, outcome.kind, outcome.nextStep])).toEqual([
      ['service/sample-ecs-cluster/a', 'failed', 'Add it.'],
      ['service/sample-ecs-cluster/b', 'destroyed', undefined],
      ['service/sample-ecs-cluster/c', 'destroyed', undefined],
    ]);
    expect(log.filter((what) => what.startsWith('deleted service'))).toEqual([
      'deleted service b',
      'deleted service c',
    ]);
  });

  test('a cancelled run begins nothing more, and says of each unit where it stands and what to do', async () => {
    const services = ['a', 'b', 'c', 'd', 'e'].map((name) => aServiceView({ name, tags: TAGS }));
    const cancelling = new AbortController();
    const { results, log } = await run({
      stacks: STACKS,
      services,
      signal: cancelling.signal,
      onDelete: (name) => {
        if (name === 'd') cancelling.abort();
      },
    });
    expect(results.map(({ unit, outcome }) => [unit.id.at(-1), outcome.kind])).toContainEqual(['e', 'cancelled']);
    expect(results.map(({ outcome }) => outcome.nextStep)).toContain(
      'AWS continues the deletions that were started. Run the job again: it continues where this run ended.',
    );
    expect(log).not.toContain('deleted service e');
  });

  test('a cancellation before anything was begun has a next step too', async () => {
    const { results, log } = await run({ stacks: STACKS, signal: AbortSignal.abort() });
    expect(results.map(({ outcome }) => [outcome.kind, outcome.nextStep])).toEqual([
      ['cancelled', expect.stringContaining('Run the job again')],
    ]);
    expect(log).toEqual([]);
  });

  test('stops at a stack that does not go, and says what holds it', async () => {
    const deletion = () =>
      [
        ['LoadBalancer', 'DELETE_FAILED', 'deletion protection is enabled'],
        ['', 'DELETE_FAILED'],
      ] as const;
    const { results, kinds, log } = await run({ stacks: STACKS, deletion });
    expect(kinds).toEqual(['failed']);
    expect(results[0]?.outcome.summary).toContain('LoadBalancer: deletion protection is enabled');
    expect(log).toEqual(['deleted stack sample-ecs-cluster-sample-ecs-service']);
  });

  test('takes the stack of a service that config has forgotten', async () => {
    const forgotten = stackOf('sample-ecs-cluster-old', { tags: { ...TAGS, 'ecs-gitops:service': 'old' } });
    const { log } = await run({ stacks: [...STACKS, forgotten] });
    expect(log).toContain('deleted stack sample-ecs-cluster-old');
  });

  test.each([
    ['a service that nobody claims', { stacks: STACKS, services: [aServiceView({ name: 'theirs' })] }],
    ["somebody else's stack", { stacks: [stackOf('sample-ecs-cluster', { tags: {} })] }],
    [
      'termination protection, before any service goes',
      { stacks: [stackOf('sample-ecs-cluster', { terminationProtection: true })], services: [aServiceView()] },
    ],
    [
      'deletion protection, before any service goes',
      {
        stacks: STACKS,
        services: [aServiceView()],
        cluster: aCluster({ loadBalancer: aLoadBalancer({ deletionProtection: true }) }),
      },
    ],
  ])('is blocked by %s', async (_case, script) => {
    const { kinds, log } = await run(script);
    expect(kinds).toEqual(['blocked']);
    expect(log).toEqual([]);
  });

  test('leaves the rules of scheduled tasks alone, and says so', async () => {
    const scheduledTasks = [{ rule: 'nightly', targetId: undefined }];
    const cluster = aCluster({ services: [aService({ scheduledTasks })] });
    const { events } = await run({ stacks: STACKS, services: [aServiceView()], cluster });
    expect(events).toContainEqual({
      kind: 'warning',
      message: expect.stringMatching(/^Rule nightly, a scheduled task of sample-ecs-service, is not changed/),
    });
  });
});
