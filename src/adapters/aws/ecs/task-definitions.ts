import type { RegisterTaskDefinitionCommandInput, TaskDefinition } from '@aws-sdk/client-ecs';
import type { TaskDefinitions } from '../../../ports/task-definitions.ts';
import type { AwsSettings } from '../clients.ts';
import { calling, isAwsError } from '../errors.ts';
import { callingOnFirstUse } from '../first-use.ts';
import { jsonOf, tagList, tagRecord } from '../json-shape.ts';
import { ecsClient } from './ecs-client.ts';

export function createTaskDefinitions(settings: AwsSettings): TaskDefinitions {
  const ecs = ecsClient(settings);
  return {
    describe: (taskDefinition) =>
      calling(`describing task definition ${taskDefinition}`, async () => {
        const { sdk, client } = await ecs();
        try {
          const { taskDefinition: found, tags } = await client.send(
            new sdk.DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] }),
          );
          return found && { ...view(found), tags: tagRecord(tags) };
        } catch (error) {
          // The only thing that ECS has to refuse in this request: "Unable to describe task definition."
          if (isAwsError(error, 'ClientException')) return undefined;
          throw error;
        }
      }),
    active: (familyPrefix) =>
      calling(`listing revisions of ${familyPrefix}`, async () => {
        const { sdk, client } = await ecs();
        // Of this operation the prefix is a whole family's name: ListTaskDefinitions.
        const pages = await Array.fromAsync(
          sdk.paginateListTaskDefinitions({ client }, { familyPrefix, status: 'ACTIVE', sort: 'DESC' }),
        );
        return pages.flatMap((page) => page.taskDefinitionArns ?? []);
      }),
    deregister: (taskDefinition) =>
      calling(`deregistering ${taskDefinition}`, async () => {
        const { sdk, client } = await ecs();
        await client.send(new sdk.DeregisterTaskDefinitionCommand({ taskDefinition }));
      }),
    register: (definition, tags) =>
      callingOnFirstUse(`registering task definition ${definition['family']}`, async () => {
        const { sdk, client } = await ecs();
        const input: unknown = { ...definition, tags: tagList(tags) };
        const { taskDefinition } = await client.send(
          new sdk.RegisterTaskDefinitionCommand(input as RegisterTaskDefinitionCommandInput),
        );
        return taskDefinition?.taskDefinitionArn ?? '';
      }),
  };
}

/** What DescribeTaskDefinition adds to what was registered is left out. */
function view(found: TaskDefinition) {
  const {
    taskDefinitionArn = '',
    status = '',
    revision: _revision,
    requiresAttributes: _attributes,
    compatibilities: _compatibilities,
    registeredAt: _registeredAt,
    registeredBy: _registeredBy,
    deregisteredAt: _deregisteredAt,
    deleteRequestedAt: _deleteRequestedAt,
    ...definition
  } = found;
  return { arn: taskDefinitionArn, status, definition: jsonOf(definition) };
}
