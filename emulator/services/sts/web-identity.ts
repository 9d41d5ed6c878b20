import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';
import { carriesKey } from '../../iam/catalogue.ts';
import { conditionKeys } from '../../iam/policy/condition-keys.ts';
import { trustOf } from '../../iam/policy/trust.ts';
import type { GetOpenIDConnectProviderResponse } from '../../shapes/iam.d.ts';
import type { AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse } from '../../shapes/sts.d.ts';
import { openSession } from './role-session.ts';
import { readRole, trustPolicyOf } from './roles.ts';
import type { Sessions } from './sessions.ts';
import type { Claims } from './web-token.ts';
import { invalid, readClaims } from './web-token.ts';

const OPERATION = 'AssumeRoleWithWebIdentity';

interface TokenDesk {
  readonly world: World;
  readonly sessions: Sessions;
  /** Whether a token is taken for genuine: its issuer's keys cannot be fetched from here. */
  readonly takesUnprovenTokens: boolean;
}

/** A role for whoever holds a provider's token. The request is not signed. */
export async function assumeRoleWithWebIdentity(
  input: AssumeRoleWithWebIdentityRequest,
  { world, sessions, takesUnprovenTokens }: TokenDesk,
): Promise<AssumeRoleWithWebIdentityResponse> {
  const claims = readClaims(input.WebIdentityToken);
  const provider = claims.issuer.replace(/^https:\/\//, '');
  await checkProvider(world, provider, claims);
  if (!takesUnprovenTokens)
    throw invalid(
      "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
    );
  const role = await readRole(world, input.RoleArn);
  const trust =
    role &&
    trustOf(trustPolicyOf(role), {
      principal: { kind: 'Federated', names: [providerArn(world, provider)] },
      action: `sts:${OPERATION}`,
      keys: conditionKeys({ ...claimKeys(provider, claims), 'sts:RoleSessionName': input.RoleSessionName }),
    });
  if (!role || trust?.verdict !== 'allowed')
    throw new AwsError('AccessDenied', `Not authorized to perform sts:${OPERATION}`, 403);
  return {
    ...openSession(world, sessions, role, input),
    SubjectFromWebIdentityToken: claims.subject,
    Provider: providerArn(world, provider),
    Audience: claims.audiences[0],
  };
}

/** The account knows the issuer, and the token is meant for it and has not expired. */
async function checkProvider(world: World, provider: string, { issuer, audiences, expiresAt }: Claims): Promise<void> {
  const known = await providerOf(world, provider);
  if (!known) throw invalid(`No OpenIDConnect provider found in your account for ${issuer}`);
  if (!audiences.some((audience) => known.ClientIDList?.includes(audience))) throw invalid('Incorrect token audience');
  if (expiresAt !== undefined && expiresAt * 1000 <= world.clock.now())
    throw new AwsError(
      'ExpiredTokenException',
      'Token expired: current date/time must be before the expiration date/time',
    );
}

async function providerOf(world: World, provider: string): Promise<GetOpenIDConnectProviderResponse | undefined> {
  try {
    return await world.call('iam', 'GetOpenIDConnectProvider', {
      OpenIDConnectProviderArn: providerArn(world, provider),
    });
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}

const providerArn = ({ account }: World, provider: string): string =>
  `arn:aws:iam::${account}:oidc-provider/${provider}`;

/** AWS hands on every provider's `aud` and `sub`, and of others those that it publishes for that provider. */
function claimKeys(provider: string, { subject, audiences, texts }: Claims) {
  const published = Object.entries(texts).filter(([claim]) => carriesKey('sts', OPERATION, `${provider}:${claim}`));
  return {
    ...Object.fromEntries(published.map(([claim, value]) => [`${provider}:${claim}`, value])),
    [`${provider}:sub`]: subject,
    [`${provider}:aud`]: audiences,
  };
}
