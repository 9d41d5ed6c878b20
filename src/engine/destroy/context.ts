import type { Cluster } from '../../model/cluster.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import type { Account } from '../../ports/account.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Instances } from '../../ports/instances.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Scaling } from '../../ports/scaling.ts';
import type { Services } from '../../ports/services.ts';
import type { Stacks } from '../../ports/stacks.ts';

export interface DestroyRequest {
  readonly cluster: Cluster;
  /** What a person typed: must be the cluster's name. */
  readonly confirm: string;
  /** The limit for the whole run. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface DestroyPorts {
  readonly account: Account;
  readonly stacks: Stacks;
  readonly instances: Instances;
  readonly services: Pick<Services, 'list' | 'describe' | 'delete'>;
  readonly scaling: Pick<Scaling, 'target' | 'policies' | 'deregisterTarget' | 'alarms' | 'deleteAlarms'>;
  readonly clock: Clock;
  readonly progress: Progress;
}

export interface DestroyRun extends DestroyPorts {
  readonly cluster: Cluster;
  /** On the clock. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

export interface DestroyedUnit {
  readonly unit: Unit;
  readonly outcome: Outcome;
}

export interface DestroyResult {
  /** The units in the order in which they were destroyed. */
  readonly results: readonly DestroyedUnit[];
}
