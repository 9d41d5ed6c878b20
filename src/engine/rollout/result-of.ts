import type { Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { outcomeOfError } from '../outcome-of-error.ts';
import { tellOutcome } from '../tell-outcome.ts';
import type { Ending, RolloutRun, ServiceResult } from './context.ts';

/** Tells how one service ended. `before` is the service as it was when this run came to it. */
export async function resultOf(
  run: RolloutRun,
  unit: Unit,
  { outcome, deploymentId }: Ending,
  before: ServiceView | undefined,
): Promise<ServiceResult> {
  tellOutcome(unit, outcome, run.progress);
  return {
    service: run.service.name,
    unit,
    outcome,
    changed: run.written.length > 0,
    taskDefinitionArn: await servingRevision(run, before?.taskDefinition),
    deploymentId,
  };
}

/** What the service has now: after a rollback that is not what was asked for. */
async function servingRevision(run: RolloutRun, before: string | undefined): Promise<string | undefined> {
  if (run.written.length === 0) return before;
  return run.readService(run.service.name).then(
    (view) => view?.taskDefinition ?? before,
    () => undefined,
  );
}

/** The outcome of what was thrown before a deployment was followed. */
export function endedBy({ signal, written }: RolloutRun, error: unknown): Outcome {
  const when = written.length === 0 ? 'before anything was written' : 'before a deployment was started';
  const cancelled = { summary: `Cancelled ${when}.`, nextStep: 'Run the job again.' };
  return outcomeOfError(error, { signal, cancelled, written });
}
