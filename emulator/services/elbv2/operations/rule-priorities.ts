import type { SetRulePrioritiesInput } from '../../../shapes/elbv2.d.ts';
import type { Context } from '../context.ts';
import { findRule, validationError } from '../finders.ts';
import { byPriority, checkPriorities } from '../rules/priorities.ts';
import type { Rule } from '../store.ts';
import { describeRule } from './rules.ts';

export function rulePriorityOperations({ store }: Context) {
  return {
    SetRulePriorities: ({ RulePriorities }: SetRulePrioritiesInput) => {
      const priorities = new Map<Rule, number>();
      for (const { RuleArn = '', Priority } of RulePriorities) {
        const rule = findRule(store, RuleArn);
        if (Priority === undefined) throw validationError('A priority must be specified');
        if (priorities.has(rule)) throw validationError(`Rule '${RuleArn}' was provided multiple times`);
        priorities.set(rule, Priority);
      }
      const [listener] = [...priorities.keys()].map((rule) => rule.listener);
      if (!listener) throw validationError('At least one rule priority must be specified');
      checkPriorities(listener.rules, priorities);
      for (const [rule, priority] of priorities) rule.priority = priority;
      listener.rules = [...listener.rules].sort(byPriority);
      return { Rules: [...priorities.keys()].map(describeRule) };
    },
  };
}
