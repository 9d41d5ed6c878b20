import type { CallContext, Caller, Service, World } from '../../core/world.ts';
import type { AssumeRoleRequest, AssumeRoleResponse, GetCallerIdentityResponse } from '../../shapes/sts.d.ts';
import { assumeRole } from './assume-role.ts';
import { createSessions } from './sessions.ts';

export interface SecurityTokenService extends Service {
  /** Who signs with an access key. Throws AwsError ExpiredToken. */
  caller(accessKeyId: string): Caller;
}

/** STS is one for the whole account, as IAM is. */
export function createService(world: World): SecurityTokenService {
  const sessions = createSessions(world);
  return {
    caller: sessions.caller,
    operations: {
      GetCallerIdentity: (_input: object, { caller }: CallContext): GetCallerIdentityResponse => ({
        UserId: sessions.userId(caller.arn),
        Account: world.account,
        Arn: caller.arn,
      }),
      AssumeRole: (input: AssumeRoleRequest, context: CallContext): Promise<AssumeRoleResponse> =>
        assumeRole(world, sessions, input, context),
    },
  };
}
