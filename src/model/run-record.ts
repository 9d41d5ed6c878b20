import type { ErrorCode } from './errors.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';
import type { Unit } from './plan.ts';
import type { ConfigIssue, SourcePosition } from './source.ts';
import type { Span } from './span.ts';

/** The version of the form below; a reader refuses any other. */
export const RECORD_VERSION = 1;

/**
 * What one run of an action leaves for the job that speaks to GitHub: plan, outcome and evidence of one cluster,
 * without container logs and with values only as a reader may see them. Times are milliseconds since the epoch.
 */
export interface RunRecord {
  readonly version: typeof RECORD_VERSION;
  readonly action: string;
  /** '' where the action has none. */
  readonly mode: string;
  /** undefined where the run ended before it was known, or is of no cluster. */
  readonly cluster?: string | undefined;
  readonly region?: string | undefined;
  /** Path of the cluster's cluster.yaml, where consent is written. */
  readonly clusterFile?: string | undefined;
  readonly commit?: string | undefined;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: OutcomeKind;
  /** Whether the run wrote anything to AWS. */
  readonly changed: boolean;
  readonly units: readonly RecordedUnit[];
  /** Set where the run ended in an error; there may be no units then. */
  readonly failure?: RecordedFailure | undefined;
  /** Where the load balancer answers, as far as the run knows. */
  readonly url?: string | undefined;
  /** What other runs are to work on; only a run that selects has it. */
  readonly selected?: readonly SelectedCluster[] | undefined;
  /** What of a rollout took how long. */
  readonly spans: readonly Span[];
}

export interface SelectedCluster {
  readonly cluster: string;
  readonly region: string;
  /** Names of its services that are to be planned or deployed. */
  readonly services: readonly string[];
  /** The services that a pull request's own files touch. Absent where they touch the whole cluster. */
  readonly own?: readonly string[] | undefined;
}

/** How one stack, service or URL ended. */
export interface RecordedUnit {
  /** The unit's id, or the URL that was asked. */
  readonly name: string;
  readonly plan?: Unit | undefined;
  readonly outcome: Outcome;
  /** ARN with revision that a service has at the end. */
  readonly taskDefinitionArn?: string | undefined;
}

/** An error that ended a run: what happened, where, what to do next. */
export interface RecordedFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
  readonly at?: SourcePosition | undefined;
  readonly issues: readonly ConfigIssue[];
}
