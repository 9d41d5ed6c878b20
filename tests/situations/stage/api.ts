import { awsReader } from '../../../rehearse/aws.ts';
import { REGION } from './config.ts';

/** Somebody else who works with the account, by AWS's API: whoever looks on, another tool, a person. */
export interface Api {
  /** An operation of ECS. */
  ecs<Output>(operation: string, input: object): Promise<Output>;
  /** An operation of EC2, in its parameters' wire names, and the members of a list of its answer. */
  ec2(
    operation: string,
    input: Readonly<Record<string, string>>,
    list: string,
  ): Promise<readonly Readonly<Record<string, string>>[]>;
  /** An operation of CloudWatch. */
  cloudwatch(operation: string, input: object): Promise<void>;
}

export interface LiveDeployment {
  readonly id: string;
  readonly status: string;
  readonly taskDefinition: string;
  readonly rolloutState: string;
  readonly runningCount: number;
  readonly pendingCount: number;
}

export interface LiveService {
  readonly status: string;
  readonly taskDefinition: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly pendingCount: number;
  readonly deployments: readonly LiveDeployment[];
}

export interface LiveServiceDeployment {
  readonly serviceDeploymentArn: string;
  readonly status: string;
  /** Seconds since the epoch, as all times in ECS's answers. */
  readonly createdAt: number;
  readonly finishedAt?: number;
}

export interface LiveTask {
  readonly taskArn: string;
  readonly startedBy: string;
  readonly lastStatus: string;
  readonly stoppingAt?: number;
}

export function openApi(url: string): Api {
  const reader = awsReader(url, REGION);
  return {
    ecs: (operation, input) => reader.json('ecs', operation, input),
    ec2: (operation, input, list) => reader.list('ec2', operation, input, list),
    cloudwatch: async (operation, input) => {
      await reader.json('monitoring', operation, input);
    },
  };
}

/** undefined where there is no such service any more. */
export async function describe(api: Api, cluster: string, service: string): Promise<LiveService | undefined> {
  const { services } = await api.ecs<{ services: readonly LiveService[] }>('DescribeServices', {
    cluster,
    services: [service],
  });
  return services.find(({ status }) => status !== 'INACTIVE');
}

/** Newest first. */
export async function serviceDeployments(
  api: Api,
  cluster: string,
  service: string,
): Promise<readonly LiveServiceDeployment[]> {
  const { serviceDeployments: found } = await api.ecs<{ serviceDeployments: readonly LiveServiceDeployment[] }>(
    'ListServiceDeployments',
    { cluster, service, maxResults: 100 },
  );
  return found.toSorted((a, b) => b.createdAt - a.createdAt);
}

export async function stoppedTasks(api: Api, cluster: string, service: string): Promise<readonly LiveTask[]> {
  const { taskArns } = await api.ecs<{ taskArns: readonly string[] }>('ListTasks', {
    cluster,
    serviceName: service,
    desiredStatus: 'STOPPED',
  });
  if (taskArns.length === 0) return [];
  const { tasks } = await api.ecs<{ tasks: readonly LiveTask[] }>('DescribeTasks', {
    cluster,
    tasks: taskArns.slice(0, 100),
  });
  return tasks;
}
