import { describe, expect, test } from '@jest/globals';
import { aChangeSet, aResourceChange, aStack, aTemplate } from '../../../tests/builders/stack.ts';
import { isUpToDate } from './stack-comparison.ts';
import { planStack, type StackComparison } from './stack-plan.ts';

const plan = (comparison: StackComparison, outdatedInstances: readonly string[] = []) =>
  planStack({
    desired: aTemplate(),
    comparison,
    allow: [],
    references: [],
    needs: ['stack/base'],
    notes: [],
    outdatedInstances,
  });

describe('the unit of a stack', () => {
  test('has no changes where the stack is right', () => {
    expect(plan({ kind: 'same' })).toMatchObject({
      id: 'stack/web',
      kind: 'stack',
      changes: [],
      needs: ['stack/base'],
    });
  });

  test('adds everything where the stack does not exist', () => {
    expect(plan({ kind: 'absent' }).changes).toEqual([
      {
        action: 'add',
        resource: 'Group',
        type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
        properties: [],
        certainty: 'certain',
        at: undefined,
      },
    ]);
  });

  test('is the change set, and says what CloudFormation withheld', () => {
    const unit = plan({ kind: 'change-set', view: aChangeSet([aResourceChange()], { withheld: ['Group'] }) });
    expect(unit.changes).toMatchObject([{ resource: 'Group', action: 'modify' }]);
    expect(unit.notes).toEqual(['CloudFormation did not return the values of Group.']);
  });

  test('says what CloudFormation warns of', () => {
    const unit = plan({ kind: 'change-set', view: aChangeSet([aResourceChange()], { warning: 'values are missing' }) });
    expect(unit.notes).toEqual(['CloudFormation warns: values are missing']);
  });

  test('compares templates where no change set can be made yet', () => {
    const live = JSON.stringify({ Resources: { Group: { Type: 'AWS::EC2::VPC' }, Old: { Type: 'AWS::EC2::Subnet' } } });
    const unit = plan({ kind: 'templates', live, reason: 'The rollback has to be continued first.' });
    expect(unit.changes.map(({ resource, action, certainty }) => [resource, action, certainty])).toEqual([
      ['Group', 'modify', 'known-after-apply'],
      ['Old', 'remove', 'certain'],
    ]);
    expect(unit.notes[0]).toMatch(/^The rollback has to be continued first\./);
  });

  test('replaces instances that an interrupted run left on an older launch template', () => {
    expect(plan({ kind: 'same' }, ['i-1', 'i-2']).changes).toMatchObject([
      { action: 'replace', physicalId: 'i-1, i-2' },
    ]);
  });

  test('has another digest where another template is created', () => {
    const other = planStack({
      desired: aTemplate({ digest: 'digest-2' }),
      comparison: { kind: 'absent' },
      allow: [],
      references: [],
      needs: [],
      notes: [],
      outdatedInstances: [],
    });
    expect(other.digest).not.toBe(plan({ kind: 'absent' }).digest);
  });
});

describe('a stack that is right', () => {
  const upToDate = (stack: Parameters<typeof aStack>[0]) => isUpToDate(aStack(stack), aTemplate(), 'TemplateDigest');

  test.each([
    ['has the digest, the parameters and the tags', {}, true],
    ['has no other template', { outputs: { TemplateDigest: 'digest-0' } }, false],
    ['has no other parameters', { parameters: { VpcId: 'vpc-2' } }, false],
    ['has no other tags', { tags: { 'ecs-gitops:cluster': 'web', team: 'web' } }, false],
    ['was made by this toolkit', { outputs: {} }, false],
  ])('%s', (_case, stack, right) => {
    expect(upToDate(stack)).toBe(right);
  });
});
