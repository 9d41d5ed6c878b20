import type { DeploymentEarlySuccessCriteria } from '../../../shapes/ecs.d.ts';

export interface ProgressView {
  readonly desiredCount: number;
  /** Healthy tasks of the deployment itself. */
  readonly healthy: number;
  /** Tasks of other deployments that have not STOPPED. */
  readonly leftOvers: number;
  readonly criteria: DeploymentEarlySuccessCriteria | undefined;
}

/**
 * What a deployment has achieved. The bake time runs from `scaled` on; `done` needs the clean-up too where it is waited
 * for.
 */
export interface Progress {
  readonly scaled: boolean;
  readonly done: boolean;
}

/**
 * A rolling deployment is complete when its tasks are healthy at the desired count and all others are gone; early
 * success criteria ask for a part of the tasks, and may leave the others to be cleaned up afterwards [doc
 * early-success-criteria].
 */
export function progressOf({ desiredCount, healthy, leftOvers, criteria }: ProgressView): Progress {
  const cleaned = leftOvers === 0;
  if (!criteria?.enable) {
    const done = healthy >= desiredCount && cleaned;
    return { scaled: done, done };
  }
  const share = Math.ceil((desiredCount * (criteria.healthyPercent ?? 100)) / 100);
  const scaled = healthy >= Math.min(desiredCount, Math.max(1, share));
  return { scaled, done: scaled && (criteria.sourceServiceRevisionCleanup === 'DEFERRED' || cleaned) };
}
