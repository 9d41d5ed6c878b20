import type { Ecs } from '../../context.ts';
import { isOver, type TaskRecord } from '../../tasks/record.ts';
import { complete, type Ending } from '../endings.ts';
import type { Observation } from '../follow.ts';
import { isFinal } from '../record.ts';
import { advanceShift, type ShiftView } from './advance.ts';
import { phaseOf } from './record.ts';
import { servingDeployment } from './serving.ts';

/** Moves a deployment that shifts traffic on, and ends it, or its rollback, when all its phases are over. */
export async function followShift(ecs: Ecs, ending: Ending, observation: Observation): Promise<void> {
  const { service, deployment, record } = ending;
  if (isFinal(record)) return;
  await advanceShift(ecs, ending, () => viewOf(ending, observation));
  // It may have failed, or another deployment may have come, while the load balancer was being asked.
  if (isFinal(record) || service.deployments[0] !== deployment) return;
  const over = record.shift ? phaseOf(record.shift) === undefined : record.rollback !== undefined;
  if (!over) {
    service.loop.completesAt = undefined;
    return;
  }
  const now = ecs.world.clock.now();
  service.loop.completesAt ??= now + ecs.world.latency('deployment-completion');
  if (now >= service.loop.completesAt) complete(ecs, ending);
}

function viewOf({ service, record }: Ending, { tasks, healthOf }: Observation): ShiftView {
  const remaining = service.deployments[0]?.id;
  const left = tasks.filter((task) => !isOver(task));
  const isHealthy = (task: TaskRecord): boolean =>
    task.deploymentId === remaining && task.desiredStatus === 'RUNNING' && healthOf(task).kind === 'healthy';
  const known = [record.deploymentId, servingDeployment(service, record.deploymentId)?.id];
  return {
    desiredCount: service.desiredCount,
    healthy: left.filter(isHealthy).length,
    strangers: left.filter(({ deploymentId }) => !known.includes(deploymentId)).length,
    leftOvers: left.filter(({ deploymentId }) => deploymentId !== remaining).length,
  };
}
