import { planService } from '../../plan/service/service-plan.ts';
import { observeService } from '../observe/live-service.ts';
import type { PlannedService } from './apply-plan.ts';
import type { ServiceRun } from './context.ts';

/** Looks at the live service and plans. */
export async function planOf(run: ServiceRun): Promise<PlannedService> {
  const [observed, forwards] = await Promise.all([
    observeService(run.cluster.name, run.service, run.readService, run),
    run.productionRules.length > 0 ? run.targets.forwards(run.productionRules) : [],
  ]);
  const live = { ...observed, forwards };
  return { service: run.service.name, live, plan: planService(run, live) };
}
