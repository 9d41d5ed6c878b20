import type { PlacementConstraint, PlacementStrategy } from '../../../shapes/ecs.d.ts';
import { parseQuery } from '../placement/query.ts';
import { invalidParameter } from '../refusals.ts';

export interface PlacementInput {
  readonly placementConstraints?: readonly PlacementConstraint[] | undefined;
  readonly placementStrategy?: readonly PlacementStrategy[] | undefined;
}

/** Refuses constraints and strategies that ECS could not follow. */
export function checkPlacement({ placementConstraints = [], placementStrategy = [] }: PlacementInput): void {
  if (placementConstraints.length > 10) throw invalidParameter('There can be at most 10 placement constraints.');
  if (placementStrategy.length > 5) throw invalidParameter('There can be at most 5 placement strategies.');
  for (const { type, expression } of placementConstraints) {
    if (type === 'memberOf') parseQuery(expression ?? '');
    else if (expression !== undefined)
      throw invalidParameter('The placement constraint distinctInstance takes no expression.');
  }
  for (const { type, field } of placementStrategy)
    if (type === 'binpack' && !/^(cpu|memory)$/i.test(field ?? ''))
      throw invalidParameter("The placement strategy binpack takes the field 'cpu' or 'memory'.");
}
