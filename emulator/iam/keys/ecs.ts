import { arnOf } from '../catalogue.ts';
import type { Input } from '../input.ts';
import { isArn, structures, text, texts, textsIn } from '../input.ts';
import { clusterName } from '../resources/ecs.ts';
import type { FindKeys, KeysRequest } from './find.ts';
import { some } from './find.ts';

export const ecsKeys: FindKeys = async (request) => {
  const { operation, input, place } = request;
  const execute = input['enableExecuteCommand'];
  const cluster = arnOf('ecs', { type: 'cluster', names: { ClusterName: clusterName(input) } }, place);
  return {
    'ecs:cluster': cluster,
    'ecs:service': serviceArn(request),
    'ecs:task-definition': await taskDefinitionArn(request),
    'ecs:capacity-provider': some(textsIn(input, 'capacityProviderStrategy', 'capacityProvider')),
    'ecs:enable-execute-command': typeof execute === 'boolean' ? execute : undefined,
    'ecs:enable-ecs-managed-tags': input['enableECSManagedTags'] === true ? true : undefined,
    'ecs:propagate-tags': text(input, 'propagateTags'),
    'ecs:container-instances': some(texts(input, 'containerInstances')),
    ...(operation === 'RegisterTaskDefinition' ? definitionKeys(input) : {}),
  };
};

function definitionKeys(input: Input) {
  return {
    'ecs:task-cpu': text(input, 'cpu'),
    'ecs:task-memory': text(input, 'memory'),
    'ecs:compute-compatibility': some(texts(input, 'requiresCompatibilities')),
    'ecs:privileged': structures(input, 'containerDefinitions').some(({ privileged }) => privileged === true),
  };
}

function serviceArn({ input, place }: KeysRequest): string | undefined {
  const name = text(input, 'serviceName') ?? text(input, 'service');
  if (name === undefined || isArn(name)) return name;
  return arnOf('ecs', { type: 'service', names: { ClusterName: clusterName(input), ServiceName: name } }, place);
}

/** ECS puts in the latest revision where a request names the family alone. */
async function taskDefinitionArn({ operation, input, place, lookup }: KeysRequest): Promise<string | undefined> {
  const name = text(input, 'taskDefinition');
  if (name === undefined || isArn(name) || !/^(CreateService|UpdateService|RunTask)$/.test(operation)) return name;
  const [family = '', revision] = name.split(':');
  if (revision === undefined) {
    const latest = await lookup<{ taskDefinition: { taskDefinitionArn: string } }>('ecs', 'DescribeTaskDefinition', {
      taskDefinition: name,
    });
    if (latest) return latest.taskDefinition.taskDefinitionArn;
  }
  const names = { TaskDefinitionFamilyName: family, TaskDefinitionRevisionNumber: revision ?? '*' };
  return arnOf('ecs', { type: 'task-definition', names }, place);
}
