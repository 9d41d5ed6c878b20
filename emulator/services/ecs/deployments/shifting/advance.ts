import { AwsError } from '../../../../core/errors.ts';
import type { Ecs } from '../../context.ts';
import { type Ending, fail, hookFailed, stageTimedOut } from '../endings.ts';
import { awaitHooks } from '../hooks/await.ts';
import { moveTraffic } from './move.ts';
import { openShift } from './open.ts';
import { ROLLBACK_PHASES, type Stage } from './phases.ts';
import { phaseOf, type ShiftRecord } from './record.ts';

/** What the phases wait for. */
export interface ShiftView {
  readonly desiredCount: number;
  /** Healthy tasks of the deployment that is to have the traffic in the end. */
  readonly healthy: number;
  /** Tasks that have not STOPPED, of revisions that neither served before nor are the target. */
  readonly strangers: number;
  /** Tasks that have not STOPPED, of all revisions but the one that is to remain. */
  readonly leftOvers: number;
}

/** "Each lifecycle stage can last up to 24 hours" [doc blue-green-deployment-how-it-works]. */
const STAGE_LIMIT_MS = 24 * 60 * 60_000;

/** Takes a deployment a phase further, where the present one is over; a rollback goes as far as it can at once. */
export async function advanceShift(ecs: Ecs, ending: Ending, view: () => ShiftView): Promise<void> {
  const { record } = ending;
  if (!record.shift && !record.rollback) await openShift(ecs, ending);
  const { shift } = record;
  if (!shift) return;
  if (!record.rollback) {
    if (isOver(ecs, ending, shift)) goTo(ecs, ending, { position: shift.position + 1 });
    if (!record.rollback) await enter(ecs, ending, shift, view());
  }
  if (!record.rollback) return;
  if (shift.phases !== ROLLBACK_PHASES) goTo(ecs, ending, { phases: ROLLBACK_PHASES, position: 0 });
  while (phaseOf(shift)) {
    await enter(ecs, ending, shift, view());
    if (!isOver(ecs, ending, shift)) return;
    goTo(ecs, ending, { position: shift.position + 1 });
  }
}

function goTo({ world }: Ecs, { record }: Ending, place: Partial<Pick<ShiftRecord, 'phases' | 'position'>>): void {
  const now = world.clock.now();
  record.updatedAt = now;
  if (record.shift) Object.assign(record.shift, { ...place, enteredAt: undefined, since: now });
}

/**
 * Whether the present phase has lasted long enough and all its hooks agree; fails the deployment where one does not.
 */
function isOver(ecs: Ecs, ending: Ending, shift: ShiftRecord): boolean {
  const { record } = ending;
  const phase = phaseOf(shift);
  if (!phase || shift.enteredAt === undefined) return false;
  const now = ecs.world.clock.now();
  const hooks = awaitHooks(ecs, record, shift, phase);
  // A hook has no say in a rollback; what AWS does where one fails then is not documented.
  if (record.rollback) return hooks.kind !== 'waiting';
  if (hooks.kind === 'failed') fail(ecs, ending, hookFailed(hooks.reason));
  if (hooks.kind === 'waiting' && !hooks.paused && now > shift.since + STAGE_LIMIT_MS)
    fail(ecs, ending, stageTimedOut(phase.stage));
  return hooks.kind === 'passed' && now >= shift.enteredAt + (phase.bakeMs ?? 0);
}

/** Does the present phase's own work, and sets its hooks going when that is done. */
async function enter(ecs: Ecs, ending: Ending, shift: ShiftRecord, view: ShiftView): Promise<void> {
  const { record } = ending;
  const phase = phaseOf(shift);
  if (!phase || shift.enteredAt !== undefined) return;
  const { stage, traffic } = phase;
  try {
    if (traffic) await moveTraffic(ecs.world, shift, traffic);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (!record.rollback) fail(ecs, ending, hookFailed(`${stage} lifecycle hook(s) failed. ${error.message}`));
    return;
  }
  const now = ecs.world.clock.now();
  if (isReached(stage, view)) {
    shift.enteredAt = now;
    awaitHooks(ecs, record, shift, phase);
  } else if (!record.rollback && now > shift.since + STAGE_LIMIT_MS) fail(ecs, ending, stageTimedOut(stage));
}

function isReached(stage: Stage, { desiredCount, healthy, strangers, leftOvers }: ShiftView): boolean {
  switch (stage) {
    case 'RECONCILE_SERVICE':
      return strangers === 0;
    case 'SCALE_UP':
      return healthy >= desiredCount;
    case 'CLEAN_UP':
      return leftOvers === 0 && healthy >= desiredCount;
    case 'PRE_SCALE_UP':
    case 'POST_SCALE_UP':
    case 'TEST_TRAFFIC_SHIFT':
    case 'POST_TEST_TRAFFIC_SHIFT':
    case 'PRE_PRODUCTION_TRAFFIC_SHIFT':
    case 'PRODUCTION_TRAFFIC_SHIFT':
    case 'POST_PRODUCTION_TRAFFIC_SHIFT':
    case 'BAKE_TIME':
      return true;
  }
}
