import { revisionName } from '../../health/service-deployment.ts';
import type { DeploymentView, ServiceView } from '../../model/service-views.ts';
import { waitFor } from '../wait.ts';
import { type RolloutRun, remainingMs } from './run.ts';

/**
 * Waits until nothing is under way that a new deployment would disturb: a deployment of somebody else, or above all a rollback,
 * from which a third deployment could not be rolled back (aws-facts §1.3). Returns what still is when the time is up.
 */
export async function waitUntilIdle(run: RolloutRun): Promise<string | undefined> {
  const waited = await waitFor(
    {
      subject: run.service.name,
      observe: () => run.readService(run.service.name),
      assess: (view) => {
        const busy = underWay(view);
        return busy ? { state: 'pending', message: busy } : { state: 'healthy', message: 'nothing is under way' };
      },
      withinMs: remainingMs(run),
      everyMs: run.pollMs,
      signal: run.signal,
    },
    run,
  );
  return waited.kind === 'healthy' ? undefined : waited.message;
}

/** What is under way, as a reader names it. */
export function underWay(service: ServiceView | undefined): string | undefined {
  if (!service) return undefined;
  if (service.status === 'DRAINING') return 'the service is being deleted';
  const primary = rollingPrimary(service);
  if (!primary) return undefined;
  const what = isRollback(service, primary) ? 'a rollback to' : `deployment ${primary.id} of`;
  return `${what} ${revisionName(primary.taskDefinition)} is under way`;
}

/** The deployment that rolls, where it is not a rollback. */
export function rollingDeployment(service: ServiceView): DeploymentView | undefined {
  const primary = rollingPrimary(service);
  return primary && !isRollback(service, primary) ? primary : undefined;
}

function rollingPrimary({ deployments }: ServiceView): DeploymentView | undefined {
  return deployments.find(({ status, rolloutState }) => status === 'PRIMARY' && rolloutState === 'IN_PROGRESS');
}

/** A rollback makes an older deployment PRIMARY again; it starts no new one. */
function isRollback({ deployments }: ServiceView, primary: DeploymentView): boolean {
  return deployments.some(({ createdAt }) => createdAt > primary.createdAt);
}
