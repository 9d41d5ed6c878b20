import type { Health } from '../../model/health.ts';
import type { InstanceGroupView } from '../../model/instance-views.ts';
import type { ContainerInstanceView } from '../../model/service-views.ts';

/** The group's instances, and which of them ECS knows. */
export interface Registration {
  readonly group: InstanceGroupView | undefined;
  readonly containerInstances: readonly ContainerInstanceView[];
}

/** Healthy when as many instances as the group has at least are in the cluster, with a connected agent. */
export function assessRegistration({ group, containerInstances }: Registration): Health {
  if (!group) return { state: 'failed', message: 'there is no such Auto Scaling group' };
  const ready = containerInstances.filter(({ status, agentConnected }) => status === 'ACTIVE' && agentConnected);
  const message = `${ready.length} of at least ${group.minSize} instances are registered`;
  if (ready.length >= group.minSize) return { state: 'healthy', message };
  return { state: 'pending', message: [message, ...missingInstances({ group, containerInstances })].join('; ') };
}

/** What each instance that is not ready lacks. */
export function missingInstances({ group, containerInstances }: Registration): readonly string[] {
  if (!group) return [];
  const known = new Map(containerInstances.map((instance) => [instance.ec2InstanceId, instance] as const));
  const lacking = group.instances.flatMap(({ id, lifecycleState }) => {
    const registered = known.get(id);
    if (lifecycleState !== 'InService') return [`${id} is ${lifecycleState}`];
    if (!registered) return [`${id} runs, but its ECS agent has not registered`];
    if (!registered.agentConnected) return [`the agent of ${id} is not connected`];
    return registered.status === 'ACTIVE' ? [] : [`${id} is ${registered.status}`];
  });
  const absent = Math.max(0, group.minSize - group.instances.length);
  return absent > 0 ? [...lacking, `${absent} not launched yet`] : lacking;
}
