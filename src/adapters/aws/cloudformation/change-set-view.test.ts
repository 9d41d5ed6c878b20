import { describe, expect, test } from '@jest/globals';
import { mergeDescriptions } from './change-set-view.ts';

const modified = (logicalId: string, values: object = {}) => ({
  ResourceChange: {
    Action: 'Modify' as const,
    LogicalResourceId: logicalId,
    PhysicalResourceId: `${logicalId}-1`,
    ResourceType: 'AWS::SSM::Parameter',
    Replacement: 'False' as const,
    Details: [
      {
        Evaluation: 'Static' as const,
        Target: { Attribute: 'Properties' as const, Name: 'Value', RequiresRecreation: 'Never' as const, ...values },
      },
    ],
  },
});

describe('the two descriptions of a change set', () => {
  test('are one, with values where CloudFormation gives them', () => {
    const plain = { ChangeSetId: 'id', StackId: 'stack', Status: 'CREATE_COMPLETE' as const, Changes: [modified('A')] };
    const values = { Path: '/Properties/Value', BeforeValue: 'old', AfterValue: 'new' };
    expect(mergeDescriptions(plain, { ...plain, Changes: [modified('A', values)] })).toMatchObject({
      id: 'id',
      stackId: 'stack',
      withheld: [],
      changes: [{ logicalId: 'A', details: [{ path: '/Properties/Value', before: 'old', after: 'new' }] }],
    });
  });

  test('keep the change that is left out where values are asked for, and say so', () => {
    const plain = { Changes: [modified('A'), modified('B')] };
    const view = mergeDescriptions(plain, { Changes: [modified('A')] });
    expect(view.changes.map(({ logicalId }) => logicalId)).toEqual(['A', 'B']);
    expect(view.withheld).toEqual(['B']);
    expect(view.changes[1]?.details).toEqual([
      { path: 'Value', before: undefined, after: undefined, requiresRecreation: 'Never', evaluation: 'Static' },
    ]);
  });

  test('tell what somebody changed, what was not looked at, and the properties around it', () => {
    const drift = { Drift: { PreviousValue: 'old', ActualValue: 'by hand' } };
    const { ResourceChange: change } = modified('A', { Path: '/Properties/Value', BeforeValue: 'by hand', ...drift });
    const looked = {
      ...change,
      ResourceDriftStatus: 'MODIFIED' as const,
      ResourceDriftIgnoredAttributes: [{ Path: '/Properties/Count', Reason: 'MANAGED_BY_AWS' as const }],
      BeforeContext: '{"Properties":{"Value":"by hand"}}',
      AfterContext: '{"Properties":{"Value":"ol',
    };
    const view = mergeDescriptions({ Changes: [modified('A')] }, { Changes: [{ ResourceChange: looked }] });
    expect(view.changes).toMatchObject([
      {
        driftStatus: 'MODIFIED',
        ignoredDrift: [{ path: '/Properties/Count', reason: 'MANAGED_BY_AWS' }],
        properties: { before: { Value: 'by hand' }, after: undefined },
        details: [{ before: 'by hand', drift: { previous: 'old', actual: 'by hand' } }],
      },
    ]);
  });

  test('hand on the warning that values are missing', () => {
    const StatusReason = '[WARN] --include-property-values option can return incomplete ChangeSet data because: x';
    const view = mergeDescriptions({ Changes: [modified('A')] }, { StatusReason, Changes: [modified('A')] });
    expect(view.warning).toBe('--include-property-values option can return incomplete ChangeSet data because: x');
    expect(mergeDescriptions({ StatusReason: 'fine' }, { StatusReason: 'fine' }).warning).toBeUndefined();
  });

  test('withhold nothing where there was nothing to ask for', () => {
    expect(
      mergeDescriptions({ Status: 'FAILED', StatusReason: 'No updates are to be performed.' }, undefined),
    ).toMatchObject({
      status: 'FAILED',
      statusReason: 'No updates are to be performed.',
      changes: [],
      withheld: [],
    });
  });
});
