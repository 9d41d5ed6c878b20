import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/json.ts';
import type { Change, PropertyChange, ShownValue, Unit } from '../model/plan.ts';

/** Part of every digest: another version of this form gives other digests for the same plan. */
const FORM = 1;

/**
 * sha256 over what a unit would do: what changes, how, and to what. `content` is what the changes do not spell out (the
 * template of a stack). Left out is everything that differs between two looks at the same plan: values as they were
 * deployed, physical ids, positions in files, order.
 */
export function unitDigest(id: string, changes: readonly Change[], content: string): string {
  const entries = changes.map(({ action, resource, type, certainty, properties }) => {
    return { action, resource, type, certainty, after: wantedValues(properties) };
  });
  const sorted = entries.sort((a, b) => (`${a.resource}/${a.action}` < `${b.resource}/${b.action}` ? -1 : 1));
  return digestOf({ form: FORM, id, changes: sorted, content: changes.length > 0 ? content : '' });
}

/**
 * What properties become, in one order. A change by hand is named with what it made of the value: another one, made after the
 * review, is not overwritten unseen.
 */
export function wantedValues(properties: readonly PropertyChange[]): readonly (readonly [string, ...ShownValue[]])[] {
  return properties
    .map(({ path, after, live }) => (live ? ([path, after, live] as const) : ([path, after] as const)))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** sha256 over several units, in whatever order they come. */
export function planDigest(units: readonly Unit[]): string {
  return digestOf(units.map(({ id, digest }) => `${id} ${digest}`).sort());
}

/** sha256 in hex over the canonical form. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
