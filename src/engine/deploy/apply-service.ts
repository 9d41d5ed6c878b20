import { isGreen } from '../../model/outcome.ts';
import { refusedPlan } from '../refused-plan.ts';
import { type Ending, follow, followUnderWay, settleCount } from '../rollout/ending.ts';
import { rollingDeployment, underWay, waitUntilIdle } from '../rollout/idle.ts';
import { endedBy, resultOf, stillBusy } from '../rollout/result-of.ts';
import type { ServiceResult } from '../rollout/run.ts';
import { applyPlan, type PlannedService } from './apply-plan.ts';
import { planOf } from './plan-of.ts';
import type { ServiceRun } from './run.ts';
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
  return resultOf(run, planned.plan.unit, ending, planned.live.service);

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

/** A deployment of exactly what is wanted is followed instead. */
function mustWait({ live, plan }: PlannedService): boolean {
  if (!live.service || underWay(live.service) === undefined) return false;
  return plan.unit.changes.length > 0 || rollingDeployment(live.service) === undefined;
}
