import { planService } from '../../plan/service-plan.ts';
import { observeService } from '../observe/live-service.ts';
import type { PlannedService } from './apply-plan.ts';
import type { ServiceRun } from './run.ts';

/** Looks at the live service and plans. */
export async function planOf(run: ServiceRun): Promise<PlannedService> {
  const live = await observeService(run.cluster.name, run.service, run.readService, run);
  return { service: run.service.name, live, plan: planService(run, live) };
}
