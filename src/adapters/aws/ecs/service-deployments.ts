import type {
  ListServiceDeploymentsCommandInput,
  ServiceDeploymentBrief,
  ServiceDeploymentStatus,
} from '@aws-sdk/client-ecs';
import type { ServiceDeploymentView } from '../../../model/service-views.ts';
import type { Services } from '../../../ports/services.ts';
import { chunked } from '../chunks.ts';
import { calling, isAwsError } from '../errors.ts';
import { jsonOf } from '../json-shape.ts';
import { type Ecs, unlessMissing } from './ecs-client.ts';
import { serviceDeploymentView } from './service-views.ts';

const DESCRIBED = 20;
const LISTED = 100;

/** What ECS keeps of each deployment of a service. */
export function createServiceDeployments(
  ecs: () => Promise<Ecs>,
): Pick<Services, 'deployments' | 'deploymentsByArn' | 'revisions' | 'rollBack' | 'answerHook'> {
  return {
    deployments: (cluster, service, { statuses, createdAfter, newest } = {}) =>
      calling(`listing deployments of service ${service}`, async () => {
        const briefs = await list(await ecs(), {
          cluster,
          service,
          maxResults: LISTED,
          ...(statuses ? { status: [...statuses] as ServiceDeploymentStatus[] } : {}),
          ...(createdAfter === undefined ? {} : { createdAt: { after: new Date(createdAfter) } }),
        });
        const sorted = briefs.toSorted((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
        const arns = sorted.slice(0, newest).flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
        const views = await describe(await ecs(), arns);
        return views.toSorted((a, b) => b.createdAt - a.createdAt);
      }),
    deploymentsByArn: (arns) =>
      calling('describing service deployments', async () => {
        const views = new Map((await describe(await ecs(), arns)).map((view) => [view.arn, view]));
        return arns.map((arn) => views.get(arn));
      }),
    revisions: (arns) =>
      calling('describing service revisions', async () => {
        const { sdk, client } = await ecs();
        const pages = await chunked(arns, DESCRIBED, (serviceRevisionArns) =>
          client.send(new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns })),
        );
        return pages
          .flatMap((page) => page.serviceRevisions ?? [])
          .map((revision) => ({
            arn: revision.serviceRevisionArn ?? '',
            taskDefinition: revision.taskDefinition ?? '',
            description: jsonOf(revision),
          }));
      }),
    rollBack: (serviceDeploymentArn) =>
      calling(`rolling back ${serviceDeploymentArn}`, async () => {
        const { sdk, client } = await ecs();
        try {
          await client.send(new sdk.StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' }));
          return true;
        } catch (error) {
          if (isAwsError(error, 'ConflictException', 'ServiceDeploymentNotFoundException')) return false;
          throw error;
        }
      }),
    answerHook: (serviceDeploymentArn, hookId, action) =>
      calling(`answering the pause of ${serviceDeploymentArn}`, async () => {
        const { sdk, client } = await ecs();
        try {
          await client.send(new sdk.ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId, action }));
          return true;
        } catch (error) {
          const isOver = isAwsError(error, 'InvalidParameterException', 'ServiceDeploymentNotFoundException');
          if (isOver || isAwsError(error, 'ConflictException')) return false;
          throw error;
        }
      }),
  };
}

/** The SDK has no paginator for ListServiceDeployments. */
async function list(
  { sdk, client }: Ecs,
  request: ListServiceDeploymentsCommandInput,
): Promise<readonly ServiceDeploymentBrief[]> {
  const briefs: ServiceDeploymentBrief[] = [];
  let nextToken: string | undefined;
  do {
    const page = await unlessMissing(undefined, () =>
      client.send(new sdk.ListServiceDeploymentsCommand({ ...request, ...(nextToken ? { nextToken } : {}) })),
    );
    briefs.push(...(page?.serviceDeployments ?? []));
    nextToken = page?.nextToken;
  } while (nextToken);
  return briefs;
}

async function describe({ sdk, client }: Ecs, arns: readonly string[]): Promise<readonly ServiceDeploymentView[]> {
  const pages = await chunked(arns, DESCRIBED, (serviceDeploymentArns) =>
    client.send(new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns })),
  );
  return pages.flatMap((page) => page.serviceDeployments ?? []).map(serviceDeploymentView);
}
