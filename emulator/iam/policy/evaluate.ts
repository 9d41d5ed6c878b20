import type { ConditionKeys } from './condition-keys.ts';
import { allHold } from './conditions.ts';
import type { Selection, Statement } from './document.ts';
import { fitsAction, fitsArn, withVariables } from './patterns.ts';

/** What someone wants to do. */
export interface Attempt {
  /** Such as `ecs:UpdateService`. */
  readonly action: string;
  /** ARN, or `*` where the action has no resource; parts that the request leaves open are `*` too. */
  readonly resource: string;
  readonly keys: ConditionKeys;
}

export type Verdict = 'allowed' | 'explicit-deny' | 'implicit-deny';

/** An explicit deny wins over every allow; what nobody allows is denied. */
export function evaluate(statements: readonly Statement[], attempt: Attempt): Verdict {
  return verdictOf(statements.filter((statement) => applies(statement, attempt)));
}

export function verdictOf(applying: readonly Statement[]): Verdict {
  if (applying.some(({ effect }) => effect === 'Deny')) return 'explicit-deny';
  return applying.length > 0 ? 'allowed' : 'implicit-deny';
}

/** Whether a statement is about the attempt; principals are not looked at. */
export function applies({ actions, resources, conditions }: Statement, attempt: Attempt): boolean {
  const { action, resource, keys } = attempt;
  return (
    selects(actions, (pattern) => fitsAction(action, pattern)) &&
    (resources === undefined || selects(resources, (pattern) => fitsResource(resource, pattern, keys))) &&
    allHold(conditions, keys)
  );
}

const selects = ({ patterns, inverted }: Selection, fits: (pattern: string) => boolean): boolean =>
  patterns.some(fits) !== inverted;

function fitsResource(resource: string, pattern: string, keys: ConditionKeys): boolean {
  const complete = withVariables(pattern, keys);
  return complete !== undefined && fitsArn(resource, complete);
}
