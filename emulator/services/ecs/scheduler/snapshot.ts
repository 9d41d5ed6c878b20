import type { TaskHealth } from './health.ts';

/** A service at one moment, as the decisions see it. */
export interface ServiceSnapshot {
  readonly desiredCount: number;
  readonly bounds: Bounds;
  readonly primary: { readonly id: string; readonly rolloutState: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' };
  /** Of deployments that run side by side, which tasks are needed; others than these are not. */
  readonly revisions: readonly Revision[];
  /** The tasks that are wanted, whatever their deployment. */
  readonly tasks: readonly TaskView[];
  /** How many tasks are on their way out. */
  readonly stopping: number;
}

export interface Revision {
  /** Of the deployment that brings it about. */
  readonly id: string;
  readonly wanted: boolean;
  /** It has been deployed: its unhealthy tasks are replaced before they stop. */
  readonly settled: boolean;
}

export interface TaskView {
  readonly id: string;
  readonly deploymentId: string;
  readonly health: TaskHealth;
  /** Its container instance is DRAINING: it has to be replaced. */
  readonly leaving: boolean;
  readonly instanceId: string | undefined;
  readonly zone: string | undefined;
  readonly createdAt: number;
}

/** How many tasks there may be: healthy ones at least, RUNNING and PENDING ones at most. */
export interface Bounds {
  readonly floor: number;
  readonly ceiling: number;
}

/** Minimum healthy percent rounds up, maximum percent down [DeploymentConfiguration]. */
export const boundsOf = (desiredCount: number, minimumHealthyPercent: number, maximumPercent: number): Bounds => ({
  floor: Math.ceil((desiredCount * minimumHealthyPercent) / 100),
  ceiling: Math.floor((desiredCount * maximumPercent) / 100),
});
