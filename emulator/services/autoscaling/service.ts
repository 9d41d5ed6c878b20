import type { Service, World, WorldEvents } from '../../core/world.ts';
import { activityOperations } from './activities.ts';
import { createCapacityLoop } from './capacity-loop.ts';
import { desiredCapacityOperations } from './desired-capacity.ts';
import { groupMetricOperations, publishGroupMetrics } from './group-metrics.ts';
import { groupOperations } from './groups.ts';
import { instanceRefreshOperations } from './instance-refreshes.ts';
import { instanceOperations, membership } from './instances.ts';
import { instanceBooted } from './launching.ts';
import { lifecycleHookOperations } from './lifecycle-hooks.ts';
import { policyOperations } from './policies.ts';
import { alarmActed } from './policy-execution.ts';
import { processOperations } from './processes.ts';
import type { AutoScaling, Group, Member } from './state.ts';
import { isAlive, isSuspended } from './state.ts';
import { tagOperations } from './tags.ts';
import { instanceTerminated } from './termination.ts';

/** EC2 Auto Scaling of one account in one region. */
export function createService(world: World): Service {
  const asg: AutoScaling = { world, groups: new Map(), wake: createCapacityLoop(() => asg) };
  world.on('instance-state', (event) => instanceChanged(asg, event));
  world.on('alarm-action', (event) => alarmActed(asg, event));
  publishGroupMetrics(asg);
  return {
    operations: {
      ...activityOperations(asg),
      ...desiredCapacityOperations(asg),
      ...groupMetricOperations(asg),
      ...groupOperations(asg),
      ...instanceOperations(asg),
      ...instanceRefreshOperations(asg),
      ...lifecycleHookOperations(asg),
      ...policyOperations(asg),
      ...processOperations(asg),
      ...tagOperations(asg),
    },
  };
}

function instanceChanged(asg: AutoScaling, { instanceId, state }: WorldEvents['instance-state']): void {
  const found = membership(asg, instanceId);
  if (!found) return;
  const { group, member } = found;
  switch (state) {
    case 'pending':
      break;
    case 'running':
      instanceBooted(asg, group, member);
      break;
    case 'shutting-down':
      noticeLoss(asg, group, member);
      break;
    case 'terminated':
      instanceTerminated(asg, group, member);
      break;
  }
}

/** An instance that goes without its group's doing is found unhealthy by the next health check. */
function noticeLoss(asg: AutoScaling, group: Group, member: Member): void {
  if (!isAlive(member)) return;
  asg.world.clock.after(asg.world.latency('auto-scaling-health-check'), () => {
    if (!isAlive(member) || !group.members.has(member.instanceId) || isSuspended(group, 'HealthCheck')) return;
    member.health = 'Unhealthy';
    member.unhealthyBecause = 'an EC2 health check indicating it has been terminated or stopped';
    asg.wake(group, 0);
  });
}
