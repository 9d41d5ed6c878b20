import { describe, expect, test } from '@jest/globals';
import { aDetail, aResourceChange } from '../../../tests/builders/stack.ts';
import { type StackRisks, stackDangers } from './stack-dangers.ts';

const dangersOf = (risks: Partial<StackRisks>) =>
  stackDangers({ changes: [], references: [], allow: [], outdatedInstances: [], ...risks });
const replaced = aResourceChange({
  replacement: 'True',
  policyAction: 'ReplaceAndDelete',
  details: [aDetail('Port', { after: '8080', requiresRecreation: 'Always' }), aDetail('Matcher')],
});
const rule = (id: string) =>
  aResourceChange({
    action: 'Remove',
    logicalId: `Rule${id}`,
    physicalId: `arn:rule/${id}`,
    type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
    policyAction: 'Delete',
  });

describe('dangers of a change set', () => {
  test('name the property that replaces a resource, its value, and what is lost', () => {
    expect(dangersOf({ changes: [replaced] })).toEqual([
      {
        resource: 'Group',
        property: 'Port',
        to: '8080',
        loss: 'it is replaced: the tasks registered in it get no more requests',
        forbidden: undefined,
        allowed: false,
      },
    ]);
  });

  test('are allowed by consent to exactly that', () => {
    const allow = [{ resource: 'Group', property: 'Port', to: '8080' }];
    expect(dangersOf({ changes: [replaced], allow })).toMatchObject([{ allowed: true }]);
  });

  test('are forbidden where a live service uses the resource, with the way there', () => {
    const allow = [{ resource: 'Group', property: 'Port', to: '8080' }];
    const references = [{ service: 'web', physicalIds: ['arn:targetgroup/one'] }];
    const [danger] = dangersOf({ changes: [replaced], references, allow });
    expect(danger?.allowed).toBe(false);
    expect(danger?.forbidden).toMatch(/^Service web uses it\. Do this in four commits of service\.yaml/);
  });

  test('are forbidden with another way where the target group is of another network mode', () => {
    const details = [aDetail('TargetType', { after: 'ip', requiresRecreation: 'Always' })];
    const references = [{ service: 'web', physicalIds: ['arn:targetgroup/one'] }];
    const [danger] = dangersOf({ changes: [{ ...replaced, details }], references });
    expect(danger?.forbidden).toMatch(/^Service web uses it\. Another networkMode needs a second service\./);
  });

  test('forbid only the removal of the last of the rules that a service needs', () => {
    const references = [{ service: 'web', physicalIds: ['arn:rule/1', 'arn:rule/2'] }];
    const [one] = dangersOf({ changes: [rule('1')], references });
    const both = dangersOf({ changes: [rule('1'), rule('2')], references });
    expect(one).toMatchObject({ resource: 'Rule1', forbidden: undefined });
    expect(both.map(({ forbidden }) => forbidden?.slice(0, 20))).toEqual([
      'Service web uses it.',
      'Service web uses it.',
    ]);
  });

  test.each([
    ['a possible replacement', { ...replaced, replacement: 'Conditional' as const }, 'it may be replaced: '],
    ['a removal', { ...replaced, action: 'Remove' as const, replacement: undefined, details: [] }, 'it is removed: '],
    ['an unknown type', { ...replaced, type: 'AWS::Foo::Bar' }, 'it is replaced: the resource is deleted'],
  ])('count %s', (_case, change, loss) => {
    const dangers = dangersOf({ changes: [change] });
    expect(dangers).toHaveLength(1);
    expect(dangers[0]?.loss).toContain(loss);
  });

  test.each([
    ['a change in place', aResourceChange({ details: [aDetail('Matcher')] })],
    ['an addition', aResourceChange({ action: 'Add', replacement: undefined })],
    ['a resource that is kept when it leaves the stack', { ...replaced, policyAction: 'ReplaceAndRetain' }],
    ['a scaling policy', aResourceChange({ action: 'Remove', type: 'AWS::AutoScaling::ScalingPolicy' })],
  ])('do not count %s', (_case, change) => {
    expect(dangersOf({ changes: [change] })).toEqual([]);
  });

  test.each([
    ['2', ['i-1', 'i-2'], ['LaunchTemplate.Version → 2']],
    ['2', [], []],
    ['{{changeSet:KNOWN_AFTER_APPLY}}', ['i-1', 'i-2'], []],
  ])('name version %s that a group gets back where %p have another', (after, outdatedInstances, expected) => {
    const change = aResourceChange({
      type: 'AWS::AutoScaling::AutoScalingGroup',
      details: [aDetail('LaunchTemplate/Version', { before: '3', after, drift: { previous: after, actual: '3' } })],
    });
    const dangers = dangersOf({ changes: [change], outdatedInstances });
    expect(dangers.map(({ property, to }) => `${property} → ${to}`)).toEqual(expected);
  });

  test('say of a launch template that every instance is replaced', () => {
    const change = aResourceChange({
      logicalId: 'LaunchTemplate',
      type: 'AWS::EC2::LaunchTemplate',
      details: [aDetail('LaunchTemplateData/InstanceType', { after: 't3.large' })],
    });
    expect(dangersOf({ changes: [change] })).toMatchObject([
      {
        resource: 'LaunchTemplate',
        property: 'LaunchTemplateData.InstanceType',
        to: 't3.large',
        loss: expect.stringContaining('every instance is replaced'),
      },
    ]);
  });

  test('name the item of a list as the table of properties does, wherever it stands', () => {
    const disk = (VolumeSize: string) => ({ DeviceName: '/dev/xvda', Ebs: { VolumeSize } });
    const data = (...BlockDeviceMappings: readonly object[]) => JSON.parse(JSON.stringify({ BlockDeviceMappings }));
    const change = aResourceChange({
      logicalId: 'LaunchTemplate',
      type: 'AWS::EC2::LaunchTemplate',
      details: [aDetail('LaunchTemplateData/BlockDeviceMappings/0/Ebs/VolumeSize', { before: '30', after: '50' })],
      properties: {
        before: { LaunchTemplateData: data(disk('30')) },
        after: { LaunchTemplateData: data(disk('50')) },
        previous: undefined,
      },
    });
    const [danger] = dangersOf({ changes: [change] });
    expect(danger).toMatchObject({
      property: 'LaunchTemplateData.BlockDeviceMappings./dev/xvda.Ebs.VolumeSize',
      to: '50',
    });
  });

  test('name a long value by its digest, so that consent can name it', () => {
    const details = [
      aDetail('LaunchTemplateData/UserData', { after: Buffer.from('x'.repeat(200)).toString('base64') }),
    ];
    const change = aResourceChange({ type: 'AWS::EC2::LaunchTemplate', details });
    const [danger] = dangersOf({ changes: [change] });
    expect(danger?.to).toMatch(/^sha256:[0-9a-f]{16}$/);
  });

  test('whose new value is not known is consented to for the resource that goes, and for no later one', () => {
    const replaced = (physicalId: string) =>
      aResourceChange({
        physicalId,
        replacement: 'True',
        policyAction: 'ReplaceAndDelete',
        details: [aDetail('VpcId', { after: '{{changeSet:KNOWN_AFTER_APPLY}}', requiresRecreation: 'Always' })],
      });
    const allow = [{ resource: 'Group', property: 'VpcId', to: 'instead of group/1' }];
    const allowed = (physicalId: string) =>
      dangersOf({ changes: [replaced(physicalId)], allow }).map((danger) => danger.allowed);
    expect([allowed('group/1'), allowed('group/2')]).toEqual([[true], [false]]);
  });
});
