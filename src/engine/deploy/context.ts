import type { Cluster } from '../../model/cluster.ts';
import type { ReviewedPlans } from '../../model/reviewed.ts';
import type { Service } from '../../model/service.ts';
import type { WantedService } from '../../plan/service/service-plan.ts';
import type { ImageOverride } from '../../plan/task-definition/task-definition-images.ts';
import type { Account } from '../../ports/account.ts';
import type { Lookups } from '../../ports/lookups.ts';
import type { Stacks } from '../../ports/stacks.ts';
import type { StandaloneTasks } from '../../ports/standalone-tasks.ts';
import type { TaskNetworks } from '../../ports/task-networks.ts';
import type { ServicePorts } from '../observe/live-service.ts';
import type { RolloutPorts, RolloutRun } from '../rollout/context.ts';
import type { Verification } from '../verification.ts';

export interface DeployRequest {
  readonly cluster: Cluster;
  /** Names of the cluster's services that are to be deployed. */
  readonly services: readonly string[];
  readonly mode: 'plan' | 'apply';
  /** Why a service must not be deployed in this run, by its name. */
  readonly held?: ReadonlyMap<string, string> | undefined;
  readonly images: readonly ImageOverride[];
  /** What may be applied; everything where not given. */
  readonly reviewed?: ReviewedPlans | undefined;
  /** The commit that config is at; a new revision is tagged with it. */
  readonly commit: string | undefined;
  /** The limit for each service's rollout, including the wait for a deployment that is under way. */
  readonly timeoutMs?: number | undefined;
  /** What happens to a deployment that this run started when `signal` aborts. */
  readonly onCancel: 'rollback' | 'leave';
  readonly signal?: AbortSignal | undefined;
}

export interface DeployPorts extends ServicePorts, RolloutPorts {
  readonly account: Account;
  readonly stacks: Stacks;
  readonly tasks: StandaloneTasks;
  readonly taskNetworks: TaskNetworks;
  /** Without them plans say nothing of what a rollout depends on. */
  readonly lookups?: Lookups | undefined;
  /** Without it only ECS and the health of the targets decide. */
  readonly verification?: Verification | undefined;
}

/** One service of a run: what every step of its deployment has. */
export interface ServiceRun extends DeployPorts, WantedService, RolloutRun {
  readonly reviewed?: ReviewedPlans | undefined;
  readonly cluster: Cluster;
  readonly service: Service;
  readonly commit: string | undefined;
}
