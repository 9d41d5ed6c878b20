import type { World } from '../../../core/world.ts';
import { runTask } from '../agent/run-task.ts';
import { protectInstances } from '../capacity/protection.ts';
import type { Ecs } from '../context.ts';
import { needsOf, type TaskNeeds } from '../definitions/needs.ts';
import { chooseSubnet } from '../network/task-interface.ts';
import { candidatesOf } from '../placement/candidate.ts';
import { type Placement, place } from '../placement/place.ts';
import type { ClusterRecord } from '../state.ts';
import { constraintsOf, createTask, type TaskOrder } from './create.ts';
import type { TaskRecord } from './record.ts';

export type Launch =
  | { readonly kind: 'launched'; readonly task: TaskRecord }
  | { readonly kind: 'provisioning-limit' }
  | Exclude<Placement, { readonly kind: 'placed' }>;

/** Tasks that may wait for capacity in one cluster at a time. */
const PROVISIONING_LIMIT = 500;

/**
 * Places a task and gives it to the instance's agent. Where nothing fits, a task of a capacity provider with managed
 * scaling waits in PROVISIONING; any other task is not made at all.
 */
export function launchTask(ecs: Ecs, order: TaskOrder): Launch {
  const { cluster } = order;
  const placement = findPlace(ecs, cluster, {
    group: order.group,
    taskDefinition: order.taskDefinition,
    overrides: order.overrides,
    constraints: constraintsOf(order),
    strategy: order.strategy,
    capacityProviderName: order.capacityProviderName,
    network: order.network,
  });
  if (placement.kind === 'placed') {
    const task = createTask(ecs, order);
    settle(ecs, cluster, task, placement.candidate.id);
    return { kind: 'launched', task };
  }
  const provider = ecs.state.capacityProviders.get(order.capacityProviderName ?? '');
  if (provider?.provider.managedScaling.status !== 'ENABLED') return placement;
  if (waiting(cluster).length >= PROVISIONING_LIMIT) return { kind: 'provisioning-limit' };
  const task = createTask(ecs, order);
  awaitCapacity(ecs, cluster);
  return { kind: 'launched', task };
}

type Seeking = Pick<
  TaskRecord,
  'group' | 'taskDefinition' | 'overrides' | 'constraints' | 'strategy' | 'capacityProviderName' | 'network'
>;

function findPlace({ world, state }: Ecs, cluster: ClusterRecord, task: Seeking): Placement {
  const needs = sabotaged(world, needsOf(task.taskDefinition, task.overrides));
  const candidates = candidatesOf(state, cluster, task.capacityProviderName);
  return place({ ...task, needs }, candidates, world.random.next);
}

/** Where the rules are switched off: a task then needs less than whatever is left. */
function sabotaged({ sabotage }: World, needs: TaskNeeds): TaskNeeds {
  return {
    ...needs,
    ...(sabotage.has('no-room') && { cpu: -Infinity, memory: -Infinity }),
    ...(sabotage.has('static-host-port') && { ports: [] }),
  };
}

function settle(ecs: Ecs, cluster: ClusterRecord, task: TaskRecord, instanceId: string): void {
  const instance = cluster.instances.get(instanceId);
  if (!instance) throw new Error(`task ${task.id} was placed on ${instanceId}, which is not in ${cluster.name}`);
  task.instanceId = instance.id;
  task.ec2InstanceId = instance.ec2InstanceId;
  task.availabilityZone = instance.attributes.find(({ name }) => name === 'ecs.availability-zone')?.value;
  if (task.network && task.networkInterface)
    task.networkInterface.subnetId = chooseSubnet(ecs, task.network, task.availabilityZone);
  task.connectivityAt = ecs.world.clock.now();
  ecs.runs.set(task.id, runTask(ecs, instance, task));
  ecs.world.background(protectInstances(ecs, cluster));
}

/** Tasks without a place; others are in PROVISIONING while they get their network interface. */
export const waiting = (cluster: ClusterRecord): TaskRecord[] =>
  [...cluster.tasks.values()].filter(
    ({ instanceId, lastStatus, desiredStatus }) =>
      instanceId === undefined && lastStatus === 'PROVISIONING' && desiredStatus === 'RUNNING',
  );

const loops = new WeakSet<ClusterRecord>();

/** Tries the tasks that wait, oldest first, until none waits. */
function awaitCapacity(ecs: Ecs, cluster: ClusterRecord): void {
  if (loops.has(cluster)) return;
  loops.add(cluster);
  ecs.world.clock.after(ecs.world.latency('ecs-scheduler-round'), () => {
    loops.delete(cluster);
    for (const task of waiting(cluster)) {
      const placement = findPlace(ecs, cluster, task);
      if (placement.kind === 'placed') settle(ecs, cluster, task, placement.candidate.id);
    }
    if (waiting(cluster).length > 0) awaitCapacity(ecs, cluster);
  });
}
