import type { RunOptions } from './run.ts';
import type { StepEnded } from './run-step.ts';
import type { JobState } from './run-steps.ts';

/** The subject of a job's identity token. */
export function subjectOf({ repository, event }: RunOptions, environment: string | undefined): string {
  if (environment !== undefined) return `repo:${repository.name}:environment:${environment}`;
  return `repo:${repository.name}:${event.name === 'pull_request' ? 'pull_request' : `ref:${event.ref}`}`;
}

/**
 * aws-actions/configure-aws-credentials as far as it is used: a role for the job's identity, in variables for the steps
 * after it.
 */
export async function configureCredentials(
  options: RunOptions,
  state: JobState,
  inputs: Readonly<Record<string, string>>,
): Promise<StepEnded> {
  const refused = (log: string): StepEnded => ({ isGreen: false, log: `::error::${log}\n`, outputs: {}, summary: '' });
  const role = inputs['role-to-assume'] ?? '';
  if (state.granted['id-token'] !== 'write') {
    return refused(
      'It looks like you might be trying to authenticate with OIDC. Did you mean to set the `id-token` permission?',
    );
  }
  const credentials = await options.aws.assume(role, state.subject);
  if (!credentials) {
    return refused('Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity');
  }
  Object.assign(state.env, {
    AWS_REGION: inputs['aws-region'] ?? '',
    AWS_DEFAULT_REGION: inputs['aws-region'] ?? '',
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken ? { AWS_SESSION_TOKEN: credentials.sessionToken } : {}),
  });
  return { isGreen: true, log: `Authenticated as ${role} for ${state.subject}\n`, outputs: {}, summary: '' };
}
