import type { FollowedDeployment } from '../../health/service-deployment.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { waitFor } from '../wait.ts';
import type { ServiceRun } from './run.ts';

/** UpdateService's answer may still be that of before (aws-facts §8 k: up to ten seconds); then it is asked for again. */
const STARTS_WITHIN_MS = 30_000;

/**
 * The deployment that a write has started: the PRIMARY one that was not there before. `answer` is the write's, `earlier` are the
 * ids of before.
 */
export async function findStarted(
  run: ServiceRun,
  answer: ServiceView,
  earlier: readonly string[],
  taskDefinition: string,
): Promise<FollowedDeployment> {
  const startedIn = (view: ServiceView | undefined) =>
    view?.deployments.find(({ id, status }) => status === 'PRIMARY' && !earlier.includes(id));
  const waited = startedIn(answer)
    ? { view: answer }
    : await waitFor(
        {
          subject: `a new deployment of ${run.service.name}`,
          observe: () => run.readService(run.service.name),
          assess: (view) => ({
            state: startedIn(view) ? 'healthy' : 'pending',
            message: 'ECS does not list it yet',
          }),
          withinMs: STARTS_WITHIN_MS,
          everyMs: run.pollMs,
          signal: run.signal,
        },
        run,
      );
  const started = startedIn(waited.view);
  if (started) return { id: started.id, createdAt: started.createdAt, taskDefinition, earlier };
  throw new ToolkitError('AWS_REFUSED', `ECS accepted the update of ${run.service.name} but started no deployment.`, {
    hint: "Look at the service's deployments in the ECS console, then run the job again.",
  });
}
