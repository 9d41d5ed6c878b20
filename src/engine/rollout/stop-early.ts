import { remainingMs } from '../deadline.ts';
import { askForRollbackOrWarn, ROLLBACK_WITHIN_MS } from './ask-for-rollback.ts';
import type { RolloutRun } from './context.ts';
import { type FollowedRollout, followRollout } from './follow-rollout.ts';
import { rollsBack } from './rolls-back.ts';

/**
 * Ends a deployment that is certain to fail: where config has rollback on and there is something to go back to, ECS is
 * asked for it at once, and it is followed to its end. Otherwise there is nothing to wait for. The proof stays with
 * what this run stopped.
 */
export async function stopEarly(run: RolloutRun, rollout: FollowedRollout): Promise<FollowedRollout> {
  const { followed, proof } = rollout;
  if (!proof || followed.earlier.length === 0 || !rollsBack(run.service)) return rollout;
  const message = `it cannot succeed, so it is rolled back now: ${proof.cause}`;
  run.progress.emit({ kind: 'waiting', subject: `${run.service.name} ${followed.id}`, message });
  const isAsked = await askForRollbackOrWarn(run, rollout);
  const withinMs = isAsked ? ROLLBACK_WITHIN_MS : remainingMs(run);
  const end = await followRollout(run, rollout, { withinMs, signal: run.signal });
  const wasFaster = end.view.deployment?.circuitBreaker?.status === 'TRIGGERED';
  return isAsked && !wasFaster ? { ...end, proof } : end;
}
