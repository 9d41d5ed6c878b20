import { AwsError } from '../../core/errors.ts';
import type { CallContext, Caller, World } from '../../core/world.ts';
import type { GetRoleResponse, Role } from '../../shapes/iam.d.ts';
import type { AssumeRoleRequest, AssumeRoleResponse } from '../../shapes/sts.d.ts';
import type { Sessions } from './sessions.ts';
import { trusts } from './trust.ts';

/** STS reads roles as all of AWS's services do: some seconds after they were made. */
const READER: Caller = { arn: 'sts.amazonaws.com' };
const DEFAULT_DURATION_SECONDS = 3600;

export async function assumeRole(
  world: World,
  sessions: Sessions,
  input: AssumeRoleRequest,
  { caller }: CallContext,
): Promise<AssumeRoleResponse> {
  const { RoleArn, RoleSessionName, DurationSeconds: durationSeconds = DEFAULT_DURATION_SECONDS } = input;
  const role = await readRole(world, RoleArn);
  if (!role || !trusts(decodeURIComponent(role.AssumeRolePolicyDocument ?? ''), caller, world.account)) {
    const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`;
    throw new AwsError('AccessDenied', message, 403);
  }
  if (durationSeconds > (role.MaxSessionDuration ?? DEFAULT_DURATION_SECONDS))
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  const arn = `arn:aws:sts::${world.account}:assumed-role/${role.RoleName}/${RoleSessionName}`;
  const userId = `${role.RoleId}:${RoleSessionName}`;
  const session = sessions.open({ arn, userId, durationSeconds });
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: session.expiresAt,
    },
    AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
    SourceIdentity: input.SourceIdentity,
  };
}

async function readRole(world: World, arn: string): Promise<Role | undefined> {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  try {
    const { Role } = await world.call<GetRoleResponse>('iam', 'GetRole', { RoleName: name }, READER);
    return Role.Arn === arn ? Role : undefined;
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}
