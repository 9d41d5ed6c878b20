import { ToolkitError } from '../../model/errors.ts';
import { objectOf } from '../../model/json.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { CurrentService } from '../../plan/service/revision-move.ts';
import type { TaskDefinitions } from '../../ports/task-definitions.ts';

/**
 * A service that is there, with the revision that it has. Throws INPUT_INVALID where ECS does not know it, or where
 * something else than ECS deploys it.
 */
export async function observeCurrent(
  cluster: string,
  name: string,
  readService: (name: string) => Promise<ServiceView | undefined>,
  taskDefinitions: Pick<TaskDefinitions, 'describe'>,
): Promise<CurrentService> {
  const service = await readService(name);
  if (!service) {
    throw new ToolkitError('INPUT_INVALID', `ECS has no service ${name} in cluster ${cluster}.`, {
      hint: 'Check the inputs cluster and service, AWS_REGION, and the account of the credentials.',
    });
  }
  const controller = service.description['deploymentController'];
  const type = objectOf(controller)['type'];
  if (type !== undefined && type !== 'ECS') {
    throw new ToolkitError('INPUT_INVALID', `Service ${name} is deployed by ${type}, not by ECS.`, {
      hint: 'Only services with the deployment controller ECS can be deployed.',
    });
  }
  const taskDefinition = await taskDefinitions.describe(service.taskDefinition);
  if (taskDefinition) return { service, taskDefinition };
  throw new ToolkitError(
    'INPUT_INVALID',
    `The task definition of service ${name}, ${service.taskDefinition}, no longer exists.`,
    {
      hint: 'Deploy the service from config, which registers a new revision.',
    },
  );
}
