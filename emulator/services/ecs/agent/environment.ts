import type { World } from '../../../core/world.ts';
import type { ContainerRecord, TaskRecord } from '../tasks/record.ts';
import { secretsOf } from './secrets.ts';

/** A container's variables: the task definition's, then RunTask's overrides, then secrets. */
export async function environmentOf(
  world: World,
  task: TaskRecord,
  { definition }: ContainerRecord,
): Promise<Record<string, string>> {
  const override = task.overrides.containerOverrides?.find(({ name }) => name === definition.name);
  const pairs = [...(definition.environment ?? []), ...(override?.environment ?? [])];
  return {
    AWS_EXECUTION_ENV: 'AWS_ECS_EC2',
    ...Object.fromEntries(pairs.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value ?? '']]))),
    ...(await secretsOf(world, definition.secrets ?? [])),
  };
}
