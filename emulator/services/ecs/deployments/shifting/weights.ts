import type { Action, Rule, TargetGroupTuple } from '../../../../shapes/elbv2.d.ts';
import type { Route } from './record.ts';

/**
 * Weights that give the green group this percentage, in tenths of a percent where it is not whole; Elastic Load
 * Balancing takes 0 to 999.
 */
export function weightsOf({ blue, green }: Route, percent: number): TargetGroupTuple[] {
  const unit = Number.isInteger(percent) ? 1 : 10;
  const share = Math.round(percent * unit);
  return [
    { TargetGroupArn: blue, Weight: 100 * unit - share },
    { TargetGroupArn: green, Weight: share },
  ];
}

/** The rule's actions after a move; its stickiness stays. */
export function shiftedActions({ Actions = [] }: Rule, route: Route, percent: number): Action[] {
  const stickiness = Actions.at(-1)?.ForwardConfig?.TargetGroupStickinessConfig;
  const ForwardConfig = {
    TargetGroups: weightsOf(route, percent),
    ...(stickiness?.Enabled && { TargetGroupStickinessConfig: stickiness }),
  };
  return [{ Type: 'forward', ForwardConfig }];
}

/** The target groups that a rule forwards to, with those that get nothing, or without. */
export function groupsOf({ Actions = [] }: Rule): { readonly associated: string[]; readonly serving: string[] } {
  const groups = Actions.flatMap(({ ForwardConfig }) => ForwardConfig?.TargetGroups ?? []);
  const arns = (of: readonly TargetGroupTuple[]) => of.flatMap(({ TargetGroupArn = [] }) => TargetGroupArn);
  return { associated: arns(groups), serving: arns(groups.filter(({ Weight = 0 }) => Weight > 0)) };
}
