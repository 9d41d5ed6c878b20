import type { Random } from '../../../core/random.ts';
import type { TargetGroupTuple } from '../../../shapes/elbv2.d.ts';
import { attribute, numberAttribute } from '../attributes/attributes.ts';
import type { LoadBalancer, TargetGroup } from '../store.ts';
import { standingOf } from '../targets/status.ts';
import type { Target } from '../targets/target.ts';
import { surroundingsOf } from '../targets/usage.ts';

const HEALTHY_ENOUGH = 'target_group_health.unhealthy_state_routing.minimum_healthy_targets';

/**
 * The targets that may get a request: the healthy ones, or all registered ones once fewer are healthy than the group's
 * attributes demand ("fail open"). Source: "Target group health", unhealthy state routing.
 */
export function routableTargets(group: TargetGroup, loadBalancer: LoadBalancer): Target[] {
  const surroundings = surroundingsOf(loadBalancer);
  const serving = [...group.targets.values()].filter((target) => standingOf(target, surroundings) === 'serving');
  const healthy = serving.filter(({ health }) => health.state === 'healthy');
  const percentage = attribute(group.attributes, `${HEALTHY_ENOUGH}.percentage`);
  const needed = Math.max(
    numberAttribute(group.attributes, `${HEALTHY_ENOUGH}.count`),
    percentage === 'off' ? 0 : Math.ceil((serving.length * Number(percentage)) / 100),
  );
  return healthy.length >= needed ? healthy : serving;
}

/** Draws a target group by weight; undefined where every weight is zero. */
export function chooseGroup(groups: readonly TargetGroupTuple[], random: Random): string | undefined {
  const weighted = groups.filter(({ Weight = 0 }) => Weight > 0);
  if (weighted.length === 1) return weighted[0]?.TargetGroupArn;
  let rest = random.next() * weighted.reduce((sum, { Weight = 0 }) => sum + Weight, 0);
  return weighted.find(({ Weight = 0 }) => {
    rest -= Weight;
    return rest < 0;
  })?.TargetGroupArn;
}

export function chooseTarget(
  { attributes }: TargetGroup,
  targets: readonly Target[],
  { now, random }: { readonly now: number; readonly random: Random },
): Target | undefined {
  const slowStartMs = numberAttribute(attributes, 'slow_start.duration_seconds') * 1_000;
  switch (attribute(attributes, 'load_balancing.algorithm.type')) {
    case 'least_outstanding_requests': {
      const least = Math.min(...targets.map(({ connections }) => connections.inFlight()));
      return chooseInTurn(
        targets.filter(({ connections }) => connections.inFlight() === least),
        () => 1,
      );
    }
    case 'weighted_random':
      return targets[Math.floor(random.next() * targets.length)];
    case 'round_robin':
      return chooseInTurn(targets, (target) => warmth(target, now, slowStartMs));
  }
  return undefined;
}

/** Slow start: the share of a newly healthy target grows linearly to that of the others. */
function warmth({ healthySince }: Target, now: number, slowStartMs: number): number {
  if (slowStartMs === 0) return 1;
  return Math.min(1, Math.max(0.05, (now - healthySince) / slowStartMs));
}

/** Round robin, smooth under weights: who is owed most gets the request and pays the sum of all weights. */
function chooseInTurn(targets: readonly Target[], weightOf: (target: Target) => number): Target | undefined {
  let chosen: Target | undefined;
  let total = 0;
  for (const target of targets) {
    const weight = weightOf(target);
    total += weight;
    target.credit += weight;
    if (!chosen || target.credit > chosen.credit) chosen = target;
  }
  if (chosen) chosen.credit -= total;
  return chosen;
}
