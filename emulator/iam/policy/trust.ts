import type { ConditionKeys } from './condition-keys.ts';
import type { PrincipalKind, Statement } from './document.ts';
import { parsePolicy } from './document.ts';
import type { Verdict } from './evaluate.ts';
import { applies, verdictOf } from './evaluate.ts';

/** Who asks for a role. */
export interface Principal {
  readonly kind: PrincipalKind;
  /** The ways in which a policy can name exactly this one: a session by its own ARN and by its role's. */
  readonly names: readonly string[];
  /** Of an AWS principal; a policy that names it leaves the rest to the principal's own policies. */
  readonly account?: string;
}

export interface Trust {
  readonly verdict: Verdict;
  /**
   * The policy names the principal itself, not just its account: then it needs no permission of its own (same account).
   */
  readonly direct: boolean;
}

export interface TrustRequest {
  readonly principal: Principal;
  /** Such as `sts:AssumeRole`. */
  readonly action: string;
  readonly keys: ConditionKeys;
}

/** What a role's trust policy says to someone who wants to assume it. */
export function trustOf(document: string, { principal, action, keys }: TrustRequest): Trust {
  const applying = parsePolicy(document)
    .flatMap((statement) => (principal.kind === 'Service' ? withoutSource(statement) : statement))
    .filter((statement) => applies(statement, { action, resource: '*', keys }) && concerns(statement, principal));
  const direct = applying.some(
    ({ effect, principals }) =>
      effect === 'Allow' && principals?.names.some(([kind, value]) => namesItself(kind, value, principal)),
  );
  return { verdict: verdictOf(applying), direct };
}

/**
 * Which resource a service acts for is not known here: what allows a role for some is taken to allow it, and what
 * denies it for some not to deny it.
 */
function withoutSource(statement: Statement): readonly Statement[] {
  const conditions = statement.conditions.filter(({ key }) => key.toLowerCase() !== 'aws:sourcearn');
  if (conditions.length === statement.conditions.length) return [statement];
  return statement.effect === 'Allow' ? [{ ...statement, conditions }] : [];
}

function concerns({ principals }: Statement, principal: Principal): boolean {
  if (!principals) return false;
  return principals.names.some((name) => includes(name, principal)) !== principals.inverted;
}

function includes([kind, value]: readonly [string, string], principal: Principal): boolean {
  if (kind === '*' || namesItself(kind, value, principal)) return true;
  if (kind !== 'AWS' || principal.kind !== 'AWS') return false;
  return value === '*' || value === principal.account || value === `arn:aws:iam::${principal.account}:root`;
}

const namesItself = (kind: string, value: string, principal: Principal): boolean =>
  kind === principal.kind && principal.names.includes(value);
