import type { ContainerView, TargetView, TaskView } from '../../model/service-views.ts';

/**
 * The container whose target this is; undefined where it is not the task's. A target is an instance and a host port, or, in
 * network mode `awsvpc`, the task's own address, of which DescribeTasks does not say which container listens where.
 */
export function containerOfTarget(task: TaskView, { id, port }: TargetView): ContainerView | undefined {
  if (id === task.privateIpv4Address) return task.containers[0];
  if (id !== task.ec2InstanceId) return undefined;
  return task.containers.find(({ bindings }) => bindings.some(({ hostPort }) => hostPort === port));
}
