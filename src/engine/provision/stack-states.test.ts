import { describe, expect, test } from '@jest/globals';
import { aCluster } from '../../../tests/builders/cluster.ts';
import { aStack, aTemplate } from '../../../tests/builders/stack.ts';
import { type FakePorts, fakePorts, type ProvisionScript } from '../../../tests/fakes/provision.ts';
import { applyStack } from './apply-stack.ts';
import { compareStack } from './compare-stack.ts';
import type { ProvisionRun } from './context.ts';

const DESIRED = aTemplate({
  digest: 'digest-2',
  resources: { Group: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup' } },
  sources: { Group: { file: 'service.yaml', line: 12, column: 5 } },
});

async function bring(script: ProvisionScript, mode: 'plan' | 'apply' = 'apply') {
  const ports: FakePorts = fakePorts(script);
  const run: ProvisionRun = {
    ...ports,
    cluster: aCluster(),
    mode,
    deadline: ports.clock.now() + 600_000,
    signal: undefined,
  };
  const compared = await compareStack(DESIRED, run);
  const { outcome } =
    compared.refusal || mode === 'plan' ? { outcome: compared.refusal } : await applyStack(DESIRED, compared, run);
  return { outcome, writes: ports.stacks.writes, compared, ports };
}

const UPDATE = ['create UPDATE change set web', 'execute web'];
const CREATE = ['create CREATE change set web', 'execute web'];

describe('a stack in each of its states', () => {
  test.each([
    ['absent', undefined, CREATE],
    ['REVIEW_IN_PROGRESS', {}, CREATE],
    ['CREATE_COMPLETE', {}, UPDATE],
    ['UPDATE_COMPLETE', {}, UPDATE],
    ['UPDATE_ROLLBACK_COMPLETE', {}, UPDATE],
    ['IMPORT_COMPLETE', {}, UPDATE],
    ['ROLLBACK_COMPLETE', {}, ['delete web', ...CREATE]],
    ['ROLLBACK_FAILED', {}, ['delete web', ...CREATE]],
    ['UPDATE_ROLLBACK_FAILED', {}, ['continue rollback web', ...UPDATE]],
  ])('%s', async (status, overrides, expected) => {
    const stacks = overrides ? [aStack({ status, ...overrides })] : [];
    const { outcome, writes } = await bring({ stacks });
    expect(outcome?.kind).toBe('deployed');
    expect(writes).toEqual(expected);
  });

  test.each([
    ['UPDATE_IN_PROGRESS', UPDATE],
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', UPDATE],
    ['UPDATE_ROLLBACK_IN_PROGRESS', UPDATE],
  ])('%s, for someone else: waits, then looks again', async (status, expected) => {
    const { writes, ports } = await bring({ stacks: [aStack()], earlier: { web: [status, status] } });
    expect(writes).toEqual(expected);
    expect(ports.events).toContainEqual({
      kind: 'waiting',
      subject: 'stack web',
      message: `${status}, started by someone else`,
    });
  });

  test('believes REVIEW_IN_PROGRESS only when it stays: the read can be stale', async () => {
    const { writes } = await bring({ stacks: [aStack()], earlier: { web: ['REVIEW_IN_PROGRESS'] } });
    expect(writes).toEqual(UPDATE);
  });

  test('gives up on an operation of someone else that does not end', async () => {
    const { outcome, writes } = await bring({ stacks: [aStack({ status: 'UPDATE_IN_PROGRESS' })] });
    expect(outcome?.kind).toBe('timed-out');
    expect(writes).toEqual([]);
  });

  test.each([
    [
      'half deleted',
      aStack({ status: 'DELETE_FAILED', statusReason: 'The following resource(s) failed to delete: [Group].' }),
      /mode: destroy/,
    ],
    [
      'protected remains',
      aStack({ status: 'ROLLBACK_COMPLETE', terminationProtection: true }),
      /no-enable-termination-protection/,
    ],
    ["somebody else's", aStack({ tags: {} }), /Rename/],
    ["another cluster's", aStack({ tags: { 'ecs-gitops:cluster': 'other' } }), /Rename/],
  ])('is left alone where it is %s', async (_case, stack, nextStep) => {
    const { outcome, writes } = await bring({ stacks: [stack] });
    expect(outcome).toMatchObject({ kind: 'blocked', nextStep: expect.stringMatching(nextStep) });
    expect(writes).toEqual([]);
  });

  test('UPDATE_ROLLBACK_FAILED is only described by a plan', async () => {
    const { compared, writes } = await bring({ stacks: [aStack({ status: 'UPDATE_ROLLBACK_FAILED' })] }, 'plan');
    expect(compared.comparison.kind).toBe('templates');
    expect(writes).toEqual([]);
  });
});

test('is left alone where someone else changed it after it was planned', async () => {
  const { outcome, writes } = await bring({ stacks: [aStack()], obsolete: true });
  expect(outcome?.kind).toBe('superseded');
  expect(writes).toEqual(['create UPDATE change set web']);
});

describe('an operation that fails', () => {
  const cause = ['Group', 'CREATE_FAILED', 'The load balancer is in another VPC'] as const;
  const cancelled = ['Other', 'CREATE_FAILED', 'Resource creation cancelled'] as const;

  test('names its root cause and the line of config', async () => {
    const execution = () =>
      [
        cancelled,
        cause,
        ['', 'UPDATE_ROLLBACK_IN_PROGRESS', 'failed to create: [Group]'],
        ['', 'UPDATE_ROLLBACK_COMPLETE'],
      ] as const;
    const { outcome, writes } = await bring({ stacks: [aStack()], execution });
    expect(outcome).toMatchObject({
      kind: 'rolled-back',
      summary: 'Stack web could not be updated and was rolled back: Group: The load balancer is in another VPC',
      evidence: [expect.stringMatching(/^service\.yaml:12:5 Group .* CREATE_FAILED: The load balancer/)],
    });
    expect(writes.at(-1)).toBe('delete change set web');
  });

  test('that creates a group lets its protected instances go while it is taken back', async () => {
    const execution = () =>
      [['AutoScalingGroup', 'CREATE_COMPLETE'], cause, ['', 'DELETE_IN_PROGRESS'], ['', 'DELETE_COMPLETE']] as const;
    const { ports } = await bring({ execution, groupExists: true });
    expect(ports.instances.writes).toEqual(['unprotect i-1 i-2']);
  });

  test.each([
    ['UPDATE_ROLLBACK_FAILED', 'failed'],
    ['UPDATE_ROLLBACK_COMPLETE', 'rolled-back'],
  ])('ends %s as %s', async (status, kind) => {
    const { outcome } = await bring({ stacks: [aStack()], execution: () => [cause, ['', status]] });
    expect(outcome?.kind).toBe(kind);
  });

  test('takes a failed creation back', async () => {
    const execution = () =>
      [cause, ['', 'CREATE_FAILED'], ['', 'DELETE_IN_PROGRESS'], ['', 'DELETE_COMPLETE']] as const;
    expect((await bring({ execution })).outcome).toMatchObject({
      kind: 'rolled-back',
      summary: expect.stringContaining('Group: The load balancer is in another VPC'),
    });
  });

  test('is blocked, with the ways out, where a name is taken', async () => {
    const execution = () =>
      [
        ['Group', 'CREATE_FAILED', 'sample-ecs-tg already exists'],
        ['', 'DELETE_COMPLETE'],
      ] as const;
    expect((await bring({ execution })).outcome).toMatchObject({
      kind: 'blocked',
      nextStep: expect.stringContaining('Give another name'),
    });
  });

  test('goes on where the remains of a creation cannot be deleted: it says what holds them', async () => {
    const deletion = () =>
      [
        ['Group', 'DELETE_FAILED', 'in use'],
        ['', 'DELETE_FAILED'],
      ] as const;
    const { outcome, writes } = await bring({ stacks: [aStack({ status: 'ROLLBACK_FAILED' })], deletion });
    expect(outcome).toMatchObject({ kind: 'failed', summary: expect.stringContaining('Group: in use') });
    expect(writes).toEqual(['delete web']);
  });
});

describe('a change set that CloudFormation refuses', () => {
  const validationErrors = [
    {
      logicalId: 'Group',
      path: '/Resources/Group/Properties/Port',
      message: '0 is less than the minimum',
      mode: 'FAIL' as const,
    },
  ];
  const changeSet = () => ({ status: 'FAILED', statusReason: 'Validation failed.' });

  test('fails with what is wrong and where, and is deleted', async () => {
    const { outcome, writes } = await bring({ stacks: [aStack()], changeSet, validationErrors });
    expect(outcome).toMatchObject({
      kind: 'failed',
      evidence: ['service.yaml:12:5 Group /Resources/Group/Properties/Port: 0 is less than the minimum'],
      at: DESIRED.sources['Group'],
    });
    expect(writes).toEqual(['create UPDATE change set web', 'delete change set web']);
  });

  test('tells everything that is wrong, each at its line', async () => {
    const further = validationErrors.map((error) => ({ ...error, message: 'no such protocol' }));
    const script = { stacks: [aStack()], changeSet, validationErrors: [...validationErrors, ...further] };
    const { ports } = await bring(script);
    expect(ports.events).toContainEqual({
      kind: 'warning',
      message: 'Group /Resources/Group/Properties/Port: no such protocol',
      at: DESIRED.sources['Group'],
    });
  });

  test('is blocked where a name is taken', async () => {
    const reason = 'CloudFormation is attempting to import some resources because they already exist in your account.';
    const { outcome } = await bring({ changeSet: () => ({ status: 'FAILED', statusReason: reason }) });
    expect(outcome?.kind).toBe('blocked');
  });

  test('is a warning where CloudFormation only warns', async () => {
    const warnings = validationErrors.map((error) => ({ ...error, mode: 'WARN' as const }));
    const { outcome, ports } = await bring({ stacks: [aStack()], validationErrors: warnings });
    expect(outcome?.kind).toBe('deployed');
    expect(ports.events).toContainEqual(expect.objectContaining({ kind: 'warning', at: DESIRED.sources['Group'] }));
  });
});
