import type { Scene } from './scene/scene.ts';

/** A state that a service can be in when something is asked of the bundle, and how that has to end. */
export interface Situation {
  readonly name: string;
  /** One for each run of the bundle, as verdict.ts words them. */
  readonly expected: readonly string[];
  /** Which of the stage's places it plays in: `shared`, with one service, unless said otherwise. */
  readonly where?: Place;
  /** Whether the service is there, and serves, when it begins; it does unless said otherwise. */
  readonly begins?: 'serving' | 'absent';
  /** Which task's stopping proves that the deployment is doomed, where one does. */
  readonly provedBy?: 'first-stop' | 'last-stop';
  /** Requests are lost, for the reason that the name tells. */
  readonly loses?: true;
  play(scene: Scene): Promise<void>;
}

export type Place = 'shared' | 'tight' | 'trio' | 'shifting' | 'changing' | 'apart';

/** What `--json` writes; times in seconds of emulated time. */
export interface SituationResult {
  readonly name: string;
  readonly expected: string;
  readonly got: string;
  /** Requests that were lost while it played. */
  readonly dropped: number;
  /**
   * From the terminal status of the last deployment that a run followed to the end of its process, the worst of all
   * runs; null where no run followed one to its end.
   */
  readonly evidenceToVerdict: number | null;
  /** From the stopping of the task that proved the deployment doomed to the request that stopped it. */
  readonly doomToStop?: number;
  /** Requests of the runs to AWS. */
  readonly calls: number;
}
