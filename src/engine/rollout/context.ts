import type { Capacity } from '../../model/cluster.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import type { Scaling, Service } from '../../model/service.ts';
import type { ServiceDeploymentView, ServiceView } from '../../model/service-views.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Instances } from '../../ports/instances.ts';
import type { Logs } from '../../ports/logs.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Services } from '../../ports/services.ts';
import type { Targets } from '../../ports/targets.ts';
import type { TaskDefinitions } from '../../ports/task-definitions.ts';

export interface RolloutPorts {
  readonly services: Services;
  readonly taskDefinitions: TaskDefinitions;
  readonly targets: Pick<Targets, 'health' | 'forwards'>;
  readonly instances: Pick<Instances, 'containerInstances' | 'group'>;
  readonly logs: Logs;
  readonly clock: Clock;
  readonly progress: Progress;
}

/** The service whose deployments are started and followed: from config, or from what is live. */
interface RolloutService extends Pick<Service, 'name' | 'settings' | 'failFast'> {
  readonly scaling: Pick<Scaling, 'minCapacity' | 'maxCapacity'> | undefined;
}

export interface RolloutCluster {
  readonly name: string;
  /** The kind of instances that tasks get, where config says it. */
  readonly capacity?: Pick<Capacity, 'capacityProviderName' | 'instanceType'> | undefined;
}

/** What every step of one service's rollout has. */
export interface RolloutRun extends RolloutPorts {
  readonly cluster: RolloutCluster;
  readonly service: RolloutService;
  /** ARNs, of alternates too. */
  readonly targetGroups: readonly string[];
  /** ARNs of the rules whose traffic ECS shifts between the target groups; none where tasks stay in theirs. */
  readonly productionRules: readonly string[];
  /** What the service is, where it is as wanted, for a sentence: `as config says`. */
  readonly asWanted: string;
  /** Who says how the service rolls out, for a sentence: `config`. */
  readonly settingsOwner: string;
  /** What happens to a deployment that this run started when `signal` aborts. */
  readonly onCancel: 'rollback' | 'leave';
  readonly signal: AbortSignal | undefined;
  /** On the clock. */
  readonly deadline: number;
  readonly pollMs: number;
  readonly readService: (name: string) => Promise<ServiceView | undefined>;
  readonly readDeployment: (arn: string) => Promise<ServiceDeploymentView | undefined>;
  /** What the run has written so far. */
  readonly written: string[];
}

/** How one service ended, as far as following it tells. */
export interface Ending {
  readonly outcome: Outcome;
  readonly taskDefinitionArn?: string | undefined;
  readonly deploymentId?: string | undefined;
  /** Whether ECS calls the deployment successful, whatever was found after that. */
  readonly isLanded?: boolean | undefined;
  /** Whether this run started the deployment, or was asked to go on with it. */
  readonly isOwn?: boolean | undefined;
}

/** How one service ended, for the outputs and the record. */
export interface ServiceResult {
  readonly service: string;
  readonly unit: Unit;
  readonly outcome: Outcome;
  /** Whether this run wrote anything. */
  readonly changed: boolean;
  /** ARN with revision that the service has at the end, as far as it is known. */
  readonly taskDefinitionArn: string | undefined;
  /** The id of the deployment that was followed. */
  readonly deploymentId: string | undefined;
}
