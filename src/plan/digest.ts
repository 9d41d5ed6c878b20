import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/json.ts';
import type { Change, PropertyChange, Unit } from '../model/plan.ts';

/** Part of every digest: another version of this form gives other digests for the same plan. */
const FORM = 2;

/**
 * sha256 over what a unit would do: what changes, how, from what and to what. `content` is what the changes do not
 * spell out (the template of a stack). Left out is everything that differs between two looks at the same plan: physical
 * ids, positions in files, order.
 */
export function unitDigest(id: string, changes: readonly Change[], content: string): string {
  const entries = changes.map(({ action, resource, type, certainty, isKept = false, properties }) => {
    return { action, resource, type, certainty, isKept, properties: comparableProperties(properties) };
  });
  const sorted = entries.sort((a, b) => (`${a.resource}/${a.action}` < `${b.resource}/${b.action}` ? -1 : 1));
  return digestOf({ form: FORM, id, changes: sorted, content: changes.length > 0 ? content : '' });
}

/**
 * Properties with all their values, in one order: a value that has become another since the review, by hand or by
 * another merge, is not overwritten unseen. What follows from another resource does so from either of its values: of
 * such a property only a change by hand counts.
 */
export function comparableProperties(properties: readonly PropertyChange[]): readonly PropertyChange[] {
  return properties
    .map(({ path, before, after, live }) => ({
      path,
      before: after.kind === 'known-after-apply' ? after : before,
      after,
      ...(live && { live }),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** sha256 over several units, in whatever order they come. */
export function planDigest(units: readonly Unit[]): string {
  return digestOf(units.map(({ id, digest }) => `${id} ${digest}`).sort());
}

/** sha256 in hex over the canonical form. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
