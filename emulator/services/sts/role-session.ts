import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';
import { parsePolicy } from '../../iam/policy/document.ts';
import type { Role } from '../../shapes/iam.d.ts';
import type { AssumedRoleUser, Credentials, PolicyDescriptorType } from '../../shapes/sts.d.ts';
import type { Sessions } from './sessions.ts';

const DEFAULT_DURATION_SECONDS = 3600;

/** What every way to assume a role has in its request. */
interface SessionRequest {
  readonly RoleSessionName: string;
  readonly DurationSeconds?: number | undefined;
  readonly Policy?: string | undefined;
  readonly PolicyArns?: readonly PolicyDescriptorType[] | undefined;
}

/** Opens a session of a role that the caller may assume. Refuses one longer than the role allows. */
export function openSession(
  world: World,
  sessions: Sessions,
  role: Role,
  request: SessionRequest,
): { readonly Credentials: Credentials; readonly AssumedRoleUser: AssumedRoleUser } {
  const { RoleSessionName, DurationSeconds: durationSeconds = DEFAULT_DURATION_SECONDS } = request;
  if (durationSeconds > (role.MaxSessionDuration ?? DEFAULT_DURATION_SECONDS))
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  if (request.Policy !== undefined) checkPolicy(request.Policy);
  const arn = `arn:aws:sts::${world.account}:assumed-role/${role.RoleName}/${RoleSessionName}`;
  const userId = `${role.RoleId}:${RoleSessionName}`;
  const policies = {
    document: request.Policy,
    arns: (request.PolicyArns ?? []).flatMap((policy) => policy.arn ?? []),
  };
  const session = sessions.open({ arn, userId, durationSeconds, policies });
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: session.expiresAt,
    },
    AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
  };
}

function checkPolicy(document: string): void {
  try {
    parsePolicy(document);
  } catch {
    throw new AwsError('MalformedPolicyDocument', 'Syntax errors in policy.');
  }
}
