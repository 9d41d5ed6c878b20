import type { ContainerInstanceView, ServiceEventView, TaskView } from '../../model/service-views.ts';
import type { TaskNeeds } from '../../model/task-needs.ts';
import { proveByExits } from './failed-rounds.ts';
import { proveByPercents, type RolloutLimits } from './percents-proof.ts';
import { proveByPlacement } from './placement-proof.ts';
import type { Proof } from './proof.ts';
import { proveByStop } from './stop-proof.ts';

/** What was seen of one deployment, and nothing of any other. */
export interface RolloutObservation {
  /** Tasks that it started, the stopped ones too. */
  readonly tasks: readonly TaskView[];
  /** Whether one of them was, or may have been, healthy. */
  readonly wasHealthy: boolean;
  /** The service's events since it began. */
  readonly events: readonly ServiceEventView[];
  readonly needs: TaskNeeds;
  /** Container instances of the cluster; empty where nothing made anybody look. */
  readonly instances: readonly ContainerInstanceView[];
  /** EC2 type that new instances have. */
  readonly instanceType: string;
  readonly limits: RolloutLimits;
  /** Whether exit codes may be proof. */
  readonly failFast: boolean;
}

/**
 * Proof that a deployment cannot succeed, or nothing. Once one of its tasks was healthy no task's end proves anything:
 * the others may fare as well.
 */
export function proveFailure(seen: RolloutObservation): Proof | undefined {
  const { tasks, wasHealthy, events, needs, instances, instanceType, limits, failFast } = seen;
  const stopped = tasks.filter(({ desiredStatus }) => desiredStatus === 'STOPPED');
  const isPlaced = tasks.some(({ containerInstanceArn }) => containerInstanceArn !== undefined);
  return (
    (wasHealthy ? undefined : firstOf(stopped, proveByStop)) ??
    (isPlaced ? undefined : proveByPlacement(needs, instances, instanceType)) ??
    proveByPercents(events, limits) ??
    (wasHealthy || !failFast ? undefined : proveByExits(tasks))
  );
}

function firstOf(tasks: readonly TaskView[], prove: (task: TaskView) => Proof | undefined): Proof | undefined {
  for (const task of tasks) {
    const proof = prove(task);
    if (proof) return proof;
  }
  return undefined;
}
