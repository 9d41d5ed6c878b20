import { type RolloutPercents, taskBounds } from '../../model/rollout-bounds.ts';
import type { ServiceEventView } from '../../model/service-views.ts';
import { isHeldByPercents } from '../service/service-events.ts';
import type { Proof } from './proof.ts';

export interface RolloutLimits extends RolloutPercents {
  /** Least and most tasks that may be wanted while it rolls. */
  readonly counts: readonly [least: number, most: number];
}

/** Proof that ECS may neither start nor stop a task, at any count: it says so, and the numbers agree. */
export function proveByPercents(
  events: readonly ServiceEventView[],
  { counts: [least, most], ...percents }: RolloutLimits,
): Proof | undefined {
  if (!isHeldByPercents(events)) return undefined;
  const { minimumHealthyPercent, maximumPercent } = percents;
  for (let count = least; count <= most; count++) {
    const { floor, ceiling } = taskBounds(count, percents);
    if (floor < ceiling) return undefined;
  }
  return {
    kind: 'percents',
    cause: `with minimumHealthyPercent ${minimumHealthyPercent} and maximumPercent ${maximumPercent} ECS may neither stop nor start one of ${most} tasks`,
    certainty: 'ECS says so itself, and the numbers do not change while it rolls',
    nextStep: 'Raise maximumPercent or lower minimumHealthyPercent under deploymentConfiguration in service.yaml.',
  };
}
