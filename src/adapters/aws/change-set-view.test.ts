import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DescribeChangeSetOutput } from '@aws-sdk/client-cloudformation';
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

const folder = process.env['AWS_RECORDINGS'];

interface Recording {
  readonly 'recorded-content': Readonly<Record<string, DescribeChangeSetOutput | undefined>>;
}

function recordedPairs(file: string): readonly (readonly [string, DescribeChangeSetOutput, DescribeChangeSetOutput])[] {
  const recordings: Readonly<Record<string, Recording>> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(recordings).flatMap(([name, { 'recorded-content': content }]) =>
    [1, 2].flatMap((number) => {
      const plain = content[`describe-change-set-${number}`];
      const valued = content[`describe-change-set-${number}-prop-values`];
      return plain && valued ? [[`${name.split('::').at(-1)} ${number}`, plain, valued] as const] : [];
    }),
  );
}

if (folder === undefined) {
  test('change sets recorded from AWS are not read, since AWS_RECORDINGS names no folder', () => {
    process.stderr.write('AWS_RECORDINGS is not set: the change-set reader was not held against recordings of AWS.\n');
  });
} else {
  const pairs = ['test_change_sets', 'api__test_stacks'].flatMap((name) =>
    recordedPairs(join(folder, `${name}.snapshot.json`)),
  );

  describe('change sets recorded from AWS', () => {
    test('are there', () => {
      expect(pairs.length).toBeGreaterThan(20);
    });

    test.each(pairs)('%s: every change of either description is in the view, once', (_name, plain, valued) => {
      const view = mergeDescriptions(plain, valued);
      const ids = [plain, valued].flatMap(({ Changes = [] }) =>
        Changes.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId),
      );
      expect(view.changes.map(({ logicalId }) => logicalId).sort()).toEqual([...new Set(ids)].sort());
    });

    test.each(pairs)('%s: every property that changes is in the view, with its value', (_name, plain, valued) => {
      const view = mergeDescriptions(plain, valued);
      for (const { ResourceChange: change } of [...(plain.Changes ?? []), ...(valued.Changes ?? [])]) {
        const details = view.changes.find(({ logicalId }) => logicalId === change?.LogicalResourceId)?.details ?? [];
        for (const { Target: target } of change?.Details ?? []) {
          const paths = details.filter(({ path }) => path.endsWith(target?.Name ?? target?.Attribute ?? ''));
          expect(paths).not.toEqual([]);
          if (target?.AfterValue) expect(paths.map(({ after }) => after)).toContain(target.AfterValue);
        }
      }
    });

    test('one of them withholds a resource', () => {
      const withheld = pairs.map(([name, plain, valued]) => [name, mergeDescriptions(plain, valued).withheld] as const);
      expect(withheld.filter(([, ids]) => ids.length > 0)).toEqual([
        ['test_unrelated_changes_update_propagation 2', ['Parameter2']],
      ]);
    });
  });
}
