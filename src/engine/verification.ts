import type { Continuity } from '../health/service/continuity.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Service } from '../model/service.ts';

/** A service that is to be asked through its load balancer. */
export interface AskedService {
  readonly cluster: Cluster;
  readonly service: Service;
  /** DNS name of the load balancer, once its stack has it. */
  readonly dnsName: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** What the revision that is to answer was made of. */
export interface RevisionFacts {
  /** The image of each container. */
  readonly images: Readonly<Record<string, string>>;
  readonly commit: string | undefined;
}

export interface ContinuityWatch {
  /** Ends the watch and waits for the answers that are still out; not where the run is cancelled. */
  stop(): Promise<Continuity>;
}

export interface Answer {
  readonly outcome: Outcome;
  /** Whether the load balancer answered at all: otherwise nothing is known of the version. */
  readonly isAnswered: boolean;
}

/**
 * Asks services through their load balancer as `verify` in their config says; undefined where there is nothing to ask.
 */
export interface Verification {
  /** Begins to ask at a constant rate whether the service goes on answering, where it answers now. */
  watch(asked: AskedService): Promise<ContinuityWatch | undefined>;
  /** Whether the version answers: the last word on a rollout that ECS calls successful. */
  prove(asked: AskedService, facts: RevisionFacts): Promise<Answer | undefined>;
}
