import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { mergeDescriptions } from '../../src/adapters/aws/cloudformation/change-set-view.ts';
import { hasNoChanges } from '../../src/health/stack/change-set.ts';
import type { ChangeSetView } from '../../src/model/stack-views.ts';
import { stackChanges } from '../../src/plan/stack/stack-changes.ts';
import { propertyTable } from '../../src/render/comment/property-table.ts';
import { aTemplate } from '../builders/stack.ts';
import { type RecordedChangeSet, recordedChangeSets } from './recorded-change-sets.ts';

/** What a reviewer would read of each; updated with UPDATE_GOLDENS. */
const GOLDEN = new URL('change-sets.md', import.meta.url);
const LIMITS = { longestValue: 160, mostRows: 60 };

const folder = process.env['AWS_RECORDINGS'];

const viewOf = ({ plain, valued }: RecordedChangeSet): ChangeSetView => mergeDescriptions(plain, valued);

function tableOf(recorded: RecordedChangeSet): readonly string[] {
  const view = viewOf(recorded);
  if (view.status !== 'CREATE_COMPLETE') return [hasNoChanges(view) ? 'No changes.' : 'Refused.'];
  const withheld = view.withheld.length > 0 ? ['', `Withheld: ${view.withheld.join(', ')}.`] : [];
  return [...propertyTable({ kind: 'stack', changes: stackChanges(view, aTemplate()) }, LIMITS), ...withheld];
}

if (folder === undefined) {
  process.stderr.write('AWS_RECORDINGS is not set: the change-set reader was not held against recordings of AWS.\n');
}
const recorded = folder === undefined ? [] : recordedChangeSets(folder);

(folder === undefined ? describe.skip : describe)('change sets recorded from AWS', () => {
  test('are there', () => {
    expect(recorded.length).toBeGreaterThan(50);
  });

  test('read as the golden table does', () => {
    const sections = recorded.map((each) => [`## ${each.name}`, '', ...tableOf(each), ''].join('\n'));
    const text = `${sections.join('\n')}`;
    if (process.env['UPDATE_GOLDENS']) writeFileSync(GOLDEN, text);
    expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  test.each(recorded.map((each) => [each.name, each] as const))('%s: no change is missing', (_name, each) => {
    const view = viewOf(each);
    const changes = [each.plain, each.valued].flatMap((description) => description?.Changes ?? []);
    const ids = changes.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId ?? '');
    expect(view.changes.map(({ logicalId }) => logicalId).sort()).toEqual([...new Set(ids)].sort());
    for (const { ResourceChange: change } of changes) {
      const shown = stackChanges(view, aTemplate()).find(({ resource }) => resource === change?.LogicalResourceId);
      for (const { Target: target } of change?.Details ?? []) {
        const rows = shown?.properties.filter(({ path }) => path.split('.')[0] === (target?.Name ?? target?.Attribute));
        expect(rows).not.toEqual([]);
        if (target?.AfterValue && !target.AfterValue.includes('KNOWN_AFTER_APPLY'))
          expect(JSON.stringify(rows)).toContain(target.AfterValue);
      }
    }
  });

  test('one of them withholds a resource', () => {
    const withheld = recorded.map((each) => [each.name, viewOf(each).withheld] as const);
    expect(withheld.filter(([, ids]) => ids.length > 0)).toEqual([
      ['test_unrelated_changes_update_propagation describe-change-set-2', ['Parameter2']],
    ]);
  });
});
