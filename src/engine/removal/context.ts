import type { Cluster } from '../../model/cluster.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Scaling } from '../../ports/scaling.ts';
import type { Services } from '../../ports/services.ts';
import type { Stacks } from '../../ports/stacks.ts';

/** What taking something down takes. */
export interface RemovalRun {
  readonly cluster: Pick<Cluster, 'name'>;
  readonly services: Pick<Services, 'describe' | 'update' | 'delete'>;
  readonly scaling: Pick<Scaling, 'target' | 'policies' | 'deregisterTarget' | 'alarms' | 'deleteAlarms'>;
  readonly stacks: Stacks;
  readonly clock: Clock;
  readonly progress: Progress;
  /** On the clock. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/** The parts of a run that waiting and reporting need. */
export type Waiting = 'clock' | 'progress' | 'deadline' | 'signal';
