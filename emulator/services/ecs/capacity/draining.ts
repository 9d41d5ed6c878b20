import type { WorldEvents } from '../../../core/world.ts';
import type { InstanceRecord } from '../agent/record.ts';
import type { Ecs } from '../context.ts';
import { tasksOn } from '../placement/candidate.ts';
import { tolerate } from '../refusals.ts';
import type { ClusterRecord } from '../state.ts';
import { DRAINING_HOOK } from './attachments.ts';

type LifecycleAction = WorldEvents['lifecycle-action'];

/** Twice within the hook's heartbeat of an hour; ECS keeps an instance for up to 48 hours that way. */
const HEARTBEAT_MS = 30 * 60_000;
const LONGEST_MS = 48 * 60 * 60_000;

/**
 * Managed draining: an instance that Auto Scaling wants to terminate is set to DRAINING, its service tasks are replaced
 * as minimum and maximum percent allow, and it may go once no task is left on it.
 */
export function startManagedDraining(ecs: Ecs): void {
  ecs.world.on('lifecycle-action', (action) => {
    if (action.lifecycleHookName === DRAINING_HOOK) ecs.world.background(drainInstance(ecs, action));
  });
}

async function drainInstance(ecs: Ecs, action: LifecycleAction): Promise<void> {
  const { world } = ecs;
  const found = findInstance(ecs, action.instanceId);
  if (found) {
    const { cluster, instance } = found;
    instance.status = 'DRAINING';
    instance.version++;
    const startedAt = world.clock.now();
    let beatAt = startedAt;
    while (isInUse(cluster, instance) && world.clock.now() - startedAt < LONGEST_MS) {
      await world.clock.sleep(world.latency('ecs-scheduler-round'));
      if (world.clock.now() - beatAt < HEARTBEAT_MS) continue;
      beatAt = world.clock.now();
      await tell(ecs, 'RecordLifecycleActionHeartbeat', action, {});
    }
  }
  await tell(ecs, 'CompleteLifecycleAction', action, { LifecycleActionResult: 'CONTINUE' });
}

const isInUse = (cluster: ClusterRecord, instance: InstanceRecord): boolean =>
  cluster.instances.has(instance.id) && tasksOn(cluster, instance).length > 0;

function findInstance(
  { state }: Ecs,
  ec2InstanceId: string,
): { readonly cluster: ClusterRecord; readonly instance: InstanceRecord } | undefined {
  for (const cluster of state.clusters.values())
    for (const instance of cluster.instances.values())
      if (instance.ec2InstanceId === ec2InstanceId) return { cluster, instance };
  return undefined;
}

/** Auto Scaling refuses where the action has ended meanwhile, which is what was wanted. */
async function tell({ world }: Ecs, operation: string, action: LifecycleAction, more: object): Promise<void> {
  const { autoScalingGroupName, lifecycleHookName, lifecycleActionToken, instanceId } = action;
  await world
    .call('autoscaling', operation, {
      AutoScalingGroupName: autoScalingGroupName,
      LifecycleHookName: lifecycleHookName,
      LifecycleActionToken: lifecycleActionToken,
      InstanceId: instanceId,
      ...more,
    })
    .catch(tolerate);
}
