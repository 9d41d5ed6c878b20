import { pauseText } from '../../health/service/pause.ts';
import type { FollowedDeployment } from '../../health/service/service-deployment.ts';
import { revisionName } from '../../model/arn.ts';
import type { JsonObject } from '../../model/json.ts';
import { RUN_AGAIN } from '../../model/next-steps.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import { serviceUnitId } from '../../model/unit-id.ts';
import { shown } from '../../plan/differences/property-changes.ts';
import { type CurrentService, serviceChange } from '../../plan/service/revision-move.ts';
import { unitOf } from '../../plan/unit.ts';
import { observeCurrent } from '../observe/current-service.ts';
import { readService } from '../observe/read-services.ts';
import { followAskedRollback } from '../rollout/asked-rollback.ts';
import { tooLittleTime } from '../rollout/bake-time-deadline.ts';
import type { Ending, RolloutPorts, RolloutRun, ServiceResult } from '../rollout/context.ts';
import { follow } from '../rollout/ending.ts';
import { followedOf, rollingDeployment } from '../rollout/idle.ts';
import { type LiveRequest, liveRun } from '../rollout/live-run.ts';
import { attempt } from '../rollout/move-service.ts';
import { findPaused, type PausedDeployment } from '../rollout/paused.ts';
import { watchRollout } from '../rollout/rollout-watch.ts';
import { type Schedule, scheduleOf } from '../rollout/schedules.ts';
import { type VersionCheck, versionCheckOf } from '../rollout/version-checks.ts';
import { tellOfWrite } from '../write.ts';

export interface ContinueRequest extends LiveRequest {
  /** Its name. */
  readonly cluster: string;
  /** Names of services that exist. */
  readonly services: readonly string[];
  readonly action: 'continue' | 'rollback';
}

/** One service, as it was found. */
interface Job {
  readonly current: CurrentService;
  readonly paused: PausedDeployment | undefined;
  readonly schedule: Schedule;
  readonly versionCheck: VersionCheck;
  readonly unit: Unit;
}

type PausedJob = Job & { readonly paused: PausedDeployment };

/**
 * Answers the pause at which deployments of live services stand, and follows each to its next pause or its end. Of
 * several services, those that are not paused are left alone; where none is, that is refused. Where config has
 * `verify`, the answers through the load balancer decide as for any deployment. Results are in the order of the
 * request. Throws INPUT_INVALID before the first write where a service is not there.
 */
export async function continueDeployments(
  request: ContinueRequest,
  ports: RolloutPorts,
): Promise<readonly ServiceResult[]> {
  const { cluster, action } = request;
  ports.progress.emit({ kind: 'phase', title: `Look for paused deployments in cluster ${cluster}` });
  const jobs = await Promise.all(
    [...new Set(request.services)].map(async (name): Promise<Job> => {
      const read = (each: string) => readService(ports.services, cluster, each);
      const subject = { services: ports.services, cluster: { name: cluster }, service: { name } };
      const [current, paused, schedule, versionCheck] = await Promise.all([
        observeCurrent(cluster, name, read, ports.taskDefinitions),
        findPaused(subject),
        scheduleOf(name, request.schedules),
        versionCheckOf(name, request.versionChecks),
      ]);
      const rolling = action === 'continue' && paused ? rollingDeployment(current.service) : undefined;
      const unit = schedule.planned(pauseUnit(cluster, current, paused, action), rolling?.taskDefinition);
      return { current, paused, schedule, versionCheck, unit };
    }),
  );
  ports.progress.emit({ kind: 'plan', units: jobs.map(({ unit }) => unit) });
  ports.progress.emit({ kind: 'phase', title: `Answer pauses in cluster ${cluster}: ${action}` });
  const isAnyPaused = jobs.some(({ paused }) => paused !== undefined);
  return Promise.all(
    jobs.map((job) => {
      const { current, paused, schedule, unit } = job;
      const run = liveRun(cluster, current.service, request, ports);
      return attempt(run, unit, current.service, async () => ({
        unit,
        ending: paused
          ? await schedule.followed(run, await answer(run, { ...job, paused }, action))
          : { outcome: notPaused(isAnyPaused) },
      }));
    }),
  );
}

