/** Time, in milliseconds. Under ECS_GITOPS_TIME_SCALE these are emulated milliseconds. */
export interface Clock {
  now(): number;
  /** Rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Uniform in [0, 1): jitter and tokens come from here, so that a simulation repeats. */
  random(): number;
}
