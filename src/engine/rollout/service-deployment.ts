import type { FollowedDeployment } from '../../health/service/service-deployment.ts';
import type { ServiceDeploymentView } from '../../model/service-views.ts';
import type { RolloutRun } from './context.ts';

/** `deployments` of DescribeServices and the service deployment are created together, but not at the same instant. */
const CREATED_TOGETHER_MS = 10_000;

/**
 * The service deployment of an entry in `deployments` of DescribeServices. Nothing says that their ids have the same
 * digits, so it is the one nearest in time whose target revision has the task definition. undefined while ECS does not
 * list it yet.
 */
export async function findServiceDeployment(
  { cluster, service, services }: RolloutRun,
  followed: FollowedDeployment,
): Promise<ServiceDeploymentView | undefined> {
  const createdAfter = followed.createdAt - CREATED_TOGETHER_MS;
  const listed = await services.deployments(cluster.name, service.name, { createdAfter });
  const candidates = listed.filter(
    ({ createdAt, targetRevisionArn }) => targetRevisionArn && createdAt <= followed.createdAt + CREATED_TOGETHER_MS,
  );
  if (candidates.length === 0) return undefined;
  const revisions = await services.revisions(candidates.flatMap(({ targetRevisionArn }) => targetRevisionArn ?? []));
  const distance = ({ createdAt }: ServiceDeploymentView): number => Math.abs(createdAt - followed.createdAt);
  return candidates
    .filter(({ targetRevisionArn }) =>
      revisions.some(
        ({ arn, taskDefinition }) => arn === targetRevisionArn && taskDefinition === followed.taskDefinition,
      ),
    )
    .toSorted((a, b) => distance(a) - distance(b))[0];
}
