import type { FollowedDeployment } from '../../health/service/service-deployment.ts';
import type { RolloutRun } from './context.ts';
import { lastSuccessfulBefore } from './last-successful.ts';

/**
 * Whether a deployment goes back: what was deployed successfully before it is a later revision of the same family.
 * Config never leads there, since what it brings is registered anew.
 */
export async function redeploysEarlierRevision(run: RolloutRun, deployment: FollowedDeployment): Promise<boolean> {
  const before = await lastSuccessfulBefore(run, deployment);
  if (before === undefined) return false;
  const [earlier, own] = [parts(before), parts(deployment.taskDefinition)];
  return earlier.family === own.family && earlier.number > own.number;
}

function parts(arn: string): { readonly family: string; readonly number: number } {
  const end = arn.lastIndexOf(':');
  return { family: arn.slice(0, end), number: Number(arn.slice(end + 1)) };
}
