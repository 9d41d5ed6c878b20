import type { DeleteTaskDefinitionsRequest, DeleteTaskDefinitionsResponse } from '../../../shapes/ecs.d.ts';
import type { Ecs } from '../context.ts';
import { findDefinition } from '../definitions/lookup.ts';
import type { TaskDefinitionRecord } from '../state.ts';
import { isOver } from '../tasks/record.ts';

export function deleteTaskDefinitionsOperation(ecs: Ecs) {
  const { world, state } = ecs;

  const DeleteTaskDefinitions = (input: DeleteTaskDefinitionsRequest): DeleteTaskDefinitionsResponse => {
    const failures = [];
    const taskDefinitions = [];
    for (const reference of input.taskDefinitions) {
      const record = /:\d+$/.test(reference) ? findDefinition(state, reference) : undefined;
      if (!record || record.definition.status === 'ACTIVE') {
        const reason = record
          ? 'The specified task definition is still in ACTIVE status. Please deregister the target and try again.'
          : 'The specified task definition identifier is invalid. Specify a valid name or ARN and try again.';
        failures.push({ arn: reference, reason });
        continue;
      }
      const now = world.clock.now();
      record.definition = { ...record.definition, status: 'DELETE_IN_PROGRESS', deleteRequestedAt: now };
      taskDefinitions.push(record.definition);
      forgetWhenFree(record);
    }
    return { taskDefinitions, failures };
  };

  /** It stays DELETE_IN_PROGRESS while a service or a task still has it. */
  const forgetWhenFree = (record: TaskDefinitionRecord): void => {
    world.clock.after(world.latency('resource-default'), () => {
      const { family, revision, taskDefinitionArn } = record.definition;
      if (isUsed(taskDefinitionArn)) forgetWhenFree(record);
      else state.families.get(family)?.splice(revision - 1, 1, undefined);
    });
  };

  const isUsed = (arn: string): boolean =>
    [...state.clusters.values()].some(
      ({ services, tasks }) =>
        [...services.values()].some(({ deployments, loop }) =>
          [...deployments, loop.lastCompleted].some((one) => one?.revisioned.taskDefinition === arn),
        ) || [...tasks.values()].some((task) => !isOver(task) && task.taskDefinition.taskDefinitionArn === arn),
    );

  return { DeleteTaskDefinitions };
}
