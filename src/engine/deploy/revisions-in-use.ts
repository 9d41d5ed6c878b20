import { ToolkitError } from '../../model/errors.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { ServiceRun } from './context.ts';

/** How many of the last successful revisions stay available for a rollback. */
const ROLLBACK_CANDIDATES = 2;
const UNDER_WAY = ['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'];
/** DescribeServiceRevisions takes this many revisions. */
const LOOKED_UP = 20;

/**
 * ARNs of the revisions that something has, or would need to go back. What the cluster's other services have counts
 * too. Throws where it cannot find all of them.
 */
export async function revisionsInUse(run: ServiceRun): Promise<ReadonlySet<string>> {
  const { services, tasks, cluster, service } = run;
  const { family } = service.taskDefinition;
  const [live, deployed, started] = await Promise.all([
    services.list(cluster.name).then((names) => services.describe(cluster.name, names)),
    deployedRevisions(run),
    tasks.ofFamily(cluster.name, family, 'RUNNING'),
  ]);
  const views = live.filter((view) => view !== undefined);
  const [clusterArn] = views.flatMap(({ arn }) => clusterArnOf(arn) ?? []);
  if (!clusterArn) {
    throw new ToolkitError('AWS_REFUSED', 'The ARNs of services do not contain the name of their cluster.', {
      hint: 'Turn on the long format of ARNs for services (ecs put-account-setting-default), or remove keepRevisions.',
    });
  }
  const scheduled = await run.scheduledTasks.revisionsInUse(clusterArn, family);
  return new Set([
    ...views.flatMap(revisionsOf),
    ...deployed,
    ...started.map(({ taskDefinition }) => taskDefinition),
    ...scheduled,
  ]);
}

/** `…:service/CLUSTER/SERVICE` is in `…:cluster/CLUSTER`. */
function clusterArnOf(serviceArn: string): string | undefined {
  const [, place, name] = /^(.+):service\/([^/]+)\/[^/]+$/.exec(serviceArn) ?? [];
  return name && `${place}:cluster/${name}`;
}

function revisionsOf({ taskDefinition, deployments }: ServiceView): readonly string[] {
  return [taskDefinition, ...deployments.map((deployment) => deployment.taskDefinition)];
}

/**
 * Lists the revisions of deployments under way, with those that they would roll back to, and of the newest successful
 * deployments.
 */
async function deployedRevisions({ services, cluster, service }: ServiceRun): Promise<readonly string[]> {
  const [underWay, successful] = await Promise.all([
    services.deployments(cluster.name, service.name, { statuses: UNDER_WAY }),
    services.deployments(cluster.name, service.name, { statuses: ['SUCCESSFUL'] }),
  ]);
  const rolling = underWay.flatMap(({ targetRevisionArn, sourceRevisionArns, rollback }) =>
    [targetRevisionArn, ...sourceRevisionArns, rollback?.revisionArn].filter((arn) => arn !== undefined),
  );
  const candidates: string[] = [];
  const landed = successful.flatMap(({ targetRevisionArn }) => targetRevisionArn ?? []);
  for (let start = 0; start < landed.length && candidates.length < ROLLBACK_CANDIDATES; start += LOOKED_UP) {
    for (const found of await definitionsOf(landed.slice(start, start + LOOKED_UP), services))
      if (!candidates.includes(found) && candidates.length < ROLLBACK_CANDIDATES) candidates.push(found);
  }
  return [...candidates, ...(await definitionsOf(rolling, services))];
}

/** Task definitions of service revisions, in their order. */
async function definitionsOf(arns: readonly string[], services: ServiceRun['services']): Promise<readonly string[]> {
  if (arns.length === 0) return [];
  const known = new Map((await services.revisions(arns)).map((each) => [each.arn, each.taskDefinition]));
  return arns.flatMap((arn) => known.get(arn) ?? []);
}
