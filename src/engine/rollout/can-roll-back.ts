import type { FollowedDeployment } from '../../health/service/service-deployment.ts';
import type { RolloutRun } from './context.ts';
import { lastSuccessfulBefore } from './last-successful.ts';
import { findServiceDeployment } from './service-deployment.ts';

/**
 * Whether there is something to roll a deployment back to. DescribeServices alone does not say: of one that bakes, or
 * whose old tasks are gone, it lists nothing else.
 */
export async function canRollBack(run: RolloutRun, deployment: FollowedDeployment): Promise<boolean> {
  if (deployment.earlier.length > 0) return true;
  const own = await findServiceDeployment(run, deployment);
  if (own && own.sourceRevisionArns.length > 0) return true;
  return (await lastSuccessfulBefore(run, deployment)) !== undefined;
}
