import type { ServiceSnapshot } from './snapshot.ts';

/** What a service needs next. */
export interface Decision {
  /** Tasks of the primary deployment to start. */
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
export type Strategy = (snapshot: ServiceSnapshot) => Decision;
