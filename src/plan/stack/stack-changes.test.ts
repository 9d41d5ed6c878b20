import { describe, expect, test } from '@jest/globals';
import { aChangeSet, aDetail, aResourceChange, aTemplate } from '../../../tests/builders/stack.ts';
import type { ResourceChangeView } from '../../model/stack-views.ts';
import { stackChanges } from './stack-changes.ts';

const UNKNOWN = '{{changeSet:KNOWN_AFTER_APPLY}}';

function only(change: ResourceChangeView, withheld: readonly string[] = []) {
  return stackChanges(aChangeSet([change], { withheld }), aTemplate())[0];
}

describe('changes of a change set', () => {
  test.each([
    ['a new resource', { action: 'Add' }, 'add', 'certain'],
    ['a resource taken in', { action: 'Import' }, 'add', 'certain'],
    ['a removed resource', { action: 'Remove' }, 'remove', 'certain'],
    ['a change in place', { details: [aDetail('Matcher')] }, 'modify', 'certain'],
    [
      'a change to what is not known',
      { details: [aDetail('Matcher', { after: UNKNOWN })] },
      'modify',
      'known-after-apply',
    ],
    [
      'a replacement',
      { replacement: 'True', details: [aDetail('Port', { requiresRecreation: 'Always' })] },
      'replace',
      'certain',
    ],
    [
      'a replacement for a value that is not known',
      {
        replacement: 'True',
        details: [aDetail('VpcId', { requiresRecreation: 'Always', after: UNKNOWN }), aDetail('Matcher')],
      },
      'replace',
      'known-after-apply',
    ],
    [
      'a possible replacement',
      { replacement: 'Conditional', details: [aDetail('VpcId', { requiresRecreation: 'Always', after: UNKNOWN })] },
      'replace',
      'conditional',
    ],
    ['a nested stack', { action: 'Dynamic' }, 'modify', 'known-after-apply'],
  ] as const)('%s', (_case, overrides, action, certainty) => {
    expect(only(aResourceChange(overrides))).toMatchObject({ action, certainty });
  });

  test('show each property once, however many reasons there are for it', () => {
    const details = [
      aDetail('Actions/0/TargetGroupArn', { after: UNKNOWN, evaluation: 'Dynamic' }),
      aDetail('Actions/0/TargetGroupArn', { after: UNKNOWN }),
    ];
    expect(only(aResourceChange({ details }))?.properties).toEqual([
      {
        path: 'Actions.0.TargetGroupArn',
        before: { kind: 'value', text: 'old' },
        after: { kind: 'known-after-apply' },
      },
    ]);
  });

  test.each([
    [
      'a value that appears',
      { before: undefined },
      { before: { kind: 'absent' }, after: { kind: 'value', text: 'new' } },
    ],
    ['a value that goes', { after: undefined }, { before: { kind: 'value', text: 'old' }, after: { kind: 'absent' } }],
    [
      'a NoEcho parameter',
      { before: '****', after: '****' },
      { before: { kind: 'secret' }, after: { kind: 'secret' } },
    ],
  ])('show %s as what it is', (_case, overrides, shown) => {
    expect(only(aResourceChange({ details: [aDetail('Name', overrides)] }))?.properties).toEqual([
      { path: 'Name', ...shown },
    ]);
  });

  test('show user data as text', () => {
    const encoded = Buffer.from('ECS_CLUSTER=web\n').toString('base64');
    const details = [aDetail('LaunchTemplateData/UserData', { after: encoded })];
    expect(only(aResourceChange({ details }))?.properties[0]?.after).toEqual({
      kind: 'value',
      text: 'ECS_CLUSTER=web\n',
    });
  });

  test('claim no values where CloudFormation withheld them', () => {
    const change = only(
      aResourceChange({ details: [{ ...aDetail(''), path: 'Value', before: undefined, after: undefined }] }),
      ['Group'],
    );
    expect(change).toMatchObject({
      certainty: 'known-after-apply',
      properties: [{ path: 'Value', before: { kind: 'withheld' }, after: { kind: 'withheld' } }],
    });
  });

  test('say which tags of the stack change, where CloudFormation says only that they do', () => {
    const details = [{ ...aDetail(''), path: 'Tags', before: undefined, after: undefined }];
    const template = aTemplate({ tags: { team: 'shop', tier: 'web' } });
    const [change] = stackChanges(aChangeSet([aResourceChange({ details })]), template, { team: 'web', old: 'x' });
    const value = (text: string) => ({ kind: 'value', text });
    expect(change?.properties).toEqual([
      { path: 'Tags.old', before: value('x'), after: { kind: 'absent' } },
      { path: 'Tags.team', before: value('web'), after: value('shop') },
      { path: 'Tags.tier', before: { kind: 'absent' }, after: value('web') },
    ]);
  });

  test('tell what leaves the stack and stays, and what is made again', () => {
    const kept = aResourceChange({ action: 'Remove', policyAction: 'Retain' });
    expect(only(kept)).toMatchObject({ action: 'remove', isKept: true });
    const again = aResourceChange({ action: 'Add', driftStatus: 'DELETED' });
    expect(only(again)).toMatchObject({ action: 'add', isMadeAgain: true });
  });

  test('name the line of config', () => {
    const at = { file: 'service.yaml', line: 12, column: 5 };
    const [change] = stackChanges(aChangeSet([aResourceChange()]), aTemplate({ sources: { Group: at } }));
    expect(change?.at).toEqual(at);
  });

  test('are the outputs where no resource changes', () => {
    expect(stackChanges(aChangeSet([]), aTemplate())).toMatchObject([{ action: 'modify', resource: 'Outputs' }]);
  });
});
