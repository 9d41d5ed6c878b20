import type { ContainerView, TargetView, TaskView } from '../../model/service-views.ts';

/**
 * A target is an instance and a host port, or, in network mode `awsvpc`, the task's own address and a container's port.
 */
export function isTargetOf(task: TaskView, { id, port }: TargetView): boolean {
  return id === task.privateIpv4Address || (id === task.ec2InstanceId && containerAt(task, port) !== undefined);
}

/**
 * The container that a target of the task leads to; undefined where several share the task's address, since
 * DescribeTasks does not say which of them listens where.
 */
export function containerOfTarget(task: TaskView, { id, port }: TargetView): ContainerView | undefined {
  if (id !== task.privateIpv4Address) return containerAt(task, port);
  const [container, ...others] = task.containers;
  return others.length === 0 ? container : undefined;
}

function containerAt({ containers }: TaskView, port: number): ContainerView | undefined {
  return containers.find(({ bindings }) => bindings.some(({ hostPort }) => hostPort === port));
}
