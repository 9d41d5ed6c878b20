import { isMet, isSharedByInstances, readComparison } from '../../model/placement-expression.ts';
import type { ContainerInstanceView } from '../../model/service-views.ts';
import type { TaskNeeds } from '../../model/task-needs.ts';
import { interfacesLeft, interfacesWhenNew, type KnownInterfaces, withinAddresses } from './task-interfaces.ts';

export interface Instances {
  readonly all: readonly ContainerInstanceView[];
  /** Type of the instances to come; undefined where nothing says it. */
  readonly instanceType: string | undefined;
}

export interface Placement {
  /** The service has the constraint `distinctInstance`. */
  readonly isDistinct: boolean;
  /** ARNs of container instances that run tasks of the service. */
  readonly occupied: readonly string[];
}

export interface InstanceRoom {
  /** Instances that tasks can be placed on. */
  readonly instances: number;
  /** Tasks that fit on them in addition to what they run. */
  readonly tasks: number;
  /** Tasks that an instance to come holds; undefined where none like it is there to tell. */
  readonly perNewInstance: number | undefined;
  /** What would let more fit, in the order in which it is short: none where tasks have no interfaces of their own. */
  readonly shortOf: readonly ('interfaces' | 'addresses')[];
}

/**
 * How many equal tasks ECS can place, instance by instance: a task is on one of them in whole. The placement strategy
 * makes no difference to the number, only to where they go. `interfaces` are given where each task has one of its own.
 */
export function roomFor(
  needs: TaskNeeds,
  { all, instanceType }: Instances,
  placement: Placement,
  interfaces?: KnownInterfaces,
): InstanceRoom {
  const usable = all.filter(({ status, agentConnected }) => status === 'ACTIVE' && agentConnected);
  const limit = ({ arn }: ContainerInstanceView): number => {
    if (!placement.isDistinct) return Number.POSITIVE_INFINITY;
    return placement.occupied.includes(arn) ? 0 : 1;
  };
  const alike = usable.find(
    ({ attributes }) => instanceType !== undefined && attributes['ecs.instance-type'] === instanceType,
  );
  const places = usable.map((instance) => {
    const tasks = Math.min(limit(instance), fitting(needs, instance));
    const attachable = interfaces ? Math.max(0, Math.min(tasks, interfacesLeft(interfaces, instance))) : tasks;
    return { zone: instance.attributes['ecs.availability-zone'] ?? '', tasks, attachable };
  });
  const sized = sum(places.map(({ tasks }) => tasks));
  const attachable = sum(places.map((place) => place.attachable));
  const addressed = interfaces
    ? withinAddresses(
        interfaces,
        places.map(({ zone, attachable: tasks }) => ({ zone, tasks })),
      )
    : attachable;
  const zones = places.map(({ zone }) => zone);
  const newLimit = placement.isDistinct ? 1 : Number.POSITIVE_INFINITY;
  return {
    instances: usable.length,
    tasks: addressed,
    perNewInstance:
      alike &&
      Math.min(
        newLimit,
        fitting(sharedBy(needs), emptied(alike)),
        interfaces ? interfacesWhenNew(interfaces, alike, zones) : Number.POSITIVE_INFINITY,
      ),
    shortOf: [
      ...(attachable < sized ? (['interfaces'] as const) : []),
      ...(addressed < attachable ? (['addresses'] as const) : []),
    ],
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What one instance tells of another of its type: a zone or an attribute of one's own may differ. */
function sharedBy(needs: TaskNeeds): TaskNeeds {
  const isShared = (expression: string): boolean => {
    const comparison = readComparison(expression);
    return comparison !== undefined && isSharedByInstances(comparison);
  };
  return { ...needs, memberOf: needs.memberOf.filter(isShared) };
}

function emptied(instance: ContainerInstanceView): ContainerInstanceView {
  const { registeredCpu: remainingCpu, registeredMemoryMiB: remainingMemoryMiB, reservedPorts: usedPorts } = instance;
  return { ...instance, remainingCpu, remainingMemoryMiB, usedPorts };
}

function fitting({ cpu, memoryMiB, hostPorts, memberOf }: TaskNeeds, instance: ContainerInstanceView): number {
  const { remainingCpu, remainingMemoryMiB, usedPorts } = instance;
  if (memberOf.some((expression) => isUnmet(expression, instance))) return 0;
  if (hostPorts.some((port) => usedPorts.includes(port))) return 0;
  const times = (remaining: number, needed: number): number =>
    needed === 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(remaining / needed));
  return Math.min(
    times(remainingCpu, cpu),
    times(remainingMemoryMiB, memoryMiB),
    hostPorts.length > 0 ? 1 : Number.POSITIVE_INFINITY,
  );
}

/** Expressions that are not read count as met. */
function isUnmet(expression: string, { attributes }: ContainerInstanceView): boolean {
  const comparison = readComparison(expression);
  return comparison !== undefined && !isMet(comparison, attributes);
}

/** Whether every expression is one that is judged. */
export function isJudged({ memberOf }: TaskNeeds): boolean {
  return memberOf.every((expression) => readComparison(expression) !== undefined);
}
