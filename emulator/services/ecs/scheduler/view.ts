import type { TargetHealth } from '../../../shapes/elbv2.d.ts';
import type { ClusterRecord } from '../state.ts';
import { healthOfContainers } from '../tasks/health.ts';
import { isOver, type TaskRecord } from '../tasks/record.ts';
import { assessTask, type TaskHealth } from './health.ts';
import { NOT_FOUND } from './messages.ts';
import type { ServiceRecord } from './record.ts';
import { boundsOf, type Revision, type ServiceSnapshot, type TaskView } from './snapshot.ts';
import type { TargetStates } from './targets.ts';

/** The service's tasks that ECS still shows, oldest first. */
export const tasksOf = (cluster: ClusterRecord, { name }: ServiceRecord): TaskRecord[] =>
  [...cluster.tasks.values()].filter(({ serviceName }) => serviceName === name);

/** A task's health, from what its agent and its load balancers say. */
export function healthOf(
  task: TaskRecord,
  { now, graceMs, stateOf }: { readonly now: number; readonly graceMs: number; readonly stateOf: TargetStates },
): TaskHealth {
  return assessTask(
    {
      startedAt: task.lastStatus === 'RUNNING' ? task.startedAt : undefined,
      containers: healthOfContainers(task),
      targets: task.loadBalancers.flatMap(({ targetGroupArn }) => {
        if (targetGroupArn === undefined) return [];
        const target = task.targets.find((one) => one.targetGroupArn === targetGroupArn);
        const health = target && stateOf(target);
        const lost = target?.state === 'registered' && health !== undefined && isLost(health);
        const state = lost ? 'unhealthy' : health?.State;
        return [{ targetGroupArn, port: target?.port, state, description: lost ? NOT_FOUND : health?.Description }];
      }),
    },
    { now, graceMs },
  );
}

/** Somebody else has deregistered what ECS had registered. */
const isLost = ({ State, Reason }: TargetHealth): boolean =>
  State === 'draining' || (State === 'unused' && Reason === 'Target.NotRegistered');

export interface SnapshotInput {
  readonly cluster: ClusterRecord;
  readonly service: ServiceRecord;
  readonly tasks: readonly TaskRecord[];
  readonly health: (task: TaskRecord) => TaskHealth;
  readonly minimumHealthyPercent: number;
  readonly revisions: readonly Revision[];
}

export function takeSnapshot(input: SnapshotInput): ServiceSnapshot | undefined {
  const { cluster, service, tasks } = input;
  const [primary] = service.deployments;
  if (!primary) return undefined;
  return {
    desiredCount: service.desiredCount,
    bounds: boundsOf(service.desiredCount, input.minimumHealthyPercent, service.deploymentConfiguration.maximumPercent),
    primary,
    revisions: input.revisions,
    tasks: tasks.filter(({ desiredStatus }) => desiredStatus === 'RUNNING').map((task) => viewOf(input, cluster, task)),
    stopping: tasks.filter((task) => task.desiredStatus === 'STOPPED' && !isOver(task)).length,
  };
}

function viewOf({ health }: SnapshotInput, cluster: ClusterRecord, task: TaskRecord): TaskView {
  return {
    id: task.id,
    deploymentId: task.deploymentId ?? '',
    health: health(task),
    leaving: cluster.instances.get(task.instanceId ?? '')?.status === 'DRAINING',
    instanceId: task.instanceId,
    zone: task.availabilityZone,
    createdAt: task.createdAt,
  };
}
