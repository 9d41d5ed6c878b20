import type {
  CapacityProviderStrategyItem,
  CreateServiceRequest,
  Deployment,
  DeploymentConfiguration,
  LoadBalancer,
  PlacementConstraint,
  PlacementStrategy,
  ServiceEvent,
  Tag,
} from '../../../shapes/ecs.d.ts';
import type { FilledHook } from '../deployments/hooks/record.ts';
import type { ShiftRecord } from '../deployments/shifting/record.ts';
import type { TaskNetwork } from '../network/record.ts';

export interface ServiceRecord {
  readonly name: string;
  readonly arn: string;
  readonly clusterName: string;
  readonly clusterArn: string;
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  desiredCount: number;
  /** The fields of which each service revision holds a copy. */
  revisioned: RevisionedFields;
  deploymentConfiguration: FilledDeploymentConfiguration;
  placementConstraints: readonly PlacementConstraint[];
  placementStrategy: readonly PlacementStrategy[];
  healthCheckGracePeriodSeconds: number | undefined;
  availabilityZoneRebalancing: 'ENABLED' | 'DISABLED';
  enableECSManagedTags: boolean;
  enableExecuteCommand: boolean;
  propagateTags: 'TASK_DEFINITION' | 'SERVICE' | 'NONE';
  readonly roleArn: string | undefined;
  readonly createdAt: number;
  readonly createdBy: string;
  /** What it was created with, by which a repeated CreateService with the same clientToken is recognised. */
  readonly created: CreateServiceRequest;
  tags: readonly Tag[];
  /** PRIMARY first, then ACTIVE ones, newest first. */
  deployments: DeploymentRecord[];
  currentServiceDeployment: string | undefined;
  /** Newest first, at most 100. */
  events: ServiceEvent[];
  readonly loop: LoopMemory;
}

/** The fields whose change starts a deployment. */
export interface RevisionedFields {
  readonly taskDefinition: string;
  readonly loadBalancers: readonly LoadBalancer[];
  /** Set where the tasks have network interfaces of their own. */
  readonly network: TaskNetwork | undefined;
  readonly launchType: 'EC2' | undefined;
  readonly capacityProviderStrategy: readonly CapacityProviderStrategyItem[] | undefined;
}

/** With AWS's defaults filled in. */
export type FilledDeploymentConfiguration = Omit<DeploymentConfiguration, 'lifecycleHooks'> & {
  readonly maximumPercent: number;
  readonly minimumHealthyPercent: number;
  readonly strategy: NonNullable<DeploymentConfiguration['strategy']>;
  readonly bakeTimeInMinutes: number;
  readonly lifecycleHooks?: FilledHook[];
};

export interface DeploymentRecord {
  /** `ecs-svc/…`, as tasks have it in startedBy. */
  readonly id: string;
  status: 'PRIMARY' | 'ACTIVE';
  readonly revisionArn: string;
  readonly revisioned: RevisionedFields;
  /** The target groups that its tasks are really registered with, by those that `loadBalancers` names. */
  targetGroups: ReadonlyMap<string, string>;
  desiredCount: number;
  rolloutState: NonNullable<Deployment['rolloutState']>;
  rolloutStateReason: string;
  /** As DescribeServices shows it: failures in a row. */
  failedTasks: number;
  readonly createdAt: number;
  updatedAt: number;
  serviceDeploymentArn: string;
}

/** What a service's scheduling loop remembers from one round to the next. */
export interface LoopMemory {
  steady: boolean;
  steadySince: number;
  /** When each message was last given, since AWS suppresses repetitions. */
  readonly said: Map<string, number>;
  /** Tasks of which an event has said that they are unhealthy. */
  readonly reported: Set<string>;
  /** Tasks that stopped without ever running, in a row. */
  startFailures: number;
  noStartBefore: number;
  /** A new deployment is not acted on before this. */
  actsFrom: number;
  /** Emulated time at which the deployment may be called complete, once all its conditions hold. */
  completesAt: number | undefined;
  /** The deployment that a rollback returns to, while it is COMPLETED. */
  lastCompleted: DeploymentRecord | undefined;
  /** Traffic that a deployment had moved before another took its place: it has to go back first. */
  unwinding: ShiftRecord | undefined;
}
