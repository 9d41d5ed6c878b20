import {
  assessRollout,
  type FollowedDeployment,
  type RolloutVerdict,
  type RolloutView,
} from '../../health/service-deployment.ts';
import type { Health } from '../../model/health.ts';
import { waitFor } from '../wait.ts';
import { type RolloutWatch, watchRollout } from './rollout-watch.ts';
import { remainingMs, type ServiceRun } from './run.ts';

export interface FollowedRollout {
  /** The last one followed, where somebody sent the same task definition again. */
  readonly followed: FollowedDeployment;
  readonly watch: RolloutWatch;
  readonly view: RolloutView;
  readonly verdict: RolloutVerdict;
}

/**
 * Follows a deployment by its own id until it has ended, whoever goes on with it; or until the time is up, when the verdict is
 * still `rolling` or `rolling-back`. Throws the signal's reason when aborted; `onWatch` then has what was seen.
 */
export async function followRollout(
  run: ServiceRun,
  first: FollowedDeployment,
  options: {
    readonly withinMs?: number;
    readonly signal?: AbortSignal | undefined;
    readonly onWatch?: (watched: Pick<FollowedRollout, 'followed' | 'watch'>) => void;
  } = {},
): Promise<FollowedRollout> {
  const deadline = run.clock.now() + (options.withinMs ?? remainingMs(run));
  let followed = first;
  for (;;) {
    const watch = watchRollout(run, followed);
    options.onWatch?.({ followed, watch });
    const { view } = await waitFor(
      {
        subject: `${run.service.name} ${followed.id}`,
        observe: watch.observe,
        assess: (seen) => healthOf(assessRollout(seen, followed)),
        withinMs: Math.max(0, deadline - run.clock.now()),
        everyMs: run.pollMs,
        signal: options.signal,
      },
      run,
    );
    const verdict = assessRollout(view, followed);
    if (verdict.state !== 'continued') return { followed, watch, view, verdict };
    const { id, createdAt } = verdict.by;
    followed = { id, createdAt, taskDefinition: followed.taskDefinition, earlier: [...followed.earlier, followed.id] };
  }
}

function healthOf({ state, message }: RolloutVerdict): Health {
  switch (state) {
    case 'rolling':
    case 'rolling-back':
      return { state: 'pending', message };
    case 'landed':
    case 'continued':
      return { state: 'healthy', message };
    case 'rolled-back':
    case 'failed':
    case 'superseded':
    case 'gone':
      return { state: 'failed', message };
  }
}
