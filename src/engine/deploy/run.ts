import type { Cluster } from '../../model/cluster.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Service } from '../../model/service.ts';
import type { WantedService } from '../../plan/service-plan.ts';
import type { ImageOverride } from '../../plan/task-definition-images.ts';
import type { Account } from '../../ports/account.ts';
import type { Stacks } from '../../ports/stacks.ts';
import type { ServicePorts } from '../observe/live-service.ts';
import type { RolloutPorts, RolloutRun } from '../rollout/run.ts';

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

export interface DeployPorts extends ServicePorts, RolloutPorts {
  readonly account: Account;
  readonly stacks: Stacks;
  readonly verify?: Verification | undefined;
}

/** One service of a run: what every step of its deployment has. */
export interface ServiceRun extends DeployPorts, WantedService, RolloutRun {
  readonly cluster: Cluster;
  readonly service: Service;
  readonly commit: string | undefined;
}
