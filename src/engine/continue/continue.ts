import { pauseText } from '../../health/pause.ts';
import { revisionName } from '../../health/service-deployment.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import { unitDigest } from '../../plan/digest.ts';
import { shown } from '../../plan/property-changes.ts';
import { type CurrentService, serviceChange } from '../../plan/revision-move.ts';
import { serviceUnitId } from '../../plan/service-units.ts';
import { observeCurrent } from '../observe/current-service.ts';
import { followAskedRollback } from '../rollout/asked-rollback.ts';
import { type Ending, follow } from '../rollout/ending.ts';
import { tooLittleTime } from '../rollout/enough-time.ts';
import { followedOf, rollingDeployment } from '../rollout/idle.ts';
import { type LiveRequest, liveRun } from '../rollout/live-run.ts';
import { attempt } from '../rollout/move-service.ts';
import { findPaused, type PausedDeployment } from '../rollout/paused.ts';
import { watchRollout } from '../rollout/rollout-watch.ts';
import type { RolloutPorts, RolloutRun, ServiceResult } from '../rollout/run.ts';
import { type Schedule, scheduleOf } from '../rollout/schedules.ts';

export interface ContinueRequest extends LiveRequest {
  /** Its name. */
  readonly cluster: string;
  /** Names of services that exist. */
  readonly services: readonly string[];
  readonly action: 'continue' | 'rollback';
}

interface Job {
  readonly current: CurrentService;
  readonly paused: PausedDeployment | undefined;
  readonly schedule: Schedule;
  readonly unit: Unit;
}

/**
 * Answers the pause at which deployments of live services stand, and follows each to its next pause or its end. Of several
 * services, those that are not paused are left alone; where none is, that is refused. Results are in the order of the request. Throws
 * INPUT_INVALID before the first write where a service is not there.
 */
export async function continueDeployments(
  request: ContinueRequest,
  ports: RolloutPorts,
): Promise<readonly ServiceResult[]> {
  const { cluster, action } = request;
  ports.progress.emit({ kind: 'phase', title: `Look for paused deployments in cluster ${cluster}` });
  const jobs = await Promise.all(
    [...new Set(request.services)].map(async (name): Promise<Job> => {
      const read = async (each: string) => (await ports.services.describe(cluster, [each]))[0];
      const subject = { services: ports.services, cluster: { name: cluster }, service: { name } };
      const [current, paused, schedule] = await Promise.all([
        observeCurrent(cluster, name, read, ports.taskDefinitions),
        findPaused(subject),
        scheduleOf(name, request.schedules),
      ]);
      const rolling = action === 'continue' && paused ? rollingDeployment(current.service) : undefined;
      const unit = schedule.planned(unitOf(cluster, current, paused, action), rolling?.taskDefinition);
      return { current, paused, schedule, unit };
    }),
  );
  ports.progress.emit({ kind: 'plan', units: jobs.map(({ unit }) => unit) });
  ports.progress.emit({ kind: 'phase', title: `Answer pauses in cluster ${cluster}: ${action}` });
  const isAnyPaused = jobs.some(({ paused }) => paused !== undefined);
  return Promise.all(
    jobs.map(({ current, paused, schedule, unit }) => {
      const run = liveRun(cluster, current.service, request, ports);
      return attempt(run, unit, current.service, async () => ({
        unit,
        ending: paused
          ? await schedule.followed(run, await answer(run, current, paused, action))
          : { outcome: notPaused(isAnyPaused) },
      }));
    }),
  );
}

async function answer(
  run: RolloutRun,
  { service, taskDefinition }: CurrentService,
  { deployment, hook }: PausedDeployment,
  action: ContinueRequest['action'],
): Promise<Ending> {
  const rolling = rollingDeployment(service);
  if (!rolling) return { outcome: overtaken() };
  const { lifecycleStage: stage } = deployment;
  const hurried = action === 'continue' ? tooLittleTime(run, { stage }) : undefined;
  if (hurried) return { outcome: hurried };
  const { definition } = taskDefinition;
  const followed = followedOf(service, rolling);
  const watched = { followed, watch: watchRollout(run, followed) };
  const taken = await run.services.answerHook(deployment.arn, hook.id, action === 'continue' ? 'CONTINUE' : 'ROLLBACK');
  if (!taken) return { outcome: overtaken() };
  const what = `${action} of ${followed.id} at ${stage ?? 'its pause'}`;
  run.written.push(what);
  run.progress.emit({ kind: 'wrote', what });
  if (action === 'continue') return follow(run, followed, definition, { answered: [hook.id] });
  const back = await followAskedRollback(run, watched, { isAsked: true, definition });
  return back ?? { outcome: overtaken(), deploymentId: followed.id };
}

function unitOf(
  cluster: string,
  { service }: CurrentService,
  paused: PausedDeployment | undefined,
  action: ContinueRequest['action'],
): Unit {
  const id = serviceUnitId(cluster, service.name);
  const rolling = rollingDeployment(service);
  const before =
    paused && `${rolling ? revisionName(rolling.taskDefinition) : 'it'}: ${pauseText(paused.deployment, paused.hook)}`;
  const after = action === 'continue' ? 'goes on' : 'rolled back';
  const changes = paused
    ? [serviceChange(service, [{ path: 'deployments.PRIMARY', before: shown(before), after: shown(after) }])]
    : [];
  return { id, kind: 'service', changes, dangers: [], needs: [], digest: unitDigest(id, changes, ''), notes: [] };
}

function notPaused(isAnotherPaused: boolean): Outcome {
  const summary = 'No deployment of it waits for an answer.';
  if (isAnotherPaused) return { kind: 'unchanged', summary, evidence: [] };
  const nextStep =
    "Look at the service's deployments: it was answered already, its time ran out, or it has not got there yet.";
  return { kind: 'blocked', summary: `Nothing was written: ${summary}`, evidence: [], nextStep };
}

function overtaken(): Outcome {
  return {
    kind: 'superseded',
    summary: 'The pause was over before the answer came: somebody else answered it, or its time ran out.',
    evidence: [],
    nextStep: "Look at the service's deployments for how it went on.",
  };
}
