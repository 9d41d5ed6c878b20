import type { Cluster } from '../../model/cluster.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import type { ReviewedPlans } from '../../model/reviewed.ts';
import type { StackView } from '../../model/stack-views.ts';
import type { Account } from '../../ports/account.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Instances } from '../../ports/instances.ts';
import type { Logs } from '../../ports/logs.ts';
import type { Lookups } from '../../ports/lookups.ts';
import type { Networks } from '../../ports/networks.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Roles } from '../../ports/roles.ts';
import type { Services } from '../../ports/services.ts';
import type { Stacks } from '../../ports/stacks.ts';
import type { Targets } from '../../ports/targets.ts';

export interface ProvisionRequest {
  readonly cluster: Cluster;
  readonly mode: 'plan' | 'apply';
  /** What may be applied; everything where not given. */
  readonly reviewed?: ReviewedPlans | undefined;
  /** The limit for the whole run. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface ProvisionPorts {
  readonly account: Account;
  readonly stacks: Stacks;
  readonly networks: Networks;
  readonly instances: Instances;
  readonly roles: Pick<Roles, 'exists'>;
  readonly services: Pick<Services, 'list' | 'describe' | 'deploymentsByArn'>;
  readonly targets: Pick<Targets, 'forwards' | 'rules' | 'targetGroup'>;
  readonly logs: Pick<Logs, 'groupExists'>;
  /** Without them plans say nothing of what the stacks depend on. */
  readonly lookups?: Lookups | undefined;
  readonly clock: Clock;
  readonly progress: Progress;
}

/** What every step of a run has. */
export interface ProvisionRun extends ProvisionPorts {
  readonly cluster: Cluster;
  readonly mode: ProvisionRequest['mode'];
  readonly reviewed?: ReviewedPlans | undefined;
  /** On the clock. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/** How one stack ended; the first is the cluster's, the others are those of its services. */
export interface StackResult {
  readonly unit: Unit;
  readonly outcome: Outcome;
  /** Name of the service whose stack it is. */
  readonly service: string | undefined;
  /** The stack as it is at the end; undefined where it does not exist. */
  readonly stack: StackView | undefined;
}

export interface ProvisionResult {
  readonly results: readonly StackResult[];
}
