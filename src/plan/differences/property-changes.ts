import { canonicalJson, type Json } from '../../model/json.ts';
import type { PropertyChange, ShownValue } from '../../model/plan.ts';
import type { Difference } from './json-differences.ts';

/** Stands in a desired value for what only applying makes known, e.g. the ARN of a policy that does not exist yet. */
export const KNOWN_AFTER_APPLY = '(known after apply)';

/** Differences as a reader may see them: a live value where `isPrivate` says so is never printed. */
export function propertyChanges(
  differences: readonly Difference[],
  isPrivate: (path: readonly string[]) => boolean = () => false,
): readonly PropertyChange[] {
  return differences.map(({ path, before, after }) => ({
    path: path.join('.'),
    before: before !== undefined && isPrivate(path) ? { kind: 'secret' } : shown(before),
    after: shown(after),
  }));
}

export function shown(value: Json | undefined): ShownValue {
  if (value === undefined) return { kind: 'absent' };
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return text.includes(KNOWN_AFTER_APPLY) ? { kind: 'known-after-apply' } : { kind: 'value', text };
}
