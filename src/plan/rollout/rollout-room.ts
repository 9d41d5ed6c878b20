import type { RolloutForecast } from '../../model/plan.ts';
import type { TaskNeeds } from '../../model/task-needs.ts';
import { counted } from '../../model/text.ts';
import { type InstanceRoom, type Instances, isJudged, type Placement, roomFor } from './instance-room.ts';
import { allFreeAddresses, hasTrunk, type KnownInterfaces, type TaskInterfaces } from './task-interfaces.ts';

/** Where a service's tasks go. */
export type Place =
  | {
      readonly kind: 'instances';
      readonly instances: Instances;
      readonly placement: Placement;
      /** The group's size as it is asked for and at most, where tasks that wait make it grow. */
      readonly growth: { readonly size: number; readonly maxSize: number } | undefined;
      /** Where tasks have network interfaces of their own. */
      readonly interfaces?: TaskInterfaces | undefined;
    }
  | { readonly kind: 'fargate' }
  /** Why nothing can be said. */
  | { readonly kind: 'unknown'; readonly why: string };

interface Demand {
  /** Tasks that run at once in addition to those of now. */
  readonly extra: number;
  readonly needs: TaskNeeds;
  /** Tasks have network interfaces of their own. */
  readonly isAwsvpc: boolean;
}

type PlaceOnInstances = Extract<Place, { kind: 'instances' }>;
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

function onInstances(demand: Demand, place: PlaceOnInstances): Room {
  const { instances, placement, growth } = place;
  const interfaces = place.interfaces?.kind === 'known' ? place.interfaces : undefined;
  const caveat = caveats(demand, place);
  const free = interfaces ? allFreeAddresses(interfaces) : Number.POSITIVE_INFINITY;
  if (free < demand.extra)
    return {
      room: 'missing',
      roomText: `${wanted(demand)}: the service's subnets have ${counted(free, 'free address', 'free addresses')}.${caveat}`,
    };
  const room = roomFor(demand.needs, instances, placement, interfaces);
  const lacking = demand.extra - room.tasks;
  const why = lacking > 0 ? shortage(room, instances, interfaces) : '';
  const here = `${wanted(demand)}: ${counted(room.instances, 'instance')} ${room.instances === 1 ? 'has' : 'have'} room for ${roomCount(room)}${why}`;
  if (lacking <= 0) return { room: 'enough', roomText: `${here}.${caveat}` };
  const { perNewInstance } = room;
  if (perNewInstance === undefined) {
    const unknown = instances.instanceType
      ? `no ${instances.instanceType} is registered, so it is unknown how many a new one can hold`
      : 'without config it is unknown whether instances can be added';
    return { room: 'unknown', roomText: `${here}, and ${unknown}.${caveat}` };
  }
  if (perNewInstance === 0)
    return {
      room: 'missing',
      roomText: `${here}, and a new ${instances.instanceType} would have room for none.${caveat}`,
    };
  if (!growth) return { room: 'missing', roomText: `${here}, and no instances are added when tasks wait.${caveat}` };
  const size = Math.max(growth.size, room.instances + Math.ceil(lacking / perNewInstance));
  if (size <= growth.maxSize)
    return {
      room: 'grows',
      roomText: `${here}; the group grows from ${growth.size} to ${counted(size, 'instance')} (at most ${growth.maxSize}).${caveat}`,
    };
  return {
    room: 'missing',
    roomText: `${here}; it would need ${counted(size, 'instance')}, but the group has at most ${growth.maxSize}.${caveat}`,
  };
}

function wanted({ extra, needs: { cpu, memoryMiB, hostPorts }, isAwsvpc }: Demand): string {
  const ports = hostPorts.length > 0 ? ` and host port ${hostPorts.join(', ')}` : '';
  const own = isAwsvpc ? ' and a network interface' : '';
  return `${counted(extra, 'more task')} of ${cpu} CPU units, ${memoryMiB} MiB${ports}${own}`;
}

/** What of the tasks' own interfaces keeps more from fitting. */
function shortage({ shortOf }: InstanceRoom, { instanceType = '' }: Instances, interfaces?: KnownInterfaces): string {
  if (!interfaces || shortOf.length === 0) return '';
  const most = interfaces.mostInterfaces.get(instanceType);
  const limit = most === undefined ? '' : ` (a ${instanceType} has ${most - 1} for tasks)`;
  const texts = { interfaces: `network interfaces${limit}`, addresses: `free addresses in their zones' subnets` };
  return `, short of ${shortOf.map((what) => texts[what]).join(' and of ')}`;
}

function roomCount({ tasks }: InstanceRoom): string {
  return Number.isFinite(tasks) ? String(tasks) : 'any number';
}

function caveats({ needs }: Demand, { instances, interfaces }: PlaceOnInstances): string {
  return [
    ...(isJudged(needs) ? [] : [' Placement constraints were not judged.']),
    ...(interfaces?.kind === 'unknown' ? [` Network interfaces were not counted: ${interfaces.why}.`] : []),
    ...(interfaces?.kind === 'known' && instances.all.some(hasTrunk)
      ? [' The network interfaces of instances with a trunk (awsvpcTrunking) were not counted.']
      : []),
  ].join('');
}
