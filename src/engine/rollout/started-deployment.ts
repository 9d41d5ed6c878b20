import type { FollowedDeployment } from '../../health/service/service-deployment.ts';
import { ToolkitError } from '../../model/errors.ts';
import { type DeploymentView, primaryOf, type ServiceView } from '../../model/service-views.ts';
import { waitFor } from '../wait.ts';
import type { RolloutRun } from './context.ts';

/**
 * UpdateService's answer may still be that of before (aws-facts §8 k: up to ten seconds); then it is asked for again.
 */
const STARTS_WITHIN_MS = 30_000;
/** A cancelled run has few seconds more, but the deployment that it leaves behind has to be known to be rolled back. */
const FOUND_AFTER_CANCEL_MS = 5_000;

/**
 * The deployment that a write has started: the PRIMARY one that was not there before. `answer` is the write's,
 * `earlier` are the ids of before.
 */
export async function findStarted(
  run: RolloutRun,
  answer: ServiceView,
  earlier: readonly string[],
  taskDefinition: string,
): Promise<FollowedDeployment> {
  let cancelledAt: number | undefined;
  const startedIn = (view: ServiceView | undefined): DeploymentView | undefined => {
    const primary = view && primaryOf(view);
    return primary && !earlier.includes(primary.id) ? primary : undefined;
  };
  const waited = startedIn(answer)
    ? { view: answer }
    : await waitFor(
        {
          subject: `a new deployment of ${run.service.name}`,
          observe: () => run.readService(run.service.name),
          assess: (view, now) => {
            if (run.signal?.aborted) cancelledAt ??= now;
            const isTooLate = cancelledAt !== undefined && now - cancelledAt > FOUND_AFTER_CANCEL_MS;
            const missing = isTooLate ? 'failed' : 'pending';
            return { state: startedIn(view) ? 'healthy' : missing, message: 'ECS does not list it yet' };
          },
          withinMs: STARTS_WITHIN_MS,
          everyMs: run.pollMs,
        },
        run,
      );
  const started = startedIn(waited.view);
  if (started) return { id: started.id, createdAt: started.createdAt, taskDefinition, earlier };
  run.signal?.throwIfAborted();
  throw new ToolkitError('AWS_REFUSED', `ECS accepted the update of ${run.service.name} but started no deployment.`, {
    hint: "Look at the service's deployments in the ECS console, then run the job again.",
  });
}
