import type { RunRecord } from '../../model/run-record.ts';

/** What a pull request's comment is made of. */
export interface Report {
  readonly state: ReportState;
  /** Whether the runs were only to plan, or to write too. */
  readonly phase: ReportPhase;
  readonly records: readonly RunRecord[];
  readonly context: ReportContext;
}

/** Where a report comes from. */
export interface ReportContext {
  /** The folder of config, as its traces on GitHub name it. */
  readonly folder: string;
  /** Commits of the pull request, as GitHub had them when the run started. */
  readonly head: string;
  readonly base: string;
  readonly runId: number;
  readonly runAttempt: number;
  readonly runUrl: string;
}

export type ReportPhase = 'plan' | 'apply';

/** The life of a comment: planned, then left behind, or merged and applied. */
export type ReportState =
  | 'planning'
  | 'ready'
  | 'blocked'
  | 'invalid'
  | 'no-changes'
  | 'stale'
  | 'applying'
  | 'applied'
  | 'paused'
  | 'rolled-back'
  | 'failed'
  | 'closed';
