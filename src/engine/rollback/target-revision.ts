import { revisionName } from '../../model/arn.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { TaskDefinitionView } from '../../model/service-views.ts';
import type { CurrentService } from '../../plan/service/revision-move.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Services } from '../../ports/services.ts';
import type { TaskDefinitions } from '../../ports/task-definitions.ts';

interface RevisionPorts {
  readonly services: Services;
  readonly taskDefinitions: TaskDefinitions;
  readonly progress: Progress;
}

/** Revisions are looked up at a time, as many as DescribeServiceRevisions takes. */
const LOOKED_UP = 20;
/** How many numbers are tried downwards where ECS keeps no deployment. */
const TRIED = 20;

/**
 * The revision to go back to: the one named (`family:revision`, its ARN, or a number of the live family), else the
 * previous successful one. Throws INPUT_INVALID where there is none, or where ECS starts no tasks from it any more.
 */
export async function findTarget(
  cluster: string,
  current: CurrentService,
  revision: string,
  ports: RevisionPorts,
): Promise<TaskDefinitionView> {
  const name = revision === '' ? undefined : nameOf(current, revision);
  const successful = name ?? (await previousSuccessful(cluster, current, ports.services));
  const target = successful ? await ports.taskDefinitions.describe(successful) : await previousActive(current, ports);
  if (!target) throw missing(current, successful);
  if (target.status === 'ACTIVE') return target;
  throw new ToolkitError('INPUT_INVALID', `Revision ${revisionName(target.arn)} is ${target.status}.`, {
    hint: 'No service can use it. Name another with the input revision, or revert the commit in config and deploy.',
  });
}

function nameOf({ taskDefinition }: CurrentService, revision: string): string {
  return /^\d+$/.test(revision) ? `${taskDefinition.definition['family']}:${revision}` : revision;
}

/** What the newest successful deployment of another revision than the live one had; ECS keeps those of 90 days. */
async function previousSuccessful(
  cluster: string,
  { service }: CurrentService,
  services: Services,
): Promise<string | undefined> {
  const deployments = await services.deployments(cluster, service.name, { statuses: ['SUCCESSFUL'] });
  const arns = deployments.flatMap(({ targetRevisionArn }) => targetRevisionArn ?? []);
  for (let start = 0; start < arns.length; start += LOOKED_UP) {
    const page = arns.slice(start, start + LOOKED_UP);
    const revisions = new Map((await services.revisions(page)).map((each) => [each.arn, each.taskDefinition]));
    const found = page.map((arn) => revisions.get(arn)).find((arn) => arn && arn !== service.taskDefinition);
    if (found) return found;
  }
  return undefined;
}

/** The nearest lower number of the family that is ACTIVE: whether it ever served, nothing says. */
async function previousActive(
  { service, taskDefinition }: CurrentService,
  { taskDefinitions, progress }: RevisionPorts,
): Promise<TaskDefinitionView | undefined> {
  const number = Number(service.taskDefinition.split(':').at(-1));
  for (let tried = number - 1; tried > 0 && tried >= number - TRIED; tried--) {
    const found = await taskDefinitions.describe(`${taskDefinition.definition['family']}:${tried}`);
    if (found?.status !== 'ACTIVE') continue;
    const message = `ECS lists no successful deployment of another revision of ${service.name}: rolling back to ${revisionName(found.arn)}, the latest revision before it that is ACTIVE.`;
    progress.emit({ kind: 'notice', message });
    return found;
  }
  return undefined;
}

function missing({ service }: CurrentService, name: string | undefined): ToolkitError {
  if (name) {
    return new ToolkitError('INPUT_INVALID', `There is no revision ${revisionName(name)}.`, {
      hint: 'Give `family:revision` or a number of an ACTIVE revision of the family that the service has.',
    });
  }
  const message = `Service ${service.name} has nothing to roll back to: ${revisionName(service.taskDefinition)} is its first revision.`;
  return new ToolkitError('INPUT_INVALID', message, { hint: 'Name a revision with the input revision.' });
}
