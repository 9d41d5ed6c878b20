import { AwsError } from '../core/errors.ts';
import type { ServiceName } from '../core/world.ts';
import type { Authorization, AuthorizationRequest, Authorizer, JudgedPermission } from './authorization.ts';
import type { CallerPolicies, Judgement } from './caller-policies.ts';
import { judge, policiesOf } from './caller-policies.ts';
import { denial, unknownKey } from './denial.ts';
import { resourceTagKeys } from './keys/resource-tags.ts';
import type { Lookup } from './lookup.ts';
import { permissionsFor } from './permissions.ts';
import { conditionKeys, merged } from './policy/condition-keys.ts';
import type { Attempt } from './policy/evaluate.ts';
import { trustOf } from './policy/trust.ts';
import type { DescribedRole } from './principals.ts';
import { principalKeys, principalOf, roleOf } from './principals.ts';
import type { SessionPolicies } from './session-policies.ts';

export interface AuthorizerOptions {
  readonly account: string;
  /** Emulated milliseconds since the epoch. */
  readonly now: () => number;
  /** Undefined where policies are not enforced; otherwise the access keys that may do everything. */
  readonly adminKeys: ReadonlySet<string> | undefined;
  /** Undefined for a key that STS did not give out. */
  readonly sessionPolicies: (accessKeyId: string) => SessionPolicies | undefined;
  readonly call: (region: string, service: ServiceName, operation: string, input: object) => Promise<unknown>;
}

/** These need no permission, and no policy can deny them. */
const FREE = new Set(['sts:GetCallerIdentity', 'sts:AssumeRoleWithWebIdentity']);

export function createAuthorizer(options: AuthorizerOptions): Authorizer {
  const { account, adminKeys } = options;

  const isUnjudged = (accessKeyId: string): boolean => adminKeys === undefined || adminKeys.has(accessKeyId);

  const authorize = async (request: AuthorizationRequest): Promise<Authorization> => {
    const { service, caller, region, accessKeyId } = request;
    const lookup = lookupIn(region, options);
    const role = await roleOf(caller, lookup);
    const common = merged(requestKeys(region, options.now()), principalKeys(caller, account, role));
    const attempts = await permissionsFor({ ...request, place: { account, region } }, common, lookup);
    if (isUnjudged(accessKeyId)) {
      const decision = adminKeys ? 'allowed' : 'not-judged';
      return { permissions: attempts.map((attempt) => permission(attempt, decision)) };
    }
    const policies = await policiesOf(role, options.sessionPolicies(accessKeyId) ?? NO_SESSION, lookup);
    const permissions: JudgedPermission[] = [];
    let refusal: AwsError | undefined;
    for (const attempt of attempts) {
      const judgement = FREE.has(attempt.action)
        ? ({ verdict: 'allowed' } as const)
        : await judged(attempt, { request, policies, role, lookup });
      permissions.push(permission(attempt, judgement.verdict));
      if (judgement.verdict !== 'allowed')
        refusal ??= denial(service, { ...attempt, ...judgement, caller: caller.arn });
    }
    return refusal ? { permissions, refusal } : { permissions };
  };

  const judged = async (attempt: Attempt, evidence: Evidence): Promise<Judgement> => {
    const { policies, request, role, lookup } = evidence;
    const tags = mentionsTags(policies) ? conditionKeys(await resourceTagKeys(attempt.resource, lookup)) : new Map();
    const judgement = judge(policies, { ...attempt, keys: merged(attempt.keys, tags) });
    if (attempt.action !== 'sts:AssumeRole' || judgement.by !== 'identity-based policy') return judgement;
    if (judgement.verdict !== 'implicit-deny') return judgement;
    const RoleName = attempt.resource.slice(attempt.resource.lastIndexOf('/') + 1);
    const wanted = await lookup<{ Role: { AssumeRolePolicyDocument: string } }>('iam', 'GetRole', { RoleName });
    const principal = principalOf(request.caller, account, role);
    const trust =
      wanted && trustOf(decodeURIComponent(wanted.Role.AssumeRolePolicyDocument), { ...attempt, principal });
    return trust?.direct ? { verdict: 'allowed' } : judgement;
  };

  return {
    checkKey: (accessKeyId, service) => {
      if (!isUnjudged(accessKeyId) && !options.sessionPolicies(accessKeyId)) throw unknownKey(service);
    },
    authorize,
  };
}

const NO_SESSION: SessionPolicies = { document: undefined, arns: [] };

interface Evidence {
  readonly request: AuthorizationRequest;
  readonly policies: CallerPolicies;
  readonly role: DescribedRole | undefined;
  readonly lookup: Lookup;
}

const permission = ({ action, resource }: Attempt, decision: JudgedPermission['decision']): JudgedPermission => ({
  action,
  resource,
  decision,
});

/** Tags of what exists already are asked for only where a policy looks at them. */
const mentionsTags = (policies: CallerPolicies): boolean =>
  [...policies.values()].flat().some(({ conditions }) => conditions.some(({ key }) => /:resourcetag\//i.test(key)));

/** Loopback stands for TLS, as the emulator's clients are real ones pointed at it. */
const requestKeys = (region: string, now: number) =>
  conditionKeys({
    'aws:RequestedRegion': region,
    'aws:SecureTransport': true,
    'aws:SourceIp': '127.0.0.1',
    'aws:ViaAWSService': false,
    'aws:CurrentTime': new Date(now).toISOString(),
    'aws:EpochTime': Math.floor(now / 1000),
  });

function lookupIn(region: string, { call }: AuthorizerOptions): Lookup {
  return async <Output>(service: ServiceName, operation: string, input: object) => {
    try {
      return (await call(region, service, operation, input)) as Output;
    } catch (error) {
      if (error instanceof AwsError) return undefined;
      throw error;
    }
  };
}
