import { describe, expect, test } from '@jest/globals';
import type { Change } from '../model/plan.ts';
import { planDigest, unitDigest } from './digest.ts';

const change: Change = {
  action: 'modify',
  resource: 'Group',
  type: 'AWS::AutoScaling::AutoScalingGroup',
  physicalId: 'group-1',
  properties: [
    { path: 'MaxSize', before: { kind: 'value', text: '4' }, after: { kind: 'value', text: '5' } },
    { path: 'MinSize', before: { kind: 'value', text: '2' }, after: { kind: 'value', text: '3' } },
  ],
  certainty: 'certain',
};
const other: Change = { ...change, resource: 'Cluster', properties: [] };
const digest = (...changes: Change[]) => unitDigest('stack/web', changes, 'template-1');

describe('the digest of a unit', () => {
  const byHand = (text: string): Change => ({
    ...change,
    properties: change.properties.map((property) => ({ ...property, live: { kind: 'value', text } })),
  });

  test('is another where somebody has changed a value by hand, and another again for another value', () => {
    const digests = [change, byHand('7'), byHand('8')].map((each) => digest(each));
    expect(new Set(digests).size).toBe(3);
    expect(digest(byHand('7'))).toBe(digests[1]);
  });

  test.each([
    ['the order of changes', [other, change]],
    ['the order of properties', [{ ...change, properties: change.properties.toReversed() }, other]],
    ['physical ids', [{ ...change, physicalId: 'group-2' }, other]],
    ['where config says it', [{ ...change, at: { file: 'cluster.yaml', line: 3, column: 1 } }, other]],
  ])('does not depend on %s', (_case, changes) => {
    expect(digest(...changes)).toBe(digest(change, other));
  });

  test.each([
    [
      'a value that it is to change',
      [
        {
          ...change,
          properties: change.properties.map((property) => ({ ...property, before: { kind: 'absent' } as const })),
        },
        other,
      ],
    ],
    ['a new value', [{ ...change, properties: change.properties.slice(1) }, other]],
    ['an action', [{ ...change, action: 'replace' } as const, other]],
    ['a certainty', [{ ...change, certainty: 'conditional' } as const, other]],
    ['a change', [change]],
  ])('depends on %s', (_case, changes) => {
    expect(digest(...changes)).not.toBe(digest(change, other));
  });

  test('does not depend on what a value was that follows from another resource', () => {
    const following = (before: string): Change => ({
      ...change,
      properties: [
        {
          path: 'LaunchTemplate.Version',
          before: { kind: 'value', text: before },
          after: { kind: 'known-after-apply' },
        },
      ],
    });
    expect(digest(following('2'))).toBe(digest(following('1')));
  });

  test('depends on the template where anything changes, and only then', () => {
    expect(unitDigest('stack/web', [change], 'template-2')).not.toBe(digest(change));
    expect(unitDigest('stack/web', [], 'template-2')).toBe(digest());
  });

  test('makes the digest of a plan, in whatever order the units come', () => {
    const unit = (id: string, of: string) =>
      ({ id, kind: 'stack', changes: [], dangers: [], needs: [], digest: of, notes: [] }) as const;
    expect(planDigest([unit('a', '1'), unit('b', '2')])).toBe(planDigest([unit('b', '2'), unit('a', '1')]));
    expect(planDigest([unit('a', '1')])).not.toBe(planDigest([unit('a', '2')]));
  });
});
