import type { Cluster } from '../../model/cluster.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import type { Service } from '../../model/service.ts';
import type { ServiceDeploymentView, ServiceView } from '../../model/service-views.ts';
import type { WantedService } from '../../plan/service-plan.ts';
import type { ImageOverride } from '../../plan/task-definition-images.ts';
import type { Account } from '../../ports/account.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Instances } from '../../ports/instances.ts';
import type { Logs } from '../../ports/logs.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Stacks } from '../../ports/stacks.ts';
import type { Targets } from '../../ports/targets.ts';
import type { ServicePorts } from '../observe/live-service.ts';

export interface DeployRequest {
  readonly cluster: Cluster;
  /** Names of the cluster's services that are to be deployed. */
  readonly services: readonly string[];
  readonly mode: 'plan' | 'apply';
  readonly images: readonly ImageOverride[];
  /** The commit that config is at; a new revision is tagged with it. */
  readonly commit: string | undefined;
  /** Of each service's rollout, waiting for a deployment that is under way included. */
  readonly timeoutMs: number;
  /** What happens to a deployment that this run started when `signal` aborts. */
  readonly onCancel: 'rollback' | 'leave';
  readonly signal?: AbortSignal | undefined;
}

/** Asks a service through its load balancer whether it answers as config says: the last word on a rollout that ECS calls successful. */
export type Verification = (service: Service, images: Readonly<Record<string, string>>) => Promise<Outcome>;

export interface DeployPorts extends ServicePorts {
  readonly account: Account;
  readonly stacks: Stacks;
  readonly targets: Pick<Targets, 'health'>;
  readonly instances: Pick<Instances, 'containerInstances'>;
  readonly logs: Logs;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly verify?: Verification | undefined;
}

/** How one service ended. */
export interface ServiceResult {
  readonly service: string;
  readonly unit: Unit;
  readonly outcome: Outcome;
  /** Whether this run wrote anything. */
  readonly changed: boolean;
  /** ARN with revision that the service has at the end, as far as it is known. */
  readonly taskDefinitionArn: string | undefined;
  /** Of the deployment that was followed. */
  readonly deploymentId: string | undefined;
}

/** One service of a run: what every step of its deployment has. */
export interface ServiceRun extends DeployPorts, WantedService {
  readonly commit: string | undefined;
  readonly onCancel: DeployRequest['onCancel'];
  readonly signal: AbortSignal | undefined;
  /** On the clock. */
  readonly deadline: number;
  readonly pollMs: number;
  readonly readService: (name: string) => Promise<ServiceView | undefined>;
  readonly readDeployment: (arn: string) => Promise<ServiceDeploymentView | undefined>;
  /** What the run has written so far. */
  readonly written: string[];
}

export function remainingMs({ deadline, clock }: Pick<ServiceRun, 'deadline' | 'clock'>): number {
  return Math.max(0, deadline - clock.now());
}
