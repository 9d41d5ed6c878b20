import type { InstanceResources } from '../agent/record.ts';
import type { TaskNeeds } from '../definitions/needs.ts';

type EmptyInstance = Pick<InstanceResources, 'cpu' | 'memory' | 'interfaces'>;

export interface ReservationView {
  /** Instances of the group in service. */
  readonly running: number;
  /** Of these, the ones that run at least one task. */
  readonly busy: number;
  /** What the tasks need that wait in PROVISIONING. */
  readonly waiting: readonly TaskNeeds[];
  /** What one empty instance offers; undefined as long as none has ever registered. */
  readonly instance: EmptyInstance | undefined;
  readonly minimumStep: number;
  readonly maximumStep: number;
}

/**
 * CapacityProviderReservation = M / N × 100, where N instances run and M are needed for all tasks, the waiting ones
 * included [doc cluster-auto-scaling; AWS's article "Deep dive on Amazon ECS cluster auto scaling"]: 100 for 0/0, 200
 * where none runs and some are needed. A growth is at least the minimum step and at most the maximum step.
 */
export function reservationPercent(view: ReservationView): number {
  const { running } = view;
  const needed = neededInstances(view);
  if (running === 0) return needed === 0 ? 100 : 200;
  return (needed / running) * 100;
}

function neededInstances({ running, busy, waiting, instance, minimumStep, maximumStep }: ReservationView): number {
  if (waiting.length === 0) return busy;
  const needed = busy + (instance ? bins(waiting, instance) : 1);
  const growth = needed - running;
  if (growth <= 0) return needed;
  return running + Math.min(Math.max(growth, minimumStep), maximumStep);
}

/**
 * Empty instances that the waiting tasks fill, largest first, each into the first that has room. A task that fits into
 * none still asks for one, as on AWS, where it waits in vain.
 */
function bins(waiting: readonly TaskNeeds[], instance: EmptyInstance): number {
  const rooms: { cpu: number; memory: number; interfaces: number; ports: Set<number> }[] = [];
  const size = ({ cpu, memory }: TaskNeeds): number => Math.max(cpu / instance.cpu, memory / instance.memory);
  for (const { cpu, memory, ports, interfaces } of waiting.toSorted((a, b) => size(b) - size(a))) {
    let room = rooms.find(
      (one) =>
        one.cpu >= cpu &&
        one.memory >= memory &&
        one.interfaces >= interfaces &&
        !ports.some((port) => one.ports.has(port)),
    );
    if (!room) {
      room = { ...instance, ports: new Set() };
      rooms.push(room);
    }
    room.cpu -= cpu;
    room.memory -= memory;
    room.interfaces -= interfaces;
    for (const port of ports) room.ports.add(port);
  }
  return rooms.length;
}
