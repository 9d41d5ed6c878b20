import type { Proof } from '../../health/proof/proof.ts';
import {
  assessRollout,
  type FollowedDeployment,
  type RolloutVerdict,
  type RolloutView,
} from '../../health/service/service-deployment.ts';
import type { Health } from '../../model/health.ts';
import type { LifecycleHookView } from '../../model/service-views.ts';
import { remainingMs } from '../deadline.ts';
import { waitFor } from '../wait.ts';
import type { RolloutRun } from './context.ts';
import { type RolloutWatch, watchRollout } from './rollout-watch.ts';

/** A deployment, and the eyes on it. */
export interface Watched {
  readonly followed: FollowedDeployment;
  readonly watch: RolloutWatch;
  /** Whether this run started it, or a person asked this run to go on with it: only then may this run end it. */
  readonly isOwn: boolean;
}

/** How it ended, or where it stood when the time was up. */
export interface FollowedRollout extends Watched {
  readonly view: RolloutView;
  readonly verdict: RolloutVerdict;
  /** Proves that the deployment is certain to fail: why it is no longer followed although it still rolls. */
  readonly proof?: Proof | undefined;
  /** The hook for whose answer it stands still, where the following was to end there. */
  readonly awaits?: LifecycleHookView | undefined;
  /** The time was up before: what it waited for then, and whether ECS took this run's request to roll it back. */
  readonly late?: { readonly isAsked: boolean; readonly message: string } | undefined;
}

/** Says after each look at a deployment whether it is certain to fail. */
export type ProofSearch = (view: RolloutView) => Promise<Proof | undefined>;

export interface FollowOptions {
  readonly withinMs: number;
  readonly signal?: AbortSignal | undefined;
  /**
   * Ends the following as soon as it proves that the deployment is certain to fail; of one that somebody else continues
   * it is not asked.
   */
  readonly search?: ProofSearch | undefined;
  /** Told when somebody sent the same task definition again, so that another deployment is followed from then on. */
  readonly onContinued?: (watched: Watched) => void;
  /** Ends the following where the deployment waits for this hook's answer; otherwise a pause is followed to its end. */
  readonly endsAt?: ((hook: LifecycleHookView) => boolean) | undefined;
}

/**
 * Follows a deployment by its own id until it has ended, whoever goes on with it; or until the time is up, when the
 * verdict is still `rolling`, `paused` or `rolling-back`. Throws the signal's reason when aborted.
 */
export async function followRollout(
  run: RolloutRun,
  first: Watched,
  { withinMs, signal, search, onContinued, endsAt = () => false }: FollowOptions,
): Promise<FollowedRollout> {
  const deadline = run.clock.now() + withinMs;
  let current = first;
  for (;;) {
    const { followed, watch, isOwn } = current;
    const prove = current === first ? search : undefined;
    const {
      view: { view, proof },
    } = await waitFor(
      {
        subject: `${run.service.name} ${followed.id}`,
        observe: async () => {
          const seen = await watch.observe();
          return { view: seen, proof: await prove?.(seen) };
        },
        assess: (seen) => {
          const health = healthOf(assessRollout(seen.view, followed), endsAt);
          return health.state === 'pending' && seen.proof ? { state: 'failed', message: seen.proof.cause } : health;
        },
        withinMs: remainingMs({ deadline, clock: run.clock }),
        everyMs: run.pollMs,
        signal,
      },
      run,
    );
    const verdict = assessRollout(view, followed);
    if (verdict.state !== 'redeployed-by-others') {
      const awaits = verdict.state === 'paused' && endsAt(verdict.hook) ? verdict.hook : undefined;
      return { followed, watch, isOwn, view, verdict, proof, awaits };
    }
    const { id, createdAt } = verdict.by;
    const next = {
      id,
      createdAt,
      taskDefinition: followed.taskDefinition,
      earlier: [...followed.earlier, followed.id],
    };
    current = { followed: next, watch: watchRollout(run, next), isOwn: false };
    onContinued?.(current);
  }
}

/** Whether it had not ended when the time was up. */
export function isUndecided({ verdict, awaits }: FollowedRollout): boolean {
  const { state } = verdict;
  return state === 'rolling' || state === 'rolling-back' || (state === 'paused' && awaits === undefined);
}

function healthOf(verdict: RolloutVerdict, endsAt: NonNullable<FollowOptions['endsAt']>): Health {
  const { state, message } = verdict;
  switch (state) {
    case 'paused':
      return { state: endsAt(verdict.hook) ? 'healthy' : 'pending', message };
    case 'rolling':
    case 'rolling-back':
      return { state: 'pending', message };
    case 'succeeded':
    case 'redeployed-by-others':
      return { state: 'healthy', message };
    case 'rolled-back':
    case 'failed':
    case 'superseded':
    case 'service-deleted':
      return { state: 'failed', message };
  }
}
