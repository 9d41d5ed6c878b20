import type { Traffic } from './load.ts';

export interface Step {
  readonly name: string;
  readonly outcome: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly seconds: number;
  /** Requests of the step that changed something in AWS. */
  readonly writes: number;
  readonly reason?: string;
  /** Whether the step went as it should. */
  readonly ok: boolean;
}

/** What `--json` writes. */
export interface Rehearsal {
  readonly ok: boolean;
  readonly seconds: number;
  readonly traffic: Traffic;
  readonly steps: readonly Step[];
  readonly scaling: { readonly tasks: readonly number[]; readonly instances: readonly number[] };
  /** Physical names by what they are. */
  readonly resources: Readonly<Record<string, string>>;
  /** What went wrong, one sentence each; empty where `ok`. */
  readonly problems: readonly string[];
}
