import { ToolkitError } from '../../model/errors.ts';
import { isGreen, type Outcome } from '../../model/outcome.ts';
import { refusedPlan } from '../refused-plan.ts';
import { applyPlan, type PlannedService } from './apply-plan.ts';
import { type Ending, follow, followUnderWay, settleCount } from './ending.ts';
import { rollingDeployment, underWay, waitUntilIdle } from './idle.ts';
import { planOf } from './plan-of.ts';
import type { ServiceResult, ServiceRun } from './run.ts';
import { verified } from './verified.ts';

/** Brings one service to what its plan says and follows it to an outcome. What AWS refuses on the way is an outcome too. */
export async function applyService(run: ServiceRun, first: PlannedService): Promise<ServiceResult> {
  let planned = first;
  let ending: Ending;
  try {
    const busy = await waitForOthers();
    ending = busy ?? (await bringTo(run, planned));
  } catch (error) {
    ending = { outcome: endedBy(run, error) };
  }
  const { outcome, deploymentId } = ending;
  const { unit } = planned.plan;
  run.progress.emit({ kind: 'outcome', unit: unit.id, outcome });
  return {
    service: run.service.name,
    unit,
    outcome,
    changed: run.written.length > 0,
    taskDefinitionArn: await servingRevision(run, planned),
    deploymentId,
  };

  /** Plans anew after each wait, since what was waited for has changed the service; a plan that differs is shown. */
  async function waitForOthers(): Promise<Ending | undefined> {
    while (mustWait(planned)) {
      const busy = await waitUntilIdle(run);
      if (busy) return { outcome: stillBusy(busy) };
      const { digest } = planned.plan.unit;
      planned = await planOf(run);
      if (planned.plan.unit.digest !== digest) run.progress.emit({ kind: 'plan', units: [planned.plan.unit] });
    }
    return undefined;
  }
}

async function bringTo(run: ServiceRun, planned: PlannedService): Promise<Ending> {
  const refusal = refusedPlan(planned.plan.unit, run.cluster);
  if (refusal) return { outcome: refusal };
  const { definition } = planned.plan.taskDefinition;
  if (planned.plan.unit.changes.length === 0) {
    return verified(run, planned, await followUnderWay(run, planned.live.service, definition));
  }
  const { started, taskDefinitionArn, finish } = await applyPlan(run, planned);
  const ending = started ? await follow(run, started, definition, { mayStop: true }) : await settleCount(run);
  if (isGreen(ending.outcome.kind)) await finish();
  return verified(run, planned, { ...ending, taskDefinitionArn });
}

/** What the service has now: after a rollback that is not what was asked for. */
async function servingRevision(run: ServiceRun, { live }: PlannedService): Promise<string | undefined> {
  const before = live.service?.taskDefinition;
  if (run.written.length === 0) return before;
  return run.readService(run.service.name).then(
    (view) => view?.taskDefinition ?? before,
    () => undefined,
  );
}

/** A deployment of exactly what is wanted is followed instead. */
function mustWait({ live, plan }: PlannedService): boolean {
  if (!live.service || underWay(live.service) === undefined) return false;
  return plan.unit.changes.length > 0 || rollingDeployment(live.service) === undefined;
}

function stillBusy(busy: string): Outcome {
  return {
    kind: 'blocked',
    summary: `Nothing was written: ${busy}, and still was when the time was up.`,
    evidence: [],
    nextStep: 'Run the job again when it has ended.',
  };
}

function endedBy({ signal, written }: ServiceRun, error: unknown): Outcome {
  const evidence = written.length === 0 ? [] : [`Written before: ${written.join(', ')}.`];
  if (signal?.aborted) {
    const what = written.length === 0 ? 'before anything was written' : 'before a deployment was started';
    return { kind: 'cancelled', summary: `Cancelled ${what}.`, evidence, nextStep: 'Run the job again.' };
  }
  if (error instanceof ToolkitError) return { kind: 'failed', summary: error.message, evidence, nextStep: error.hint };
  return {
    kind: 'failed',
    summary: String(error),
    evidence,
    nextStep: 'This is a defect; please report it with the log.',
  };
}
