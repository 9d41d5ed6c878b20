import { isGreen, type Outcome } from '../../model/outcome.ts';
import { revisionTags } from '../../plan/service/service-tags.ts';
import { refusedPlan } from '../refused-plan.ts';
import { tooLittleTime } from '../rollout/bake-time-deadline.ts';
import type { Ending, ServiceResult } from '../rollout/context.ts';
import { follow, followUnderWay } from '../rollout/ending.ts';
import { ensureRevision } from '../rollout/ensure-revision.ts';
import { rollingDeployment, underWay, waitUntilIdle } from '../rollout/idle.ts';
import { moveScheduledTasks } from '../rollout/move-scheduled-tasks.ts';
import { endedBy, resultOf } from '../rollout/result-of.ts';
import { settleCount } from '../rollout/settled.ts';
import { unreviewedPlan } from '../unreviewed-plan.ts';
import { applyPlan, type PlannedService } from './apply-plan.ts';
import { runBeforeDeployment } from './before-deployment/run-before-deployment.ts';
import type { ServiceRun } from './context.ts';
import type { Turn } from './in-order.ts';
import { planOf } from './plan-of.ts';
import { verified, watchService } from './verified.ts';

type Watch = Awaited<ReturnType<typeof watchService>>;

/**
 * Brings one service to what its plan says and follows it to an outcome. What AWS refuses on the way is an outcome too.
 */
export async function applyService(
  run: ServiceRun,
  first: PlannedService,
  { hasWaited }: Turn,
): Promise<ServiceResult> {
  let planned = first;
  let ending: Ending;
  try {
    if (hasWaited) planned = await planAgain(run, planned);
    const busy = await waitForOthers();
    ending = busy ?? (await bringTo(run, planned));
  } catch (error) {
    ending = { outcome: endedBy(run, error) };
  }
  return resultOf(run, planned.plan.unit, ending, planned.live.service);

  /** Plans anew after each wait, since what was waited for has changed the service. */
  async function waitForOthers(): Promise<Ending | undefined> {
    while (mustWait(planned)) {
      const busy = await waitUntilIdle(run);
      if (busy) return { outcome: busy };
      planned = await planAgain(run, planned);
    }
    return undefined;
  }
}

async function bringTo(run: ServiceRun, planned: PlannedService): Promise<Ending> {
  const { unit } = planned.plan;
  const refusal = refusalOf(run, planned);
  if (refusal) return { outcome: refusal };
  const { definition } = planned.plan.taskDefinition;
  if (unit.changes.length === 0) {
    return verified(run, planned, await followUnderWay(run, planned.live.service, definition));
  }
  const hurried = startsDeployment(planned) ? tooLittleTime(run, 'start') : undefined;
  if (hurried) return { outcome: hurried };
  const watch = await watchService(run, planned);
  try {
    return await deployWatched(run, planned, watch);
  } finally {
    await watch?.stop();
  }
}

/** What is watched begins with the task before the deployment: it may break the version that serves. */
async function deployWatched(run: ServiceRun, planned: PlannedService, watch: Watch): Promise<Ending> {
  const tags = revisionTags(run.cluster, run.service, run.commit);
  const taskDefinition = await ensureRevision(run, planned.plan.taskDefinition.revision, tags);
  const { before } = planned.plan;
  if (!before) return deployRevision(run, planned, taskDefinition, watch);
  const startedAt = run.clock.now();
  const { definition } = planned.plan.taskDefinition;
  const task = await runBeforeDeployment(run, before, { taskDefinition, definition });
  if (task.kind === 'ended') return verified(run, planned, { outcome: task.outcome }, watch);
  const rollout = { ...run, deadline: run.deadline + run.clock.now() - startedAt };
  const { outcome, ...ending } = await deployAfterTask(rollout, planned, taskDefinition, watch);
  return { ...ending, outcome: { ...outcome, evidence: [...outcome.evidence, task.evidence] } };
}

/** Looks at the service again, since the task may have taken long enough for others to change it. */
async function deployAfterTask(
  run: ServiceRun,
  before: PlannedService,
  taskDefinitionArn: string,
  watch: Watch,
): Promise<Ending> {
  const busy = await waitUntilIdle(run);
  if (busy) return { outcome: busy };
  const planned = await planAgain(run, before);
  const refusal = refusalOf(run, planned);
  return refusal ? { outcome: refusal } : deployRevision(run, planned, taskDefinitionArn, watch);
}

/** A plan that differs from the one before is shown. */
async function planAgain(run: ServiceRun, { plan: { unit } }: PlannedService): Promise<PlannedService> {
  const planned = await planOf(run);
  if (planned.plan.unit.digest !== unit.digest) run.progress.emit({ kind: 'plan', units: [planned.plan.unit] });
  return planned;
}

function refusalOf({ cluster, reviewed }: ServiceRun, { plan: { unit } }: PlannedService): Outcome | undefined {
  return refusedPlan(unit, cluster) ?? unreviewedPlan(unit, reviewed);
}

async function deployRevision(
  run: ServiceRun,
  planned: PlannedService,
  taskDefinitionArn: string,
  watch: Watch,
): Promise<Ending> {
  const { definition } = planned.plan.taskDefinition;
  const { started, finish } = await applyPlan(run, planned, taskDefinitionArn);
  const ending = started
    ? await follow(run, started, definition, { mayStop: true })
    : await settleCount(run, { definition, desiredCount: writtenCount(planned) });
  const finished = isGreen(ending.outcome.kind) ? await finishing(run, ending, finish) : ending;
  const proven = await verified(run, planned, { ...finished, taskDefinitionArn }, watch);
  const { scheduledTasks } = run;
  return moveScheduledTasks(run, proven, { scheduledTasks, targets: planned.live.scheduledTargets, taskDefinitionArn });
}

/** Where the run is cancelled meanwhile, the version is still unproven. */
async function finishing(run: ServiceRun, ending: Ending, finish: () => Promise<void>): Promise<Ending> {
  try {
    await finish();
    return ending;
  } catch (error) {
    if (!run.signal?.aborted) throw error;
    const outcome: Outcome = {
      kind: 'cancelled',
      summary: `Cancelled before the scaling of ${run.service.name} was set up: ${ending.outcome.summary}`,
      evidence: [],
      nextStep: 'Run the job again: it sets the scaling up.',
    };
    return { ...ending, outcome };
  }
}

function writtenCount({ plan: { service } }: PlannedService): number | undefined {
  const { desiredCount } = service.kind === 'update' ? service.request : {};
  return typeof desiredCount === 'number' ? desiredCount : undefined;
}

/** Whether there is something to shift traffic from: not where the service is made. */
function startsDeployment({ plan: { service } }: PlannedService): boolean {
  return service.kind === 'update' && service.deploys;
}

/** A deployment of exactly what is wanted is followed instead. */
function mustWait({ live, plan }: PlannedService): boolean {
  if (!live.service || underWay(live.service) === undefined) return false;
  return plan.unit.changes.length > 0 || rollingDeployment(live.service) === undefined;
}
