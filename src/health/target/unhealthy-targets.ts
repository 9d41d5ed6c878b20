import type { TargetView, TaskView } from '../../model/service-views.ts';
import { containerOfTarget, isTargetOf } from './task-targets.ts';

/** A target that the load balancer does not find healthy, and whose it is. */
export interface UnhealthyTarget {
  readonly target: TargetView;
  readonly taskArn: string;
  /** Undefined where it cannot be told. */
  readonly containerName: string | undefined;
}

const TROUBLED = new Set(['unhealthy', 'unused', 'unavailable']);

/** Targets of these tasks that are in trouble. */
export function unhealthyTargets(
  tasks: readonly TaskView[],
  targets: readonly TargetView[],
): readonly UnhealthyTarget[] {
  const troubled = targets.filter(({ state }) => TROUBLED.has(state));
  return tasks.flatMap((task) =>
    troubled.flatMap((target) =>
      isTargetOf(task, target)
        ? [{ target, taskArn: task.arn, containerName: containerOfTarget(task, target)?.name }]
        : [],
    ),
  );
}

/** What the load balancer says of a target; `whose` goes behind its address. */
export function targetText({ id, port, state, reason, description }: TargetView, whose = ''): string {
  return `target ${id}:${port}${whose} is ${state}: ${[reason, description].filter(Boolean).join(': ') || 'no reason given'}`;
}
