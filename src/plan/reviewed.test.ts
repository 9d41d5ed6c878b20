import { describe, expect, test } from '@jest/globals';
import type { Change, Unit } from '../model/plan.ts';
import { unitDigest } from './digest.ts';
import { isReviewed, reviewedUnit, unreviewed } from './reviewed.ts';

const change = (resource: string, to: string): Change => ({
  action: 'modify',
  resource,
  type: 'AWS::ECS::Service',
  properties: [{ path: 'Port', before: { kind: 'absent' }, after: { kind: 'value', text: to } }],
  certainty: 'certain',
});
const unit = (changes: readonly Change[], content = ''): Unit => {
  const id = 'service/web/api';
  return { id, kind: 'service', changes, dangers: [], needs: [], digest: unitDigest(id, changes, content), notes: [] };
};
const shown = unit([change('service', '80'), change('alarm', '1')]);

describe('a plan that is applied', () => {
  test.each<[string, Unit, boolean]>([
    ['is accepted where it was reviewed', unit([change('alarm', '1'), change('service', '80')]), true],
    ['is accepted where it does nothing', unit([]), true],
    ['is refused where a value is another', unit([change('service', '81'), change('alarm', '1')]), false],
    [
      'is refused where what is not spelt out is another',
      unit([change('service', '80'), change('alarm', '1')], 'x'),
      false,
    ],
    ['is refused where a change has gone', unit([change('service', '80')]), false],
    ['is refused where it is of another unit', { ...shown, id: 'service/web/other' }, false],
  ])('%s', (_, planned, accepted) => {
    expect(isReviewed(planned, [reviewedUnit(unit([change('service', '79')])), reviewedUnit(shown)])).toBe(accepted);
  });

  test.each([
    ['what it follows from was reviewed', [change('LaunchTemplate', '2')], true],
    ['it was reviewed with something that is done', [change('Group', '2'), change('instances', '2')], true],
    ['only something else was reviewed', [change('Group', '2')], false],
  ])('is the rest of a run, and accepted or not, where %s', (_, seen, accepted) => {
    const rest = unit([{ ...change('instances', '2'), follows: 'LaunchTemplate' }]);
    expect(isReviewed(rest, [reviewedUnit(unit(seen))])).toBe(accepted);
    const more = unit([...rest.changes, change('Other', '1')]);
    expect(isReviewed(more, [reviewedUnit(unit(seen))])).toBe(false);
  });

  test.each<[string, Unit, readonly string[]]>([
    [
      'what is new, other and gone',
      unit([change('service', '81'), change('task definition', 'a')]),
      [
        'task definition: was not in the review.',
        'service: the review showed other values, before or after.',
        'alarm: was in the review, but no longer needs a change.',
      ],
    ],
    [
      'that nothing visible differs',
      unit([change('service', '80'), change('alarm', '1')], 'x'),
      ['The changes are the reviewed ones, but their result would not be.'],
    ],
    ['that nobody reviewed the unit', { ...shown, id: 'x' }, ['No merged pull request showed changes of x.']],
  ])('names %s', (_, planned, lines) => {
    expect(unreviewed(planned, [reviewedUnit(shown)])).toEqual(lines);
  });

  test('names that the review has no details', () => {
    expect(unreviewed(shown, [{ ...reviewedUnit(shown), changes: {} }])).toEqual([
      'The review has no details to compare with.',
    ]);
  });
});
