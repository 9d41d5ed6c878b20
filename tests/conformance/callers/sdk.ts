import type { ServiceName } from '../../../emulator/core/world.ts';
import { clientOptions } from '../../../emulator/http/testing.ts';
import { plain } from '../json.ts';
import type { Answer, Caller, JsonObject } from '../step.ts';

/** Those of the project's dependencies: of services that it never calls there is none. */
const PACKAGES: Readonly<Partial<Record<ServiceName, { readonly name: string; readonly client: string }>>> = {
  acm: { name: '@aws-sdk/client-acm', client: 'ACMClient' },
  'application-autoscaling': {
    name: '@aws-sdk/client-application-auto-scaling',
    client: 'ApplicationAutoScalingClient',
  },
  autoscaling: { name: '@aws-sdk/client-auto-scaling', client: 'AutoScalingClient' },
  cloudformation: { name: '@aws-sdk/client-cloudformation', client: 'CloudFormationClient' },
  cloudwatch: { name: '@aws-sdk/client-cloudwatch', client: 'CloudWatchClient' },
  ec2: { name: '@aws-sdk/client-ec2', client: 'EC2Client' },
  ecr: { name: '@aws-sdk/client-ecr', client: 'ECRClient' },
  ecs: { name: '@aws-sdk/client-ecs', client: 'ECSClient' },
  elbv2: { name: '@aws-sdk/client-elastic-load-balancing-v2', client: 'ElasticLoadBalancingV2Client' },
  events: { name: '@aws-sdk/client-eventbridge', client: 'EventBridgeClient' },
  iam: { name: '@aws-sdk/client-iam', client: 'IAMClient' },
  logs: { name: '@aws-sdk/client-cloudwatch-logs', client: 'CloudWatchLogsClient' },
  secretsmanager: { name: '@aws-sdk/client-secrets-manager', client: 'SecretsManagerClient' },
  ssm: { name: '@aws-sdk/client-ssm', client: 'SSMClient' },
  sts: { name: '@aws-sdk/client-sts', client: 'STSClient' },
};

export interface Client {
  send(command: object): Promise<object>;
}
type Constructor<Made> = new (input: unknown) => Made;
type Waiter = (settings: object, input: object) => Promise<{ readonly state: string; readonly reason?: unknown }>;

/** One service's package of the SDK, by the names of AWS's operations. */
export interface SdkPackage {
  client(options: object): Client;
  command(operation: string, input: object): object;
  waiter(name: string): Waiter;
}

export async function sdkOf(service: ServiceName): Promise<SdkPackage> {
  const found = PACKAGES[service];
  if (!found) throw new Error(`no package of the SDK for ${service}`);
  const { name, client } = found;
  const sdk: Readonly<Record<string, unknown>> = await import(name);
  const part = (member: string): unknown => {
    if (sdk[member] === undefined) throw new Error(`${name} exports no ${member}`);
    return sdk[member];
  };
  return {
    client: (options) => new (part(client) as Constructor<Client>)(options),
    command: (operation, input) => new (part(`${operation}Command`) as Constructor<object>)(input),
    waiter: (waiter) =>
      part(`waitUntil${waiter.replaceAll(/(?:^|_)(\w)/g, (_text, letter: string) => letter.toUpperCase())}`) as Waiter,
  };
}

/** Package that a service's client comes in, e.g. `@aws-sdk/client-ecs`. */
export const sdkPackageOf = (service: ServiceName): string | undefined => PACKAGES[service]?.name;

/** The JavaScript SDK's clients, as they come. What they cannot read is a complaint. */
export function sdkCaller(endpoint: string, region: string): Caller {
  const clients = new Map<ServiceName, Promise<{ sdk: SdkPackage; client: Client }>>();
  const clientOf = (service: ServiceName) => {
    const made = clients.get(service) ?? sdkOf(service).then((sdk) => connected(sdk, endpoint, region));
    clients.set(service, made);
    return made;
  };
  return {
    call: async (service, operation, input) => {
      const { sdk, client } = await clientOf(service);
      return sent(client, sdk.command(operation, input));
    },
    wait: async (service, waiter, input) => {
      const { sdk, client } = await clientOf(service);
      const settings = { client, maxWaitTime: 30, minDelay: 0.1, maxDelay: 0.2 };
      try {
        const { state, reason } = await sdk.waiter(waiter)(settings, input);
        return { output: {}, complaints: state === 'SUCCESS' ? [] : [`${state} ${JSON.stringify(reason)}`] };
      } catch (error) {
        return { output: {}, complaints: [String((error as Error).message).slice(0, 500)] };
      }
    },
  };
}

/** Sends one command and tells what the SDK made of the answer. */
export async function sent(client: Client, command: object): Promise<Answer> {
  try {
    const { $metadata, ...output } = (await client.send(command)) as { readonly $metadata?: unknown };
    return { output: plain(output) as JsonObject, complaints: invalidDates(output) };
  } catch (error) {
    return failure(error as SdkError);
  }
}

function connected(sdk: SdkPackage, endpoint: string, region: string): { sdk: SdkPackage; client: Client } {
  return { sdk, client: sdk.client({ ...clientOptions(endpoint), region }) };
}

interface SdkError extends Error {
  readonly Code?: string;
  readonly $fault?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** The SDK puts a modelled error's shape in `name`, and what the query protocol calls it in `Code`. */
function failure(error: SdkError): Answer {
  const status = error.$metadata?.httpStatusCode;
  if (error.$fault === undefined || status === undefined)
    return { output: {}, complaints: [`${error.name}: ${error.message}`] };
  return { error: { code: error.Code ?? error.name, status, message: error.message }, complaints: [] };
}

function invalidDates(value: unknown, path = '$'): readonly string[] {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? [`${path} is no date`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => invalidDates(item, `${path}.${key}`));
}
