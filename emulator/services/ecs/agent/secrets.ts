import { AwsError } from '../../../core/errors.ts';
import type { World } from '../../../core/world.ts';
import { ContainerError } from '../../../drivers/driver.ts';
import type { GetSecretValueResponse } from '../../../shapes/secretsmanager.d.ts';
import type { GetParametersResult } from '../../../shapes/ssm.d.ts';

export interface SecretReference {
  readonly name: string;
  readonly valueFrom: string;
}

/** A container's secrets, read as the agent reads them: before the container is made, and all or none. */
export async function secretsOf(
  world: World,
  secrets: readonly SecretReference[],
): Promise<Readonly<Record<string, string>>> {
  const isSecret = ({ valueFrom }: SecretReference): boolean => valueFrom.startsWith('arn:aws:secretsmanager:');
  return {
    ...(await fromParameterStore(
      world,
      secrets.filter((secret) => !isSecret(secret)),
    )),
    ...(await fromSecretsManager(world, secrets.filter(isSecret))),
  };
}

async function fromParameterStore(world: World, secrets: readonly SecretReference[]) {
  if (secrets.length === 0) return {};
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

async function fromSecretsManager(world: World, secrets: readonly SecretReference[]) {
  const values = secrets.map(async ({ name, valueFrom }) => [name, await secretValue(world, valueFrom)] as const);
  return Object.fromEntries(await Promise.all(values));
}

/** `<ARN>:<JSON key>:<version stage>:<version id>`, of which all but the ARN may be left out. */
async function secretValue(world: World, valueFrom: string): Promise<string> {
  const parts = valueFrom.split(':');
  const [arn, [key = '', stage = '', version = '']] = [parts.slice(0, 7).join(':'), parts.slice(7)];
  const failed = (why: string): ContainerError =>
    new ContainerError(
      `Fetching secret data from AWS Secrets Manager in region ${world.region}: secret ${arn}: ${why}`,
    );
  const request = {
    SecretId: arn,
    ...(stage === '' ? {} : { VersionStage: stage }),
    ...(version === '' ? {} : { VersionId: version }),
  };
  const { SecretString = '' } = await world
    .call<GetSecretValueResponse>('secretsmanager', 'GetSecretValue', request)
    .catch((error: unknown) => {
      throw error instanceof AwsError ? failed(`${error.code}: ${error.message}`) : error;
    });
  if (key === '') return SecretString;
  const value = memberOf(SecretString, key);
  if (value === undefined)
    throw new ContainerError(`retrieved secret from Secrets Manager did not contain json key ${key}`);
  return value;
}

function memberOf(text: string, key: string): string | undefined {
  try {
    const value: unknown = (JSON.parse(text) as Readonly<Record<string, unknown>>)[key];
    return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    return undefined;
  }
}
