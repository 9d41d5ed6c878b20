import type { Lookup } from './lookup.ts';
import { managedPolicy } from './managed-documents.ts';
import type { Statement } from './policy/document.ts';
import { parsePolicy } from './policy/document.ts';
import type { Attempt, Verdict } from './policy/evaluate.ts';
import { evaluate } from './policy/evaluate.ts';
import type { DescribedRole } from './principals.ts';
import type { SessionPolicies } from './session-policies.ts';

/** Each kind of policy, named as AWS's refusals name it, must allow by itself. */
export type PolicyKind = 'identity-based policy' | 'permissions boundary' | 'session policy';

export type CallerPolicies = ReadonlyMap<PolicyKind, readonly Statement[]>;

export interface Judgement {
  readonly verdict: Verdict;
  /** The kind that denies. */
  readonly by?: PolicyKind;
}

/**
 * What a role's session may do: inline and attached policies, within its boundary and within the session's own
 * policies.
 */
export async function policiesOf(
  role: DescribedRole | undefined,
  session: SessionPolicies,
  lookup: Lookup,
): Promise<CallerPolicies> {
  const policies = new Map<PolicyKind, readonly Statement[]>();
  policies.set('identity-based policy', role ? await rolePolicies(role.RoleName, lookup) : []);
  const boundary = role?.PermissionsBoundary?.PermissionsBoundaryArn;
  if (boundary !== undefined) policies.set('permissions boundary', managedPolicy(boundary));
  if (session.document !== undefined || session.arns.length > 0)
    policies.set('session policy', [
      ...(session.document === undefined ? [] : parsePolicy(session.document)),
      ...session.arns.flatMap(managedPolicy),
    ]);
  return policies;
}

async function rolePolicies(RoleName: string, lookup: Lookup): Promise<readonly Statement[]> {
  const page = { RoleName, MaxItems: 1000 };
  const inline = await lookup<{ PolicyNames: string[] }>('iam', 'ListRolePolicies', page);
  const attached = await lookup<{ AttachedPolicies: { PolicyArn: string }[] }>('iam', 'ListAttachedRolePolicies', page);
  const documents = await Promise.all(
    (inline?.PolicyNames ?? []).map((PolicyName) =>
      lookup<{ PolicyDocument: string }>('iam', 'GetRolePolicy', { RoleName, PolicyName }),
    ),
  );
  return [
    ...documents.flatMap((found) => (found ? parsePolicy(decodeURIComponent(found.PolicyDocument)) : [])),
    ...(attached?.AttachedPolicies ?? []).flatMap(({ PolicyArn }) => managedPolicy(PolicyArn)),
  ];
}

/** An explicit deny of any kind comes first, as in AWS's evaluation logic; then what any kind fails to allow. */
export function judge(policies: CallerPolicies, attempt: Attempt): Judgement {
  const verdicts = [...policies].map(([by, statements]) => ({ by, verdict: evaluate(statements, attempt) }));
  return (
    verdicts.find(({ verdict }) => verdict === 'explicit-deny') ??
    verdicts.findLast(({ verdict }) => verdict === 'implicit-deny') ?? { verdict: 'allowed' }
  );
}
