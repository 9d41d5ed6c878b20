import type { ServiceEventView } from '../../model/service-views.ts';
import { isHeldByPercents } from '../service/service-events.ts';
import type { Proof } from './proof.ts';

export interface RolloutLimits {
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  /** Least and most tasks that may be wanted while it rolls. */
  readonly counts: readonly [least: number, most: number];
}

/** Proof that ECS may neither start nor stop a task, at any count: it says so, and the numbers agree. */
export function proveByPercents(
  events: readonly ServiceEventView[],
  { minimumHealthyPercent, maximumPercent, counts: [least, most] }: RolloutLimits,
): Proof | undefined {
  if (!isHeldByPercents(events)) return undefined;
  for (let count = least; count <= most; count++) {
    // ECS rounds the minimum up and the maximum down (aws-facts §2.1).
    const floor = Math.ceil((count * minimumHealthyPercent) / 100);
    if (floor < Math.floor((count * maximumPercent) / 100)) return undefined;
  }
  return {
    kind: 'percents',
    cause: `with minimumHealthyPercent ${minimumHealthyPercent} and maximumPercent ${maximumPercent} ECS may neither stop nor start one of ${most} tasks`,
    certainty: 'ECS says so itself, and the numbers do not change while it rolls',
    nextStep: 'Raise maximumPercent or lower minimumHealthyPercent under deploymentConfiguration in service.yaml.',
  };
}
