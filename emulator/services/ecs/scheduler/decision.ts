import type { ShiftStep } from '../deployments/shifting/steps.ts';
import type { FilledDeploymentConfiguration } from './record.ts';
import type { ServiceSnapshot } from './snapshot.ts';

/** What a service needs next of the tasks of one deployment, and which tasks it can do without. */
export interface Decision {
  /** Tasks to start. */
  readonly start: number;
  /** How many of them take the place of unhealthy ones. */
  readonly replacements: number;
  readonly stop: readonly Stop[];
  /** Minimum and maximum percent leave no move, and nothing is under way that could change that. */
  readonly stuck: boolean;
}

export interface Stop {
  readonly taskId: string;
  /** `unhealthy` tasks get no time to drain. */
  readonly cause: 'scaling' | 'unhealthy';
}

/** A deployment strategy decides from a snapshot alone; each is a module of its own. */
export interface Strategy {
  /** By the deployment whose tasks are to be started. */
  readonly decide: (snapshot: ServiceSnapshot) => ReadonlyMap<string, Decision>;
  /** How production traffic moves to the new revision; none where tasks replace each other in one target group. */
  readonly steps: (configuration: FilledDeploymentConfiguration) => readonly ShiftStep[];
}
