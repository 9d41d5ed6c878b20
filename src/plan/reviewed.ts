import type { Change, Unit } from '../model/plan.ts';
import type { ReviewedUnit } from '../model/reviewed.ts';
import { comparableProperties, digestOf } from './digest.ts';

/** Digests are long enough to be compared and short enough for hundreds of them to fit into a comment. */
const DIGEST_LENGTH = 16;
const FINGERPRINT_LENGTH = 8;

/** What a review of a unit's plan has to keep. */
export function reviewedUnit({ id, digest, changes }: Unit): ReviewedUnit {
  return { unit: id, digest: digest.slice(0, DIGEST_LENGTH), changes: fingerprints(changes) };
}

/** Whether a plan does nothing, or exactly what some review showed, or what is left of that. */
export function isReviewed(unit: Unit, reviewed: readonly ReviewedUnit[]): boolean {
  const { digest } = reviewedUnit(unit);
  const reviews = reviewed.filter((each) => each.unit === unit.id);
  return unit.changes.length === 0 || reviews.some((each) => each.digest === digest || isRest(unit, each));
}

/** Whether an earlier run has done what was reviewed, up to what follows from it. */
function isRest({ changes }: Unit, review: ReviewedUnit): boolean {
  return changes.every(
    ({ resource, follows }) => follows !== undefined && (follows in review.changes || resource in review.changes),
  );
}

/**
 * How a plan differs from the last review of the unit, a resource to a line. Where nothing visible differs, what does
 * is not a change of its own, e.g. another part of the template.
 */
export function unreviewed(unit: Unit, reviewed: readonly ReviewedUnit[]): readonly string[] {
  const last = reviewed.findLast((each) => each.unit === unit.id);
  if (!last) return [`No merged pull request showed changes of ${unit.id}.`];
  const before = last.changes;
  if (Object.keys(before).length === 0) return ['The review has no details to compare with.'];
  const after = fingerprints(unit.changes);
  const lines = [
    ...Object.keys(after)
      .filter((key) => before[key] === undefined)
      .map((key) => `${key}: was not in the review.`),
    ...Object.keys(after)
      .filter((key) => before[key] !== undefined && before[key] !== after[key])
      .map((key) => `${key}: the review showed other values, before or after.`),
    ...Object.keys(before)
      .filter((key) => after[key] === undefined)
      .map((key) => `${key}: was in the review, but no longer needs a change.`),
  ];
  return lines.length > 0 ? lines : ['The changes are the reviewed ones, but their result would not be.'];
}

function fingerprints(changes: readonly Change[]): Readonly<Record<string, string>> {
  const entries = changes.map(({ action, resource, type, certainty, properties }) => {
    const values = comparableProperties(properties);
    return [resource, digestOf({ action, type, certainty, values }).slice(0, FINGERPRINT_LENGTH)] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
