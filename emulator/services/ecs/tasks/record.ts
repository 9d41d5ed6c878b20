import type {
  ContainerDefinition,
  LoadBalancer,
  NetworkBinding,
  PlacementConstraint,
  PlacementStrategy,
  Tag,
  Task,
  TaskOverride,
} from '../../../shapes/ecs.d.ts';
import type { TaskInterface, TaskNetwork } from '../network/record.ts';
import type { TaskDefinitionRecord } from '../state.ts';

/** The states of a task's life, in order. */
export const TASK_STATES = [
  'PROVISIONING',
  'PENDING',
  'ACTIVATING',
  'RUNNING',
  'DEACTIVATING',
  'STOPPING',
  'DEPROVISIONING',
  'STOPPED',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

export interface TaskRecord {
  readonly id: string;
  readonly arn: string;
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly taskDefinition: TaskDefinitionRecord['definition'];
  readonly group: string;
  readonly startedBy: string | undefined;
  /** Set for the tasks of a service. */
  readonly serviceName: string | undefined;
  readonly deploymentId: string | undefined;
  readonly capacityProviderName: string | undefined;
  readonly constraints: readonly PlacementConstraint[];
  readonly strategy: readonly PlacementStrategy[];
  readonly overrides: TaskOverride;
  readonly enableExecuteCommand: boolean;
  tags: readonly Tag[];
  lastStatus: TaskState;
  desiredStatus: 'RUNNING' | 'STOPPED';
  /** The container instance's id, from placement on. */
  instanceId: string | undefined;
  ec2InstanceId: string | undefined;
  availabilityZone: string | undefined;
  readonly containers: readonly ContainerRecord[];
  readonly createdAt: number;
  pullStartedAt: number | undefined;
  pullStoppedAt: number | undefined;
  startedAt: number | undefined;
  stoppingAt: number | undefined;
  stoppedAt: number | undefined;
  executionStoppedAt: number | undefined;
  connectivityAt: number | undefined;
  stopCode: Task['stopCode'];
  stoppedReason: string | undefined;
  version: number;
  /** The target groups that it is to be a target of, as its deployment has them. */
  readonly loadBalancers: readonly LoadBalancer[];
  /** Both set in network mode awsvpc. */
  readonly network: TaskNetwork | undefined;
  readonly networkInterface: TaskInterface | undefined;
  /** The target group memberships that ECS has made for the task. */
  targets: readonly TargetRecord[];
  /** What it has been counted as in its deployment. */
  outcome: 'open' | 'succeeded' | 'failed';
  /** How long after it runs ECS registers its targets. */
  readonly registrationDelayMs: number;
}

export interface TargetRecord {
  readonly targetGroupArn: string;
  readonly id: string;
  readonly port: number;
  state: 'registered' | 'draining' | 'gone';
}

export interface ContainerRecord {
  readonly definition: ContainerDefinition & { readonly name: string; readonly image: string };
  readonly arn: string;
  /** Docker's id; the driver knows the container by it. */
  readonly runtimeId: string;
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED';
  healthStatus: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN';
  exitCode: number | undefined;
  reason: string | undefined;
  networkBindings: readonly NetworkBinding[];
}

export const isOver = (task: TaskRecord): boolean => task.lastStatus === 'STOPPED';
export const hasReached = (task: TaskRecord, state: TaskState): boolean =>
  TASK_STATES.indexOf(task.lastStatus) >= TASK_STATES.indexOf(state);
