import type { RolloutForecast } from '../../model/plan.ts';
import type { TaskNeeds } from '../../model/task-needs.ts';
import { type InstanceRoom, type Instances, isJudged, type Placement, roomFor } from './instance-room.ts';

/** Where a service's tasks go. */
export type Place =
  | {
      readonly kind: 'instances';
      readonly instances: Instances;
      readonly placement: Placement;
      /** The group's size as it is asked for and at most, where tasks that wait make it grow. */
      readonly growth: { readonly size: number; readonly maxSize: number } | undefined;
    }
  | { readonly kind: 'fargate' }
  /** Why nothing can be said. */
  | { readonly kind: 'unknown'; readonly why: string };

export interface Demand {
  /** Tasks that run at once in addition to those of now. */
  readonly extra: number;
  readonly needs: TaskNeeds;
  /** Tasks have network interfaces of their own. */
  readonly isAwsvpc: boolean;
}

type Room = Pick<RolloutForecast, 'room' | 'roomText'>;

/** Whether what runs in addition has a place, with the numbers behind it. */
export function rolloutRoom(demand: Demand, place: Place): Room {
  if (demand.extra <= 0) return { room: 'enough', roomText: 'No more tasks run at once than now.' };
  switch (place.kind) {
    case 'unknown':
      return { room: 'unknown', roomText: `${wanted(demand)}: ${place.why}.` };
    case 'fargate':
      return { room: 'enough', roomText: `${wanted(demand)} run on Fargate, which needs no instances.` };
    case 'instances':
      return onInstances(demand, place);
  }
}

function onInstances(demand: Demand, { instances, placement, growth }: Extract<Place, { kind: 'instances' }>): Room {
  const room = roomFor(demand.needs, instances, placement);
  const caveat = caveats(demand);
  const here = `${wanted(demand)}: ${count(room.instances, 'instance')} ${room.instances === 1 ? 'has' : 'have'} room for ${roomCount(room)}`;
  const lacking = demand.extra - room.tasks;
  if (lacking <= 0) return { room: 'enough', roomText: `${here}.${caveat}` };
  const { perNewInstance } = room;
  if (perNewInstance === undefined) {
    const why = instances.instanceType
      ? `no ${instances.instanceType} is registered to tell what a new one holds`
      : 'without config nothing says whether more can come';
    return { room: 'unknown', roomText: `${here}, and ${why}.${caveat}` };
  }
  if (perNewInstance === 0)
    return { room: 'missing', roomText: `${here}, and a new ${instances.instanceType} would hold none.${caveat}` };
  if (!growth) return { room: 'missing', roomText: `${here}, and nothing adds instances because tasks wait.${caveat}` };
  const size = Math.max(growth.size, room.instances + Math.ceil(lacking / perNewInstance));
  if (size <= growth.maxSize)
    return {
      room: 'grows',
      roomText: `${here}; the group grows from ${growth.size} to ${count(size, 'instance')} (at most ${growth.maxSize}).${caveat}`,
    };
  return {
    room: 'missing',
    roomText: `${here}; it would take ${count(size, 'instance')}, and the group has at most ${growth.maxSize}.${caveat}`,
  };
}

function wanted({ extra, needs: { cpu, memoryMiB, hostPorts } }: Demand): string {
  const ports = hostPorts.length > 0 ? ` and host port ${hostPorts.join(', ')}` : '';
  return `${extra} more ${extra === 1 ? 'task' : 'tasks'} of ${cpu} CPU units, ${memoryMiB} MiB${ports}`;
}

function roomCount({ tasks }: InstanceRoom): string {
  return Number.isFinite(tasks) ? String(tasks) : 'any number';
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function caveats({ needs, isAwsvpc }: Demand): string {
  return [
    ...(isJudged(needs) ? [] : [' Placement constraints were not judged.']),
    ...(isAwsvpc ? [' Network interfaces were not counted.'] : []),
  ].join('');
}
