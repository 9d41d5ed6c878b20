import type { TargetView, TaskView } from '../model/service-views.ts';

/** A target that the load balancer does not find healthy, and whose it is. */
export interface UnhealthyTarget {
  readonly target: TargetView;
  readonly taskArn: string;
  readonly containerName: string;
}

const TROUBLED = new Set(['unhealthy', 'unused', 'unavailable']);

/** Targets of these tasks that are in trouble: a target is the instance and the host port of a container's binding. */
export function unhealthyTargets(
  tasks: readonly TaskView[],
  targets: readonly TargetView[],
): readonly UnhealthyTarget[] {
  return tasks.flatMap((task) =>
    task.containers.flatMap(({ name, bindings }) =>
      bindings.flatMap(({ hostPort }) =>
        targets
          .filter(({ id, port, state }) => id === task.ec2InstanceId && port === hostPort && TROUBLED.has(state))
          .map((target) => ({ target, taskArn: task.arn, containerName: name })),
      ),
    ),
  );
}
