import type { Ecs } from '../../context.ts';
import { tolerate } from '../../refusals.ts';
import type { ServiceRecord } from '../../scheduler/record.ts';
import { isOver, type TaskRecord } from '../../tasks/record.ts';
import type { ServiceDeploymentRecord } from '../record.ts';
import { returnTraffic } from './move.ts';
import type { ShiftRecord } from './record.ts';

/** What a deployment that another one replaces had moved and has not kept. */
export function leftOverShift(
  { loop }: ServiceRecord,
  before: ServiceDeploymentRecord | undefined,
): ShiftRecord | undefined {
  const { shift } = before ?? {};
  const kept = before?.status === 'SUCCESSFUL' || before?.status === 'ROLLBACK_SUCCESSFUL';
  // A first deployment has nothing to give its traffic back to.
  return !shift || kept || !loop.lastCompleted ? loop.unwinding : shift;
}

/**
 * Before a deployment that comes in the middle of another: gives the traffic back to the revision that served, and
 * waits until what the other one started has gone. False until the traffic is back.
 */
export async function unwind({ world }: Ecs, service: ServiceRecord, tasks: readonly TaskRecord[]): Promise<boolean> {
  const { loop } = service;
  const { unwinding } = loop;
  if (!unwinding) return true;
  const returned = await returnTraffic(world, unwinding).then(() => true, tolerate);
  if (!returned) return false;
  const known = [service.deployments[0]?.id, loop.lastCompleted?.id];
  const gone = tasks.every((task) => isOver(task) || known.includes(task.deploymentId));
  if (gone && loop.unwinding === unwinding) loop.unwinding = undefined;
  return true;
}
