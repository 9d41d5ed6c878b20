import { pageOf } from '../../core/pages.ts';
import { tagPairs, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  DeleteRuleRequest,
  DescribeRuleRequest,
  DescribeRuleResponse,
  DisableRuleRequest,
  EnableRuleRequest,
  ListRuleNamesByTargetRequest,
  ListRuleNamesByTargetResponse,
  ListRulesRequest,
  ListRulesResponse,
  PutRuleRequest,
  PutRuleResponse,
  Rule,
} from '../../shapes/events.d.ts';
import { parseSchedule, type Schedule } from './schedule.ts';
import type { Events, RuleRecord } from './state.ts';
import { BUS, findRule, invalid, requireBus, ruleArn } from './state.ts';
import { REFUSALS } from './tags.ts';
import { plan } from './timer.ts';

const PAGE = 100;

export function ruleOperations(events: Events) {
  const { world, rules } = events;

  const setEnabled = (rule: RuleRecord, enabled: boolean): void => {
    if (rule.enabled === enabled) return;
    rule.enabled = enabled;
    plan(events, rule);
  };

  return {
    /** What an update does not name goes back to its default, but for targets and tags. */
    PutRule: (input: PutRuleRequest, context: CallContext): PutRuleResponse => {
      requireBus(input.EventBusName);
      const { Name: name, Tags: tags = [] } = input;
      const schedule = scheduleOf(input);
      const present = rules.get(name);
      present?.cancel();
      const rule: RuleRecord = {
        name,
        arn: ruleArn(world, name),
        scheduleExpression: input.ScheduleExpression ?? '',
        schedule,
        enabled: input.State !== 'DISABLED',
        description: input.Description,
        roleArn: input.RoleArn,
        // Tags are taken when a rule is made; of one that exists, TagResource changes them.
        tags: present?.tags ?? withTags(new Map(), tagPairs(tags), context, REFUSALS),
        targets: present?.targets ?? new Map(),
        cancel: () => {},
      };
      rules.set(name, rule);
      plan(events, rule);
      return { RuleArn: rule.arn };
    },

    DescribeRule: (input: DescribeRuleRequest): DescribeRuleResponse => ({
      ...view(findRule(events, input.Name, input.EventBusName)),
      CreatedBy: world.account,
    }),

    EnableRule: (input: EnableRuleRequest): void => setEnabled(findRule(events, input.Name, input.EventBusName), true),

    DisableRule: (input: DisableRuleRequest): void =>
      setEnabled(findRule(events, input.Name, input.EventBusName), false),

    /** A rule that does not exist is deleted already. */
    DeleteRule: ({ Name: name, EventBusName: bus }: DeleteRuleRequest): void => {
      requireBus(bus);
      const rule = rules.get(name);
      if (!rule) return;
      if (rule.targets.size > 0) throw invalid("Rule can't be deleted since it has targets.");
      rule.cancel();
      rules.delete(name);
    },

    ListRules: (input: ListRulesRequest): ListRulesResponse => {
      requireBus(input.EventBusName);
      const { NamePrefix: prefix = '' } = input;
      const { items, nextToken } = page(
        input,
        sorted().filter(({ name }) => name.startsWith(prefix)),
      );
      return { Rules: items.map(view), NextToken: nextToken };
    },

    ListRuleNamesByTarget: (input: ListRuleNamesByTargetRequest): ListRuleNamesByTargetResponse => {
      requireBus(input.EventBusName);
      const aimed = sorted().filter(({ targets }) => [...targets.values()].some(({ Arn }) => Arn === input.TargetArn));
      const { items, nextToken } = page(input, aimed);
      return { RuleNames: items.map(({ name }) => name), NextToken: nextToken };
    },
  };

  function sorted(): readonly RuleRecord[] {
    return [...rules.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

function page(
  { NextToken: token, Limit: size = PAGE }: { NextToken?: string | undefined; Limit?: number | undefined },
  all: readonly RuleRecord[],
) {
  return pageOf(all, { token, size, invalidToken: () => invalid('The NextToken is not valid.') });
}

function scheduleOf({ ScheduleExpression: text, EventPattern: pattern }: PutRuleRequest): Schedule {
  if (text === undefined && pattern === undefined)
    throw invalid('Parameter(s) EventPattern or ScheduleExpression must be specified.');
  if (text === undefined || pattern !== undefined)
    throw invalid('This emulator has no events: EventPattern is not served.');
  const schedule = parseSchedule(text);
  if (!schedule) throw invalid('Parameter ScheduleExpression is not valid.');
  return schedule;
}

function view({ name, arn, scheduleExpression, enabled, description, roleArn }: RuleRecord): Rule {
  return {
    Name: name,
    Arn: arn,
    ScheduleExpression: scheduleExpression,
    State: enabled ? 'ENABLED' : 'DISABLED',
    Description: description,
    RoleArn: roleArn,
    EventBusName: BUS,
  };
}
