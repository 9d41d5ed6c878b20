import { AwsError } from '../../../core/errors.ts';
import { validationError } from '../finders.ts';
import type { Rule } from '../store.ts';

/** Lower numbers first, the default rule last. */
export function byPriority(one: Rule, other: Rule): number {
  const rank = ({ priority }: Rule): number => (priority === 'default' ? Number.POSITIVE_INFINITY : priority);
  return rank(one) - rank(other);
}

/** Whether the rules of one listener can take these priorities all at once; throws where AWS refuses. */
export function checkPriorities(rules: readonly Rule[], priorities: ReadonlyMap<Rule, number>): void {
  const taken = new Set<number | 'default'>();
  for (const rule of rules) {
    const priority = priorities.get(rule) ?? rule.priority;
    if (taken.has(priority)) throw new AwsError('PriorityInUse', `Priority '${priority}' is currently in use`);
    taken.add(priority);
  }
  if ([...priorities.keys()].some(({ priority }) => priority === 'default'))
    throw new AwsError('OperationNotPermitted', 'The priority of a default rule cannot be changed');
  if (new Set([...priorities.keys()].map(({ listener }) => listener)).size > 1)
    throw validationError('All rules must belong to the same listener');
}
