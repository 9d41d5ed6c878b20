import { AwsError } from '../../../core/errors.ts';
import type { CallContext } from '../../../core/world.ts';
import type {
  CreateRuleInput,
  DeleteRuleInput,
  DescribeRulesInput,
  DescribeRulesOutput,
  ModifyRuleInput,
  Rule as RuleShape,
} from '../../../shapes/elbv2.d.ts';
import { ruleArn } from '../arns.ts';
import type { Context } from '../context.ts';
import { findListener, findRule, validationError } from '../finders.ts';
import { markedPage } from '../pages.ts';
import { QUOTAS } from '../quotas.ts';
import { normalizeActions } from '../rules/actions.ts';
import { normalizeConditions } from '../rules/conditions.ts';
import { compileConditions } from '../rules/matching.ts';
import { byPriority } from '../rules/priorities.ts';
import { checkTransforms } from '../rules/transforms.ts';
import type { Rule } from '../store.ts';
import { listenersOf } from '../store.ts';
import { mergeTags } from '../tags.ts';
import { checkForwarding } from './forwarding.ts';

export function ruleOperations(context: Context) {
  const { world, store, targets } = context;
  return {
    CreateRule: (input: CreateRuleInput, call: CallContext) => {
      const listener = findListener(store, input.ListenerArn);
      const { loadBalancer, rules } = listener;
      const conditions = normalizeConditions(input.Conditions);
      const actions = normalizeActions(input.Actions);
      const transforms = checkTransforms(input.Transforms);
      const tags = mergeTags([], input.Tags, call);
      if (rules.some(({ priority }) => priority === input.Priority))
        throw new AwsError('PriorityInUse', `Priority '${input.Priority}' is currently in use`);
      const count = listenersOf(store, loadBalancer).flatMap((each) => each.rules.slice(0, -1)).length;
      if (count >= QUOTAS.rulesPerLoadBalancer)
        throw new AwsError('TooManyRules', 'The maximum number of rules per load balancer has been reached');
      checkForwarding(context, loadBalancer, actions);

      const rule: Rule = {
        arn: ruleArn(listener.arn, world.random.hex(16)),
        listener,
        priority: input.Priority,
        conditions,
        actions,
        transforms,
        matches: compileConditions(conditions),
      };
      listener.rules = [...rules, rule].sort(byPriority);
      store.tags.set(rule.arn, tags);
      targets.reconcile();
      return { Rules: [describeRule(rule)] };
    },

    ModifyRule: (input: ModifyRuleInput, call: CallContext) => {
      const rule = findRule(store, input.RuleArn);
      if (!input.Conditions && !input.Actions && !input.Transforms && !input.ResetTransforms)
        throw validationError('Either conditions or actions must be specified');
      if (rule.priority === 'default')
        throw new AwsError('OperationNotPermitted', `Default rule '${rule.arn}' cannot be modified`);
      const conditions = input.Conditions ? normalizeConditions(input.Conditions) : rule.conditions;
      const overwrites = call.internal || !world.sabotage.has('rule-overwritten');
      const actions = input.Actions && overwrites ? normalizeActions(input.Actions) : rule.actions;
      const transforms = input.ResetTransforms ? [] : checkTransforms(input.Transforms, rule.transforms);
      if (input.Actions) checkForwarding(context, rule.listener.loadBalancer, actions);
      Object.assign(rule, { conditions, actions, transforms, matches: compileConditions(conditions) });
      targets.reconcile();
      return { Rules: [describeRule(rule)] };
    },

    DeleteRule: ({ RuleArn }: DeleteRuleInput) => {
      const rule = findRule(store, RuleArn);
      if (rule.priority === 'default')
        throw new AwsError('OperationNotPermitted', `Default rule '${RuleArn}' cannot be deleted`);
      rule.listener.rules = rule.listener.rules.filter((other) => other !== rule);
      store.tags.delete(RuleArn);
      targets.reconcile();
      return {};
    },

    DescribeRules: (input: DescribeRulesInput): DescribeRulesOutput => {
      const { items, nextMarker } = markedPage(select(context, input), input);
      return { Rules: items.map(describeRule), NextMarker: nextMarker };
    },
  };
}

function select({ store }: Context, { ListenerArn, RuleArns = [] }: DescribeRulesInput): readonly Rule[] {
  if ((ListenerArn === undefined) === (RuleArns.length === 0))
    throw validationError('You must specify either listener rule ARNs or a listener ARN');
  if (ListenerArn !== undefined) return findListener(store, ListenerArn).rules;
  return RuleArns.map((arn) => findRule(store, arn));
}

export function describeRule(rule: Rule): RuleShape {
  return {
    RuleArn: rule.arn,
    Priority: String(rule.priority),
    Conditions: [...rule.conditions],
    Actions: [...rule.actions],
    IsDefault: rule.priority === 'default',
    Transforms: rule.transforms.length > 0 ? [...rule.transforms] : undefined,
  };
}
