import type { FollowedDeployment } from '../../health/service/service-deployment.ts';
import type { RolloutRun } from './context.ts';
import { findServiceDeployment } from './service-deployment.ts';

/**
 * ARN of the task definition of the last deployment before this one that ECS calls successful: what served last, which
 * a deployment that failed and was left need not have done. ECS keeps deployments for 90 days.
 */
export async function lastSuccessfulBefore(
  run: RolloutRun,
  deployment: FollowedDeployment,
): Promise<string | undefined> {
  const { cluster, service, services } = run;
  const [own, successful] = await Promise.all([
    findServiceDeployment(run, deployment),
    services.deployments(cluster.name, service.name, { statuses: ['SUCCESSFUL'] }),
  ]);
  const before = own?.createdAt ?? deployment.createdAt;
  const last = successful.find(({ arn, createdAt }) => arn !== own?.arn && createdAt < before);
  const [revision] = last?.targetRevisionArn ? await services.revisions([last.targetRevisionArn]) : [];
  return revision?.taskDefinition;
}
