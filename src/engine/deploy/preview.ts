import { positionOf } from '../../model/source.ts';
import { rolloutWarning } from '../../plan/rollout/rollout-warning.ts';
import { inParallel } from '../in-parallel.ts';
import { observeForecast } from '../observe/rollout-forecast.ts';
import { readPool } from '../observe/rollout-place.ts';
import { onFirstUse } from '../on-first-use.ts';
import { warnOfChecks } from '../preflight/failed-checks.ts';
import { memoizedLookups } from '../preflight/memoized-lookups.ts';
import { checkService } from '../preflight/service-checks.ts';
import type { PlannedService } from './apply-plan.ts';
import type { ServiceRun } from './context.ts';

/** Each looks at some things of its own; ECS's rates are the account's. */
const AT_A_TIME = 4;

interface Planning {
  readonly run: ServiceRun;
  readonly planned: PlannedService;
}

/**
 * Adds to the plans what only a reviewer needs: how each service would roll out, and whether what it depends on is
 * there. It writes nothing and refuses nothing.
 */
export async function previewed<Job extends Planning>(jobs: readonly Job[]): Promise<readonly Job[]> {
  const [first] = jobs;
  if (!first) return [];
  const { lookups: ports, cluster } = first.run;
  const lookups = ports && memoizedLookups(ports);
  const pool = onFirstUse(() => readPool(cluster, first.run));
  return inParallel(jobs, AT_A_TIME, async (job) => {
    const { run, planned } = job;
    const { live, plan } = planned;
    const { definition } = plan.taskDefinition;
    const [forecast, checks] = await Promise.all([
      observeForecast({ ...run, live, plan }, pool, run),
      lookups && plan.unit.changes.length > 0 ? checkService({ ...run, definition }, lookups) : undefined,
    ]);
    return { ...job, planned: { ...planned, plan: { ...plan, unit: { ...plan.unit, forecast, checks } } } };
  });
}

/** Annotates what stands in the way of a rollout that is planned. */
export function warnOfPreview(jobs: readonly Planning[]): void {
  for (const { run, planned } of jobs) {
    const { forecast } = planned.plan.unit;
    const message = forecast && rolloutWarning(run.service.name, forecast);
    const at = positionOf(run.service.source, ['deploymentConfiguration']);
    if (message) run.progress.emit({ kind: 'warning', message, at });
    warnOfChecks([planned.plan.unit], run.progress);
  }
}
