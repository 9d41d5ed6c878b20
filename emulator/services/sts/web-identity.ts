import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';
import { carriesKey } from '../../iam/catalogue.ts';
import { conditionKeys } from '../../iam/policy/condition-keys.ts';
import { trustOf } from '../../iam/policy/trust.ts';
import type { AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse } from '../../shapes/sts.d.ts';
import { openSession } from './role-session.ts';
import { readRole, trustPolicyOf } from './roles.ts';
import type { Sessions } from './sessions.ts';
import type { Claims } from './web-token.ts';
import { readClaims } from './web-token.ts';

const OPERATION = 'AssumeRoleWithWebIdentity';

/** A role for whoever holds a provider's token. The request is not signed; the token's signature and age are not checked. */
export async function assumeRoleWithWebIdentity(
  world: World,
  sessions: Sessions,
  input: AssumeRoleWithWebIdentityRequest,
): Promise<AssumeRoleWithWebIdentityResponse> {
  const claims = readClaims(input.WebIdentityToken);
  const provider = claims.issuer.replace(/^https:\/\//, '');
  const role = await readRole(world, input.RoleArn);
  const trust =
    role &&
    trustOf(trustPolicyOf(role), {
      principal: { kind: 'Federated', names: [`arn:aws:iam::${world.account}:oidc-provider/${provider}`] },
      action: `sts:${OPERATION}`,
      keys: conditionKeys({ ...claimKeys(provider, claims), 'sts:RoleSessionName': input.RoleSessionName }),
    });
  if (!role || trust?.verdict !== 'allowed')
    throw new AwsError('AccessDenied', `Not authorized to perform sts:${OPERATION}`, 403);
  return {
    ...openSession(world, sessions, role, input),
    SubjectFromWebIdentityToken: claims.subject,
    Provider: `arn:aws:iam::${world.account}:oidc-provider/${provider}`,
    Audience: claims.audiences[0],
  };
}

/** AWS hands on every provider's `aud` and `sub`, and of others those that it publishes for that provider. */
function claimKeys(provider: string, { subject, audiences, texts }: Claims) {
  const published = Object.entries(texts).filter(([claim]) => carriesKey('sts', OPERATION, `${provider}:${claim}`));
  return {
    ...Object.fromEntries(published.map(([claim, value]) => [`${provider}:${claim}`, value])),
    [`${provider}:sub`]: subject,
    [`${provider}:aud`]: audiences,
  };
}
