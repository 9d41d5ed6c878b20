import type { ScalingProcessQuery } from '../../shapes/autoscaling.d.ts';
import { findLiveGroup, invalid } from './errors.ts';
import type { AutoScaling } from './state.ts';

/** What Auto Scaling does for a group; those without a counterpart here can be suspended to no effect. */
const PROCESSES = [
  'AddToLoadBalancer',
  'AlarmNotification',
  'AZRebalance',
  'HealthCheck',
  'InstanceRefresh',
  'Launch',
  'ReplaceUnhealthy',
  'ScheduledActions',
  'Terminate',
];

function chosen(names: readonly string[] | undefined): readonly string[] {
  const wrong = names?.find((name) => !PROCESSES.includes(name));
  if (wrong !== undefined)
    throw invalid(`Scaling process ${wrong} is not valid. Valid processes are: [${PROCESSES.join(', ')}]`);
  return names?.length ? names : PROCESSES;
}

export function processOperations(asg: AutoScaling) {
  return {
    SuspendProcesses: ({ AutoScalingGroupName, ScalingProcesses }: ScalingProcessQuery): void => {
      const group = findLiveGroup(asg, AutoScalingGroupName);
      const time = new Date(asg.world.clock.now()).toISOString();
      for (const name of chosen(ScalingProcesses)) group.suspended.set(name, `User suspended at ${time.slice(0, 19)}Z`);
    },

    ResumeProcesses: ({ AutoScalingGroupName, ScalingProcesses }: ScalingProcessQuery): void => {
      const group = findLiveGroup(asg, AutoScalingGroupName);
      for (const name of chosen(ScalingProcesses)) group.suspended.delete(name);
      asg.wake(group);
    },
  };
}
