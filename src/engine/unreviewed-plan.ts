import type { Outcome } from '../model/outcome.ts';
import type { Unit } from '../model/plan.ts';
import type { RejectedReview, ReviewedPlans } from '../model/reviewed.ts';
import { isReviewed, unreviewed } from '../plan/reviewed.ts';

/**
 * The outcome of a plan that nobody has seen, or that a newer commit has overtaken; undefined for what may be applied,
 * and where nothing was to be reviewed.
 */
export function unreviewedPlan(unit: Unit, reviewed: ReviewedPlans | undefined): Outcome | undefined {
  if (!reviewed || unit.changes.length === 0) return undefined;
  if (reviewed.supersededBy !== undefined) return superseded(reviewed.commit, reviewed.supersededBy);
  if (isReviewed(unit, reviewed.units)) return undefined;
  return {
    kind: 'blocked',
    summary: 'The changes that would be made now are not those that a merged pull request has shown.',
    evidence: [...unreviewed(unit, reviewed.units), ...(reviewed.rejected ?? []).map(rejection)],
    nextStep:
      'Open a pull request: it shows the changes that would be made now, and merging it makes them. You can also start apply by hand without `reviewed`.',
  };
}

function rejection({ pull, reason }: RejectedReview): string {
  return `Pull request ${pull} does not count as a review: ${reason}`;
}

function superseded(commit: string, by: string): Outcome {
  return {
    kind: 'superseded',
    summary: `Commit ${by} is newer than ${commit} and was applied already; this run changed nothing.`,
    evidence: [],
    nextStep: 'To return to the older state, revert on the branch and let that be applied, or run a rollback.',
  };
}
