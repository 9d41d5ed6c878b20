import { revisionName } from '../../model/arn.ts';
import { ToolkitError } from '../../model/errors.ts';
import { isGreen } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { serviceUnitId } from '../../model/unit-id.ts';
import { shown } from '../../plan/differences/property-changes.ts';
import { type CurrentService, planMove, type RevisionMove, serviceChange } from '../../plan/service/revision-move.ts';
import { unitOf } from '../../plan/unit.ts';
import { observeCurrent } from '../observe/current-service.ts';
import { readService } from '../observe/read-services.ts';
import type { Ending, RolloutPorts, RolloutRun, ServiceResult } from '../rollout/context.ts';
import { rollingDeployment, underWay, waitUntilIdle } from '../rollout/idle.ts';
import { type LiveRequest, liveRun } from '../rollout/live-run.ts';
import { attempt, type Moved, moveService } from '../rollout/move-service.ts';
import { scheduleOf } from '../rollout/schedules.ts';
import { settled } from '../rollout/settled.ts';
import { NO_VERSION_CHECK, type VersionCheck, versionCheckOf } from '../rollout/version-checks.ts';
import { stopRolling } from './stop-rolling.ts';
import { findTarget } from './target-revision.ts';

export interface RollbackRequest extends LiveRequest {
  /** Its name. */
  readonly cluster: string;
  /** Names of services that exist. */
  readonly services: readonly string[];
  /** `family:revision`, its ARN, or a number of the live family; '' for the previous successful one. */
  readonly revision: string;
}

/**
 * Takes live services back to an earlier revision, as a person asked: what rolls is rolled back by ECS itself,
 * otherwise the earlier revision is deployed. Where config is at hand, it has to answer as `verify` says, the version
 * aside, and its scheduled tasks follow. Results are in the order of the request. Throws INPUT_INVALID before the first
 * write where a service is not there or has no such revision to go back to, and SCHEDULED_TASK_UNSUITABLE.
 */
export async function rollback(request: RollbackRequest, ports: RolloutPorts): Promise<readonly ServiceResult[]> {
  const { cluster, revision } = request;
  ports.progress.emit({ kind: 'phase', title: `Plan the rollback of services in cluster ${cluster}` });
  const observe = (name: string): Promise<CurrentService> =>
    observeCurrent(cluster, name, (each) => readService(ports.services, cluster, each), ports.taskDefinitions);
  const plan = async (current: CurrentService): Promise<RevisionMove> =>
    planMove(cluster, current, await findTarget(cluster, current, revision, ports));
  const jobs = await Promise.all(
    [...new Set(request.services)].map(async (name) => {
      const [current, schedule, versionCheck] = await Promise.all([
        observe(name),
        scheduleOf(name, request.schedules),
        versionCheckIfKnown(name, request, ports),
      ]);
      const isIdle = underWay(current.service) === undefined;
      const move = isIdle || revision !== '' ? await plan(current) : undefined;
      return isIdle && move
        ? { current, schedule, versionCheck, move, unit: schedule.planned(move.unit, arnOf(move)) }
        : { current, schedule, versionCheck, move: undefined, unit: stopUnit(cluster, current.service) };
    }),
  );
  ports.progress.emit({ kind: 'plan', units: jobs.map(({ unit }) => unit) });
  ports.progress.emit({ kind: 'phase', title: `Roll back in cluster ${cluster}` });
  return Promise.all(
    jobs.map(({ current, schedule, versionCheck, move, unit }) => {
      const run = liveRun(cluster, current.service, request, ports);
      const planAgain = async (): Promise<RevisionMove> => plan(await observe(current.service.name));
      return attempt(run, unit, current.service, async () => {
        const moved = await rollBackTo(run, current, { unit, move, revision, plan: planAgain });
        const own = moved.unit === unit ? unit : schedule.planned(moved.unit, moved.ending.taskDefinitionArn);
        return { unit: own, ending: await schedule.followed(run, await versionCheck.judgedBack(run, moved.ending)) };
      });
    }),
  );
}

/** Going back must not fail because nobody can say how the service is asked. */
async function versionCheckIfKnown(
  name: string,
  { versionChecks }: RollbackRequest,
  { progress }: RolloutPorts,
): Promise<VersionCheck> {
  try {
    return await versionCheckOf(name, versionChecks);
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    const message = `Whether ${name} answers after the rollback is not checked: ${error.message} ${error.hint}`;
    progress.emit({ kind: 'warning', message });
    return NO_VERSION_CHECK;
  }
}

function arnOf({ revision }: RevisionMove): string | undefined {
  return 'arn' in revision ? revision.arn : undefined;
}

interface BackOptions {
  readonly unit: Unit;
  /** Planned already, where nothing was under way. */
  readonly move: RevisionMove | undefined;
  readonly revision: string;
  readonly plan: () => Promise<RevisionMove>;
}

async function rollBackTo(
  run: RolloutRun,
  current: CurrentService,
  { unit, move: shownMove, revision, plan }: BackOptions,
): Promise<Moved> {
  let stopped: Ending | undefined;
  const rolling = rollingDeployment(current.service);
  if (rolling) {
    stopped = await stopRolling(run, current, rolling);
    if (stopped && (revision === '' || !isGreen(stopped.outcome.kind))) return { unit, ending: stopped };
  } else if (underWay(current.service)) {
    const busy = await waitUntilIdle(run);
    if (busy) return { unit, ending: { outcome: busy } };
    // Going on from where a rollback has just led would be one step too far.
    if (revision === '')
      return { unit, ending: { outcome: await settled(run, 'unchanged', current.taskDefinition.definition) } };
  }
  const from = revisionName(current.service.taskDefinition);
  const move = shownMove ?? (await plan());
  if (stopped && move.unit.changes.length === 0) return { unit, ending: stopped };
  if (!shownMove) run.progress.emit({ kind: 'plan', units: [move.unit] });
  const moved = await moveService(run, move, { plan });
  const { outcome } = moved.ending;
  if (outcome.kind !== 'deployed') return moved;
  return {
    ...moved,
    ending: { ...moved.ending, outcome: { ...outcome, summary: `Rolled back from ${from}: ${outcome.summary}` } },
  };
}

/** What rolls is to end; to which revision, ECS decides. */
function stopUnit(cluster: string, service: ServiceView): Unit {
  const rolling = rollingDeployment(service);
  const before = rolling && `${revisionName(rolling.taskDefinition)} is rolling out`;
  const properties = [{ path: 'deployments.PRIMARY', before: shown(before), after: shown('rolled back') }];
  const id = serviceUnitId(cluster, service.name);
  const changes = rolling ? [serviceChange(service, properties)] : [];
  return unitOf(id, 'service', changes);
}
