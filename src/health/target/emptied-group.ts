import type { Health } from '../../model/health.ts';
import type { Registration } from './registered-instances.ts';

/** Healthy when the group has no instances and the cluster knows none. */
export function assessEmptiedGroup({ group, containerInstances }: Registration): Health {
  const left = group?.instances.map(({ id, lifecycleState }) => `${id} is ${lifecycleState}`) ?? [];
  if (left.length > 0) return { state: 'pending', message: left.join(', ') };
  if (containerInstances.length === 0) return { state: 'healthy', message: 'no instances' };
  const ids = containerInstances.map(({ ec2InstanceId }) => ec2InstanceId);
  return { state: 'pending', message: `${ids.join(', ')} still registered in the cluster` };
}
