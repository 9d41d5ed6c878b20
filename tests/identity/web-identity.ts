import { AssumeRoleWithWebIdentityCommand, STSClient, STSServiceException } from '@aws-sdk/client-sts';
import { REPOSITORY } from './subjects.ts';

export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

export interface WebIdentity {
  /** `sub` of the job's token. */
  readonly subject: string;
  readonly audience?: string;
  /** `repository_id` of the token; that of REPOSITORY by default. */
  readonly repositoryId?: string;
}

const ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * What aws-actions/configure-aws-credentials does with a job's token: credentials of the role, undefined where its
 * trust policy does not admit the job. Needs an emulator that takes tokens without proof (`--accept-unproven-tokens`).
 */
export async function assumeForJob(
  endpoint: string,
  RoleArn: string,
  identity: WebIdentity,
): Promise<RoleCredentials | undefined> {
  const sts = new STSClient({ endpoint, region: 'ap-northeast-1', maxAttempts: 1 });
  const request = { RoleArn, RoleSessionName: 'GitHubActions', WebIdentityToken: token(identity) };
  try {
    const { Credentials: made } = await sts.send(new AssumeRoleWithWebIdentityCommand(request));
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = made ?? {};
    return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  } catch (error) {
    if (error instanceof STSServiceException && error.name === 'AccessDenied') return undefined;
    throw error;
  }
}

function token({ subject, audience = 'sts.amazonaws.com', repositoryId = REPOSITORY.id }: WebIdentity): string {
  const [, environment] = /:environment:(.+)$/.exec(subject) ?? [];
  const claims = { iss: ISSUER, aud: audience, sub: subject, repository_id: repositoryId, environment };
  return [{ alg: 'RS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('unproven')
    .join('.');
}
