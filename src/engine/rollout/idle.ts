import { awaitedHook, pauseText } from '../../health/service/pause.ts';
import type { FollowedDeployment } from '../../health/service/service-deployment.ts';
import { revisionName } from '../../model/arn.ts';
import type { Outcome } from '../../model/outcome.ts';
import { type DeploymentView, primaryOf, type ServiceView } from '../../model/service-views.ts';
import { remainingMs } from '../deadline.ts';
import { waitFor } from '../wait.ts';
import type { RolloutRun } from './context.ts';
import { answerStep } from './paused.ts';

/**
 * Waits until nothing is under way that a new deployment would disturb: a deployment of somebody else, or above all a
 * rollback, from which a third deployment could not be rolled back (aws-facts §1.3). Returns why nothing can be written
 * where something still is when the time is up, or stands still for an answer that only a person gives.
 */
export async function waitUntilIdle(run: RolloutRun): Promise<Outcome | undefined> {
  const waited = await waitFor(
    {
      subject: run.service.name,
      observe: async () => {
        const view = await run.readService(run.service.name);
        const current = underWay(view) === undefined ? undefined : view?.currentServiceDeployment;
        return { view, deployment: current === undefined ? undefined : await run.readDeployment(current) };
      },
      assess: ({ view, deployment }) => {
        const busy = underWay(view);
        const hook = deployment && awaitedHook(deployment);
        if (!busy) return { state: 'healthy', message: 'nothing is under way' };
        return hook
          ? { state: 'failed', message: `${busy}, and ${pauseText(deployment, hook)}` }
          : { state: 'pending', message: busy };
      },
      withinMs: remainingMs(run),
      everyMs: run.pollMs,
      signal: run.signal,
    },
    run,
  );
  switch (waited.kind) {
    case 'healthy':
      return undefined;
    case 'failed':
      return {
        kind: 'blocked',
        summary: `Nothing was written: ${waited.message}.`,
        evidence: [],
        nextStep: answerStep(run),
      };
    case 'timed-out':
      return stillBusy(waited.message);
  }
}

function stillBusy(busy: string): Outcome {
  return {
    kind: 'blocked',
    summary: `Nothing was written: ${busy}, and still was at the deadline.`,
    evidence: [],
    nextStep: 'Run the job again when it has ended.',
  };
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

function rollingPrimary(service: ServiceView): DeploymentView | undefined {
  const primary = primaryOf(service);
  return primary?.rolloutState === 'IN_PROGRESS' ? primary : undefined;
}

/** A rollback makes an older deployment PRIMARY again; it starts no new one. */
function isRollback({ deployments }: ServiceView, primary: DeploymentView): boolean {
  return deployments.some(({ createdAt }) => createdAt > primary.createdAt);
}

/** A deployment that is under way already, to be followed. */
export function followedOf(
  { deployments }: ServiceView,
  { id, createdAt, taskDefinition }: DeploymentView,
): FollowedDeployment {
  return { id, createdAt, taskDefinition, earlier: deployments.map((each) => each.id).filter((each) => each !== id) };
}
