import type { JsonObject } from './json.ts';
import type { SuspendedScaling } from './service.ts';

/** An ECS service as observed. Times are milliseconds since the epoch. */
export interface ServiceView {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly pendingCount: number;
  /** ARN with revision. */
  readonly taskDefinition: string;
  readonly deployments: readonly DeploymentView[];
  /** ARN of the current service deployment, where ECS says it. */
  readonly currentServiceDeployment: string | undefined;
  /** Newest first. */
  readonly events: readonly ServiceEventView[];
  readonly tags: Readonly<Record<string, string>>;
  /** Everything that DescribeServices said, under AWS's names: what config is compared with. */
  readonly description: JsonObject;
}

/** An entry of `deployments` of DescribeServices. */
export interface DeploymentView {
  readonly id: string;
  readonly status: string;
  readonly taskDefinition: string;
  readonly desiredCount: number;
  readonly pendingCount: number;
  readonly runningCount: number;
  readonly failedTasks: number;
  readonly rolloutState: string | undefined;
  readonly rolloutStateReason: string | undefined;
  readonly createdAt: number;
}

/** The deployment that ECS means to keep: the one that was started last, or the one that it went back to. */
export function primaryOf({ deployments }: Pick<ServiceView, 'deployments'>): DeploymentView | undefined {
  return deployments.find(({ status }) => status === 'PRIMARY');
}

export interface ServiceEventView {
  readonly id: string;
  readonly at: number;
  readonly message: string;
}

/** A service deployment (ListServiceDeployments, DescribeServiceDeployments). */
export interface ServiceDeploymentView {
  readonly arn: string;
  /**
   * The last part of the ARN; the same digits as in `ecs-svc/<digits>` are not guaranteed, so match by target revision
   * too.
   */
  readonly id: string;
  readonly status: string;
  readonly statusReason: string | undefined;
  readonly createdAt: number;
  readonly finishedAt: number | undefined;
  readonly lifecycleStage: string | undefined;
  readonly targetRevisionArn: string | undefined;
  readonly sourceRevisionArns: readonly string[];
  readonly requestedTasks: number;
  readonly runningTasks: number;
  readonly pendingTasks: number;
  readonly rollback: { readonly reason: string | undefined; readonly revisionArn: string | undefined } | undefined;
  readonly circuitBreaker:
    | { readonly status: string; readonly failureCount: number; readonly threshold: number }
    | undefined;
  readonly triggeredAlarms: readonly string[];
  /** Percentages of the traffic that go to the target revision, where ECS shifts traffic. */
  readonly testTrafficPercent?: number | undefined;
  readonly productionTrafficPercent?: number | undefined;
  /** Hooks of the stage that it is at. */
  readonly hooks?: readonly LifecycleHookView[] | undefined;
}

/** One execution of a lifecycle hook. */
export interface LifecycleHookView {
  /** Identifies this execution: the same hook has another id at the next stage. */
  readonly id: string;
  readonly targetType: string;
  /** AWAITING_ACTION, IN_PROGRESS, SUCCEEDED, FAILED, TIMED_OUT. */
  readonly status: string;
  readonly expiresAt: number | undefined;
  /** What ECS does then: CONTINUE or ROLLBACK. */
  readonly timeoutAction: string | undefined;
}

export interface ServiceRevisionView {
  readonly arn: string;
  readonly taskDefinition: string;
  /** Everything that DescribeServiceRevisions said: it has what DescribeServices leaves out, e.g. `monitoring`. */
  readonly description: JsonObject;
}

export interface TaskDefinitionView {
  /** The ARN includes the revision. */
  readonly arn: string;
  readonly status: string;
  /**
   * DescribeTaskDefinition's answer without what ECS adds: comparable with a registration once defaults are filled in.
   * With `family`.
   */
  readonly definition: JsonObject;
  readonly tags: Readonly<Record<string, string>>;
}

export interface TaskView {
  readonly arn: string;
  readonly taskDefinition: string;
  /** `ecs-svc/<digits>` of the deployment that started it. */
  readonly startedBy: string | undefined;
  readonly lastStatus: string;
  readonly desiredStatus: string;
  readonly healthStatus: string | undefined;
  readonly stopCode: string | undefined;
  readonly stoppedReason: string | undefined;
  readonly createdAt: number | undefined;
  readonly startedAt: number | undefined;
  /** When its first essential container ended, or somebody asked for its end; it is replaced from then on. */
  readonly stoppingAt?: number | undefined;
  readonly stoppedAt: number | undefined;
  readonly containerInstanceArn: string | undefined;
  readonly ec2InstanceId: string | undefined;
  /** The address of the task's own network interface, in network mode `awsvpc`. */
  readonly privateIpv4Address?: string | undefined;
  readonly containers: readonly ContainerView[];
}

export interface ContainerView {
  readonly name: string;
  readonly lastStatus: string;
  readonly exitCode: number | undefined;
  readonly reason: string | undefined;
  readonly bindings: readonly { readonly containerPort: number; readonly hostPort: number }[];
}

/** What a listener rule forwards to, with each target group's share as Elastic Load Balancing counts it. */
export interface ForwardView {
  readonly ruleArn: string;
  readonly targetGroups: readonly { readonly arn: string; readonly weight: number }[];
}

export interface TargetView {
  readonly id: string;
  readonly port: number;
  /** ELB's words: initial, healthy, unhealthy, unused, draining, unavailable. */
  readonly state: string;
  readonly reason: string | undefined;
  readonly description: string | undefined;
}

export interface ContainerInstanceView {
  readonly arn: string;
  readonly ec2InstanceId: string;
  readonly status: string;
  readonly agentConnected: boolean;
  /** Whose instance it is; undefined where it joined without one. */
  readonly capacityProvider: string | undefined;
  readonly runningTasks: number;
  readonly remainingCpu: number;
  readonly remainingMemoryMiB: number;
  /** What the whole instance has for tasks. */
  readonly registeredCpu: number;
  readonly registeredMemoryMiB: number;
  /** TCP ports that no task ever gets: those of SSH, Docker and the agent. */
  readonly reservedPorts: readonly number[];
  /** TCP ports that are taken: the reserved ones and static host ports of running tasks. */
  readonly usedPorts: readonly number[];
  /** Values by name, e.g. `ecs.instance-type`. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ScalableTargetView {
  readonly minCapacity: number;
  readonly maxCapacity: number;
  readonly suspended?: SuspendedScaling | undefined;
}

export interface ScalingPolicyView {
  readonly arn: string;
  readonly name: string;
  /** Alarms that trigger it. */
  readonly alarmNames: readonly string[];
  /** The policy under AWS's names (PutScalingPolicy's shape). */
  readonly description: JsonObject;
}

export interface AlarmView {
  readonly name: string;
  readonly state: string;
  readonly actions: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** PutMetricAlarm's shape under AWS's names. */
  readonly description: JsonObject;
}