async function answer(
  run: RolloutRun,
  { current, paused, versionCheck }: PausedJob,
  action: ContinueRequest['action'],
): Promise<Ending> {
  const { service, taskDefinition } = current;
  const rolling = rollingDeployment(service);
  if (!rolling) return { outcome: overtaken() };
  const deployment = followedOf(service, rolling);
  if (action === 'rollback') {
    return versionCheck.judgedBack(run, await takeBack(run, paused, deployment, taskDefinition.definition));
  }
  const hurried = tooLittleTime(run, { stage: paused.deployment.lifecycleStage });
  if (hurried) return { outcome: hurried };
  const watch = await versionCheck.watch(run);
  try {
    const refused = await give('CONTINUE', run, paused, deployment);
    if (refused) return { outcome: refused };
    const ending = await follow(run, deployment, taskDefinition.definition, { answered: [paused.hook.id] });
    return await versionCheck.judged(run, ending, { deployment, revision: taskDefinition }, watch);
  } finally {
    await watch?.stop();
  }
}

async function takeBack(
  run: RolloutRun,
  paused: PausedDeployment,
  followed: FollowedDeployment,
  definition: JsonObject,
): Promise<Ending> {
  const watched = { followed, watch: watchRollout(run, followed), isOwn: true };
  const refused = await give('ROLLBACK', run, paused, followed);
  if (refused) return { outcome: refused };
  const back = await followAskedRollback(run, watched, { isAsked: true, definition });
  return back ?? { outcome: overtaken(), deploymentId: followed.id };
}

/**
 * Gives the answer; an outcome only where the pause goes on without it. Where ECS says that the pause is over, the
 * answer may still have been this one, because the SDK repeats a call whose response was lost: how the deployment ends
 * decides, as it does after another's.
 */
async function give(
  answer: 'CONTINUE' | 'ROLLBACK',
  run: RolloutRun,
  { deployment, hook }: PausedDeployment,
  { id }: FollowedDeployment,
): Promise<Outcome | undefined> {
  if (await run.services.answerHook(deployment.arn, hook.id, answer)) {
    tellOfWrite(`${answer.toLowerCase()} of ${id} at ${deployment.lifecycleStage ?? 'its pause'}`, run);
    return undefined;
  }
  const waiting = await findPaused(run);
  if (waiting?.hook.id === hook.id) return notTaken();
  run.progress.emit({
    kind: 'notice',
    message: `ECS says that the pause of ${id} is over: it was answered, or it expired. The deployment is followed to its end.`,
  });
  return undefined;
}

function pauseUnit(
  cluster: string,
  { service }: CurrentService,
  paused: PausedDeployment | undefined,
  action: ContinueRequest['action'],
): Unit {
  const id = serviceUnitId(cluster, service.name);
  const rolling = rollingDeployment(service);
  const before =
    paused && `${rolling ? revisionName(rolling.taskDefinition) : 'it'}: ${pauseText(paused.deployment, paused.hook)}`;
  const after = action === 'continue' ? 'continues' : 'rolled back';
  const changes = paused
    ? [serviceChange(service, [{ path: 'deployments.PRIMARY', before: shown(before), after: shown(after) }])]
    : [];
  return unitOf(id, 'service', changes);
}

function notPaused(isAnotherPaused: boolean): Outcome {
  const summary = 'No deployment of the service waits for an answer.';
  if (isAnotherPaused) return { kind: 'unchanged', summary, evidence: [] };
  const nextStep =
    "Look at the service's deployments: the pause was answered already, has expired, or has not been reached yet.";
  return { kind: 'blocked', summary: `Nothing was written: ${summary}`, evidence: [], nextStep };
}

function notTaken(): Outcome {
  return {
    kind: 'failed',
    summary: 'ECS did not accept the answer, and the deployment still waits for one.',
    evidence: [],
    nextStep: RUN_AGAIN,
  };
}

function overtaken(): Outcome {
  return {
    kind: 'superseded',
    summary: 'The pause ended before the answer came: somebody else answered it, or it expired.',
    evidence: [],
    nextStep: "Look at the service's deployments to see how it continued.",
  };
}
