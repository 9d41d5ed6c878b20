import { canonicalJson, type Json, type JsonObject } from '../../model/json.ts';
import type { Change } from '../../model/plan.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import { unitDigest } from '../digest.ts';
import { isShifted, weighted } from './live-weights.ts';

/**
 * The digest of a stack's plan. Where a change set says what changes, the resources as they are to be are what counts,
 * so that another change of the same stack, which is applied in between, leaves it as it is; elsewhere the whole
 * template does.
 */
export function stackDigest(
  id: string,
  changes: readonly Change[],
  desired: Pick<StackTemplate, 'digest' | 'resources'>,
  { isListed }: { readonly isListed: boolean },
): string {
  // A change of outputs alone names none of them.
  const isTold = isListed && changes.every(({ resource }) => resource !== 'Outputs');
  if (!isTold) return unitDigest(id, changes, desired.digest);
  const resources = changes.map(({ resource }) => [resource, withoutShift(desired.resources[resource])]);
  return unitDigest(id, changes, canonicalJson(Object.fromEntries(resources)));
}

/** Where ECS shifts traffic, a rule has the weights that are live in it, which change without config. */
function withoutShift(definition: JsonObject | undefined): Json {
  return definition && isShifted(definition) ? weighted(definition, [0, 0]) : (definition ?? null);
}
