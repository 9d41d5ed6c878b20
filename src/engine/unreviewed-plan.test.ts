import { describe, expect, test } from '@jest/globals';
import { aChange, aProperty, aUnit } from '../../tests/builders/records.ts';
import { REVIEWED_VERSION, type ReviewedPlans } from '../model/reviewed.ts';
import { reviewedUnit } from '../plan/reviewed.ts';
import { unreviewedPlan } from './unreviewed-plan.ts';

const UNIT = aUnit('service/shop/api', [aChange('service', { properties: [aProperty('desiredCount', '2', '3')] })]);
const REVIEWED: ReviewedPlans = {
  version: REVIEWED_VERSION,
  commit: 'c0ffee',
  units: [{ ...reviewedUnit(UNIT), pull: 7 }],
};

describe('a plan', () => {
  test('goes through where it was shown, where it changes nothing, and where nothing was to be reviewed', () => {
    expect(unreviewedPlan(UNIT, REVIEWED)).toBeUndefined();
    expect(unreviewedPlan(aUnit('service/shop/web', []), REVIEWED)).toBeUndefined();
    expect(unreviewedPlan(UNIT, undefined)).toBeUndefined();
  });

  test('is blocked where nobody has seen it, and says which merged pull requests prove nothing', () => {
    const rejected = [{ pull: 7, reason: 'Its plan is for an earlier commit than the one that was merged.' }];
    expect(unreviewedPlan(UNIT, { ...REVIEWED, units: [], rejected })).toMatchObject({
      kind: 'blocked',
      evidence: [
        'No merged pull request showed changes of service/shop/api.',
        'Pull request 7 does not count as a review: Its plan is for an earlier commit than the one that was merged.',
      ],
    });
  });

  test('of a commit that a newer one has overtaken is superseded, even where it was shown', () => {
    expect(unreviewedPlan(UNIT, { ...REVIEWED, supersededBy: 'decaf' })).toMatchObject({ kind: 'superseded' });
  });
});
