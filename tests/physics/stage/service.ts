import type {
  DescribeServicesResponse,
  RegisterTaskDefinitionResponse,
  Service,
  UpdateServiceResponse,
} from '../../../emulator/shapes/ecs.d.ts';
import type { Account } from '../account.ts';
import type { Balancer } from './balancer.ts';

export const CLUSTER = 'physics';
const PORT = 8080;

export interface ApplicationOptions {
  /** 0, the default, takes any. */
  readonly hostPort?: number;
  readonly cpu?: number;
  /** MiB; 64 by default. */
  readonly memory?: number;
  readonly stopTimeoutSeconds?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** `bridge` by default. */
  readonly networkMode?: 'awsvpc';
}

/** Registers the application under the family's name, and gives the revision's ARN. */
export async function registerApplication(
  { aws }: Account,
  family: string,
  options: ApplicationOptions = {},
): Promise<string> {
  const {
    networkMode = 'bridge',
    cpu = 0,
    memory = 64,
    stopTimeoutSeconds: stopTimeout = 10,
    environment = {},
  } = options;
  const { taskDefinition } = await aws<RegisterTaskDefinitionResponse>('ecs', 'RegisterTaskDefinition', {
    family,
    networkMode,
    containerDefinitions: [
      {
        name: 'app',
        image: 'app:v1',
        essential: true,
        cpu,
        memory,
        stopTimeout,
        portMappings: [{ containerPort: PORT, hostPort: options.hostPort ?? (networkMode === 'awsvpc' ? PORT : 0) }],
        environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
      },
    ],
  });
  return taskDefinition?.taskDefinitionArn ?? '';
}

export interface ServiceOptions {
  readonly taskDefinition: string;
  /** 2 by default. */
  readonly desiredCount?: number;
  /** Without it the service has no load balancer. */
  readonly balancer?: Balancer;
  readonly networkConfiguration?: object;
  readonly deploymentConfiguration?: object;
  readonly healthCheckGracePeriodSeconds?: number;
}

/** What CreateService is given for the service `name` in the cluster. */
export function serviceInput(name: string, options: ServiceOptions): object {
  const { taskDefinition, desiredCount = 2, balancer, deploymentConfiguration, networkConfiguration } = options;
  const { healthCheckGracePeriodSeconds } = options;
  return {
    cluster: CLUSTER,
    serviceName: name,
    taskDefinition,
    desiredCount,
    ...(deploymentConfiguration && { deploymentConfiguration }),
    ...(networkConfiguration && { networkConfiguration }),
    ...(healthCheckGracePeriodSeconds !== undefined && { healthCheckGracePeriodSeconds }),
    ...(balancer && {
      loadBalancers: [
        {
          targetGroupArn: balancer.targetGroupArn,
          containerName: 'app',
          containerPort: PORT,
          ...(balancer.advanced && { advancedConfiguration: balancer.advanced }),
        },
      ],
    }),
  };
}

export async function createService({ aws }: Account, name: string, options: ServiceOptions): Promise<void> {
  await aws('ecs', 'CreateService', serviceInput(name, options));
}

export async function describeService({ aws }: Account, name: string): Promise<Service> {
  const input = { cluster: CLUSTER, services: [name] };
  const { services } = await aws<DescribeServicesResponse>('ecs', 'DescribeServices', input);
  const service = services?.[0];
  if (!service) throw new Error(`there is no service ${name}`);
  return service;
}

/** Waits until the newest deployment has ended, and gives its rollout state: COMPLETED or FAILED. */
export async function rolloutState(account: Account, name: string): Promise<'COMPLETED' | 'FAILED'> {
  return account.until(`the end of a deployment of ${name}`, async () => {
    const { deployments = [] } = await describeService(account, name);
    const state = deployments.find(({ status }) => status === 'PRIMARY')?.rolloutState;
    return state === 'COMPLETED' || state === 'FAILED' ? state : undefined;
  });
}

/** The texts of the service's events that match, newest first. */
export async function eventsOf(account: Account, name: string, pattern: RegExp): Promise<readonly string[]> {
  const { events = [] } = await describeService(account, name);
  return events.flatMap(({ message = '' }) => (pattern.test(message) ? [message] : []));
}

export async function awaitEvent(account: Account, name: string, pattern: RegExp): Promise<string> {
  return account.until(`an event ${pattern} of ${name}`, async () => (await eventsOf(account, name, pattern))[0]);
}

export interface Placement {
  readonly running: number;
  /** The event that says why a task found no place; empty where all did. */
  readonly said: string;
}

/** Waits until so many tasks of the service run, or ECS says that it cannot place one. */
export async function placementOf(account: Account, name: string, wanted = 2): Promise<Placement> {
  return account.until(`tasks of ${name}, or why not`, async () => {
    const [said = ''] = await eventsOf(account, name, /unable to place/);
    const { runningCount: running = 0 } = await describeService(account, name);
    return running === wanted || (said !== '' && running > 0) ? { running, said } : undefined;
  });
}

/** Replaces all tasks of the service; gives the deployment's id. */
export async function redeploy({ aws }: Account, name: string, changes: object): Promise<string> {
  const input = { cluster: CLUSTER, service: name, ...changes };
  const { service } = await aws<UpdateServiceResponse>('ecs', 'UpdateService', input);
  return service?.deployments?.find(({ status }) => status === 'PRIMARY')?.id ?? '';
}
