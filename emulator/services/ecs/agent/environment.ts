import type { World } from '../../../core/world.ts';
import { ContainerError } from '../../../drivers/driver.ts';
import type { GetParametersResult } from '../../../shapes/ssm.d.ts';
import type { ContainerRecord, TaskRecord } from '../tasks/record.ts';

/** A container's variables: the task definition's, then RunTask's overrides, then secrets from Parameter Store. */
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

async function secretsOf(
  world: World,
  secrets: readonly { readonly name: string; readonly valueFrom: string }[],
): Promise<Record<string, string>> {
  if (secrets.length === 0) return {};
  const elsewhere = secrets.find(({ valueFrom }) => valueFrom.startsWith('arn:aws:secretsmanager:'));
  if (elsewhere)
    throw new ContainerError(
      `Fetching secret data from AWS Secrets Manager in region ${world.region}: secret ${elsewhere.valueFrom}: this emulator has no Secrets Manager`,
    );
  const nameOf = (valueFrom: string): string => valueFrom.replace(/^arn:aws:ssm:[^:]*:\d*:parameter(?=\/)/, '');
  const { Parameters = [], InvalidParameters = [] } = await world.call<GetParametersResult>('ssm', 'GetParameters', {
    Names: [...new Set(secrets.map(({ valueFrom }) => nameOf(valueFrom)))],
    WithDecryption: true,
  });
  if (InvalidParameters.length > 0)
    throw new ContainerError(
      `Fetching secret data from SSM Parameter Store in ${world.region}: invalid parameters: ${InvalidParameters.join(', ')}`,
    );
  const values = new Map(Parameters.map(({ Name, Value }) => [Name, Value ?? '']));
  return Object.fromEntries(secrets.map(({ name, valueFrom }) => [name, values.get(nameOf(valueFrom)) ?? '']));
}
