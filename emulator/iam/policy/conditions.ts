import type { ConditionKeys } from './condition-keys.ts';
import { valuesOf } from './condition-keys.ts';
import type { Condition } from './document.ts';
import { operatorOf } from './operators.ts';
import { withVariables } from './patterns.ts';

/** A statement applies where all of its conditions hold. */
export const allHold = (conditions: readonly Condition[], keys: ConditionKeys): boolean =>
  conditions.every((condition) => holds(condition, keys));

/**
 * IAM's rules about absent keys: most operators do not hold, negated ones and `…IfExists` do, and `ForAllValues` holds
 * because there is no value that would not fit.
 */
export function holds({ operator: name, key, values }: Condition, keys: ConditionKeys): boolean {
  const operator = operatorOf(name);
  if (!operator) return false;
  const actual = valuesOf(keys, key);
  const { quantifier, ifExists, negated, fits } = operator;
  if (!fits) return values.some((value) => (actual === undefined) === (value.toLowerCase() === 'true'));
  if (actual === undefined) return ifExists || quantifier === 'ForAllValues' || (negated && quantifier === undefined);
  const wanted = values.flatMap((value) => withVariables(value, keys) ?? []);
  const accepted = (value: string): boolean => wanted.some((pattern) => fits(value, pattern)) !== negated;
  // Without a quantifier a negated operator must hold for every value that the request has.
  return quantifier === 'ForAllValues' || (negated && quantifier === undefined)
    ? actual.every(accepted)
    : actual.some(accepted);
}
