import type { ConditionKeys } from './condition-keys.ts';
import { valuesOf } from './condition-keys.ts';

/** Whether the whole text fits, where `*` stands for any characters and `?` for one. */
export function fitsPattern(text: string, pattern: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (pattern[next] === '*') {
      star = next++;
      resume = at;
    } else if (next < pattern.length && (pattern[next] === '?' || pattern[next] === text[at])) {
      at++;
      next++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++resume;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(next));
}

/** Actions differ by more than case. */
export const fitsAction = (action: string, pattern: string): boolean =>
  fitsPattern(action.toLowerCase(), pattern.toLowerCase());

/**
 * Compares the six parts of an ARN one by one, so that a wildcard never reaches over a colon into the next; IAM
 * completes a pattern of fewer parts with wildcards. What has no ARN (`*`) fits only the pattern for everything.
 */
export function fitsArn(arn: string, pattern: string): boolean {
  if (pattern === '*') return true;
  if (arn === '*') return false;
  const wanted = arnParts(pattern);
  return arnParts(arn).every((part, index) => fitsPattern(part, wanted[index] ?? '*'));
}

function arnParts(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(':')] : [])];
}

/**
 * Puts in the policy variables, such as `${aws:PrincipalAccount}`; undefined where one has no value, so that nothing
 * fits.
 */
export function withVariables(pattern: string, keys: ConditionKeys): string | undefined {
  let complete = true;
  const text = pattern.replace(/\$\{([^}]*)\}/g, (_, variable: string) => {
    if (/^[*?$]$/.test(variable)) return variable;
    const [, name = '', fallback] = /^([^,]*?)\s*(?:,\s*'([^']*)'\s*)?$/.exec(variable) ?? [];
    const [value = fallback] = valuesOf(keys, name) ?? [];
    complete &&= value !== undefined;
    return value ?? '';
  });
  return complete ? text : undefined;
}
