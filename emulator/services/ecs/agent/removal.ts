import type { Ecs } from '../context.ts';
import { tasksOn } from '../placement/candidate.ts';
import type { ClusterRecord } from '../state.ts';
import { finishTask, markStopping } from '../tasks/stop.ts';
import type { InstanceRecord } from './record.ts';

/**
 * Takes a container instance out of its cluster. After `terminated` its tasks are dead; after `deregistered` ECS only
 * forgets them: their containers run on, as orphans, until the instance ends.
 */
export function removeInstance(
  ecs: Ecs,
  cluster: ClusterRecord,
  instance: InstanceRecord,
  how: 'terminated' | 'deregistered',
): void {
  for (const task of tasksOn(cluster, instance)) {
    const run = ecs.runs.get(task.id);
    if (how === 'terminated') run?.kill();
    else if (run) ecs.orphans.set(instance.ec2InstanceId, [...(ecs.orphans.get(instance.ec2InstanceId) ?? []), run]);
    markStopping(ecs, task, {
      stopCode: 'TerminationNotice',
      stoppedReason: `Host EC2 (instance ${instance.ec2InstanceId}) ${how}.`,
    });
    finishTask(ecs, task);
  }
  instance.status = 'INACTIVE';
  instance.agentConnected = false;
  cluster.instances.delete(instance.id);
}
