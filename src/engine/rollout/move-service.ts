import { revisionName } from '../../model/arn.ts';
import type { Unit } from '../../model/plan.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { RevisionMove } from '../../plan/service/revision-move.ts';
import { write } from '../write.ts';
import { tooLittleTime } from './bake-time-deadline.ts';
import type { Ending, RolloutRun, ServiceResult } from './context.ts';
import { follow, followUnderWay } from './ending.ts';
import { ensureRevision } from './ensure-revision.ts';
import { rollingDeployment, underWay, waitUntilIdle } from './idle.ts';
import { endedBy, resultOf } from './result-of.ts';
import { findStarted } from './started-deployment.ts';

export interface Moved {
  /** The unit as it was planned in the end. */
  readonly unit: Unit;
  readonly ending: Ending;
}

interface MoveOptions {
  /** The tags of a revision that is registered. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Plans anew after a wait, since what was waited for has changed the service. */
  readonly plan: () => Promise<RevisionMove>;
}

/** Has a live service run another revision and follows it to its end; waits first for what others have under way. */
export async function moveService(
  run: RolloutRun,
  first: RevisionMove,
  { tags = {}, plan }: MoveOptions,
): Promise<Moved> {
  let move = first;
  while (mustWait(move)) {
    const busy = await waitUntilIdle(run);
    if (busy) return { unit: move.unit, ending: { outcome: busy } };
    const { digest } = move.unit;
    move = await plan();
    if (move.unit.digest !== digest) run.progress.emit({ kind: 'plan', units: [move.unit] });
  }
  const { unit, service, definition } = move;
  if (unit.changes.length === 0) return { unit, ending: await followUnderWay(run, service, definition) };
  const hurried = tooLittleTime(run, 'start');
  if (hurried) return { unit, ending: { outcome: hurried } };
  const taskDefinitionArn = await ensureRevision(run, move.revision, tags);
  const isMoving = taskDefinitionArn !== service.taskDefinition;
  const request = { ...move.request, ...(isMoving ? { taskDefinition: taskDefinitionArn } : {}) };
  const updated = await write(
    `service ${service.name} to ${revisionName(taskDefinitionArn)}`,
    () => run.services.update(run.cluster.name, service.name, request),
    run,
  );
  const earlier = service.deployments.map(({ id }) => id);
  const started = await findStarted(run, updated, earlier, taskDefinitionArn);
  const ending = await follow(run, started, definition, { mayStop: true });
  return { unit, ending: { ...ending, taskDefinitionArn } };
}

/** Makes a result of what `work` leads to: what AWS refuses on the way is an outcome too. */
export async function attempt(
  run: RolloutRun,
  unit: Unit,
  before: ServiceView,
  work: () => Promise<Moved>,
): Promise<ServiceResult> {
  const moved = await work().catch((error: unknown): Moved => ({ unit, ending: { outcome: endedBy(run, error) } }));
  return resultOf(run, moved.unit, moved.ending, before);
}

/** A deployment of exactly what is wanted is followed instead. */
function mustWait({ service, unit }: RevisionMove): boolean {
  return underWay(service) !== undefined && (unit.changes.length > 0 || rollingDeployment(service) === undefined);
}
