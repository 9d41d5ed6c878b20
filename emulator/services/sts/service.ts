import type { CallContext, Caller, Service, World } from '../../core/world.ts';
import type { SessionPolicies } from '../../iam/session-policies.ts';
import type {
  AssumeRoleRequest,
  AssumeRoleResponse,
  AssumeRoleWithWebIdentityRequest,
  AssumeRoleWithWebIdentityResponse,
  GetCallerIdentityResponse,
} from '../../shapes/sts.d.ts';
import { assumeRole } from './assume-role.ts';
import { createSessions } from './sessions.ts';
import { assumeRoleWithWebIdentity } from './web-identity.ts';

export interface SecurityTokenService extends Service {
  /** Who signs with an access key. Throws AwsError ExpiredToken. */
  caller(accessKeyId: string): Caller;
  /** What narrows the session that the key was made for; undefined for a key that STS did not give out. */
  sessionPolicies(accessKeyId: string): SessionPolicies | undefined;
}

export interface TokenOptions {
  /** Take web identity tokens without proof that their issuer signed them; by default every one is refused. */
  readonly takesUnprovenTokens?: boolean | undefined;
}

/** STS is one for the whole account, as IAM is. */
export function createService(world: World, { takesUnprovenTokens = false }: TokenOptions = {}): SecurityTokenService {
  const sessions = createSessions(world);
  return {
    caller: sessions.caller,
    sessionPolicies: sessions.policies,
    operations: {
      GetCallerIdentity: (_input: object, { caller }: CallContext): GetCallerIdentityResponse => ({
        UserId: sessions.userId(caller.arn),
        Account: world.account,
        Arn: caller.arn,
      }),
      AssumeRole: (input: AssumeRoleRequest, context: CallContext): Promise<AssumeRoleResponse> =>
        assumeRole(world, sessions, input, context),
      AssumeRoleWithWebIdentity: (
        input: AssumeRoleWithWebIdentityRequest,
      ): Promise<AssumeRoleWithWebIdentityResponse> =>
        assumeRoleWithWebIdentity(input, { world, sessions, takesUnprovenTokens }),
    },
  };
}
