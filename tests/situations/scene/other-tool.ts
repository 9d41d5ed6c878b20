import type { Stage } from '../stage/stage.ts';
import type { Subject } from './serving.ts';

interface TaskDefinition {
  readonly family: string;
  readonly containerDefinitions: readonly { readonly image: string }[];
}

/**
 * Deploys another image of the live service's, as a tool that knows nothing of this one; returns the new revision's
 * ARN.
 */
export async function deployByOtherTool(stage: Stage, { cluster, service }: Subject, image: string): Promise<string> {
  const { services } = await stage.api.ecs<{ services: readonly { readonly taskDefinition: string }[] }>(
    'DescribeServices',
    {
      cluster,
      services: [service],
    },
  );
  const { taskDefinition } = await stage.api.ecs<{ taskDefinition: TaskDefinition }>('DescribeTaskDefinition', {
    taskDefinition: services[0]?.taskDefinition,
  });
  const { family, containerDefinitions } = taskDefinition;
  const registered = await stage.api.ecs<{ taskDefinition: { readonly taskDefinitionArn: string } }>(
    'RegisterTaskDefinition',
    {
      family,
      containerDefinitions: containerDefinitions.map((each) => ({ ...each, image })),
    },
  );
  const { taskDefinitionArn } = registered.taskDefinition;
  await stage.api.ecs('UpdateService', { cluster, service, taskDefinition: taskDefinitionArn });
  return taskDefinitionArn;
}
