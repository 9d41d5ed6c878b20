import type { World } from '../../../../core/world.ts';
import type { TrafficMove } from './phases.ts';
import type { ShiftRecord } from './record.ts';
import { moveRule } from './rules.ts';

/**
 * Moves the traffic of every load balancer, where it is not there already; without a test rule there is no test
 * traffic. Throws AwsError.
 */
export async function moveTraffic(world: World, shift: ShiftRecord, { rule, percent }: TrafficMove): Promise<void> {
  if (shift.traffic[rule] === percent) return;
  const moves = shift.routes.flatMap((route) => {
    const arn = rule === 'production' ? route.productionListenerRule : route.testListenerRule;
    return arn === undefined ? [] : [{ arn, route }];
  });
  for (const [index, { arn, route }] of moves.entries()) {
    await moveRule(world, arn, route, percent);
    // Where the next one fails, this one still has to go back, and a way back is not over before the last one.
    const isLast = index === moves.length - 1;
    shift.traffic[rule] = isLast ? percent : Math.max(shift.traffic[rule], percent);
  }
}

/** All traffic back to the revision that served before. Throws AwsError. */
export async function returnTraffic(world: World, shift: ShiftRecord): Promise<void> {
  for (const rule of ['production', 'test'] as const) await moveTraffic(world, shift, { rule, percent: 0 });
}
