import type { Ecs } from '../context.ts';
import type { ServiceRecord } from './record.ts';

const KEPT = 100;
/** "duplicate messages are suppressed for up to six hours" [doc service-event-messages]. */
const REPETITION_MS = 6 * 60 * 60_000;

/** Adds an event as the newest; two of one moment are a millisecond apart, as they are on AWS. */
export function addEvent({ world }: Ecs, service: ServiceRecord, message: string): void {
  const now = Math.floor(world.clock.now());
  const createdAt = Math.max(now, (service.events[0]?.createdAt ?? 0) + 1);
  service.events = [{ id: world.random.uuid(), createdAt, message }, ...service.events].slice(0, KEPT);
}

/** For what stays true round after round: says it once in six hours. */
export function addRepeatableEvent(ecs: Ecs, service: ServiceRecord, message: string): void {
  const { said } = service.loop;
  const now = ecs.world.clock.now();
  const last = said.get(message);
  if (last !== undefined && now - last < REPETITION_MS) return;
  said.set(message, now);
  addEvent(ecs, service, message);
}
