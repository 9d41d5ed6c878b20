import { describe, expect, test } from '@jest/globals';
import { aCluster } from '../../../tests/builders/cluster.ts';
import { aStack, aTemplate } from '../../../tests/builders/stack.ts';
import { fakePorts, type ProvisionScript } from '../../../tests/fakes/provision.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { StackComparison } from '../../plan/stack/stack-plan.ts';
import { rivalSearch } from './rivals.ts';

const RULE = {
  Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  Properties: { ListenerArn: { Ref: 'Listener80Arn' }, Priority: 10 },
};
const GROUP = { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { Name: 'tg' } };
const LOGS = { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/ecs/web' } };
const DESIRED = aTemplate({
  resources: { Rule: RULE, Group: GROUP, Logs: LOGS },
  parameters: { Listener80Arn: 'arn:listener/80' },
});
const OTHER = aStack({ name: 'other', id: 'arn:aws:cloudformation:ap-northeast-1:123456789012:stack/other/1' });
const TAKEN: ProvisionScript = {
  rules: [{ arn: 'arn:rule', priority: 10 }],
  targetGroups: { tg: 'arn:tg' },
  existingLogGroups: ['/ecs/web'],
};
const having = (...physicalIds: readonly string[]) =>
  physicalIds.map((physicalId) => ({ logicalId: physicalId, physicalId, type: 'any', status: 'CREATE_COMPLETE' }));

async function rivals(script: ProvisionScript, comparison: StackComparison = { kind: 'absent' }, desired = DESIRED) {
  const ports = fakePorts(script);
  const stack = script.stacks?.find(({ name }) => name === desired.name);
  const search = rivalSearch({ ...ports, cluster: aCluster({ name: 'web' }) });
  const found = await search({ desired, compared: { stack, comparison, notes: [] } });
  return found.map(({ claim, holder }) => `${claim.logicalId} of ${holder?.name ?? 'nobody'}`);
}

describe('what keeps a stack from being made', () => {
  test('is what has a rule priority, or a name, except a log group of nobody', async () => {
    expect(await rivals({ ...TAKEN, stacks: [OTHER] })).toEqual(['Rule of nobody', 'Group of nobody']);
  });

  test('is named with the stack of the cluster that it is of', async () => {
    const resources = { other: having('arn:rule', 'arn:tg', '/ecs/web') };
    expect(await rivals({ ...TAKEN, stacks: [OTHER], resources })).toEqual([
      'Rule of other',
      'Group of other',
      'Logs of other',
    ]);
  });

  test('is nothing that a failed creation of the stack itself left', async () => {
    const resources = { web: having('arn:rule', 'arn:tg', '/ecs/web') };
    expect(await rivals({ ...TAKEN, stacks: [aStack({ status: 'ROLLBACK_FAILED' })], resources })).toEqual([]);
  });

  test('is nothing that the stack has already, or shares no priority with it', async () => {
    expect(await rivals({ ...TAKEN, stacks: [OTHER] }, { kind: 'same' })).toEqual([]);
    expect(await rivals({ rules: [{ arn: 'arn:rule', priority: 20 }] })).toEqual([]);
  });

  test('is not asked about a listener that is yet to be made', async () => {
    const desired = { ...DESIRED, resources: { Rule: RULE }, parameters: { Listener80Arn: undefined } };
    expect(await rivals(TAKEN, { kind: 'absent' }, desired)).toEqual([]);
  });

  test('is not found by a role that may not look', async () => {
    const denied = async (): Promise<never> => {
      throw new ToolkitError('ACCESS_DENIED', 'no', { hint: 'Add it.' });
    };
    const ports = fakePorts({ ...TAKEN, stacks: [OTHER] });
    const targets = { ...ports.targets, rules: denied, targetGroup: denied };
    const stacks = { ...ports.stacks, list: denied };
    const search = rivalSearch({ ...ports, targets, stacks, cluster: aCluster({ name: 'web' }) });
    expect(
      await search({ desired: DESIRED, compared: { stack: undefined, comparison: { kind: 'absent' }, notes: [] } }),
    ).toEqual([]);
  });
});
