import type { World } from '../../../../core/world.ts';
import type { DescribeRulesOutput, Rule } from '../../../../shapes/elbv2.d.ts';
import type { Route } from './record.ts';
import { shiftedActions } from './weights.ts';

/** Throws AwsError where there is no such rule. */
export async function readRule(world: World, arn: string): Promise<Rule> {
  const { Rules } = await world.call<DescribeRulesOutput>('elbv2', 'DescribeRules', { RuleArns: [arn] });
  const [rule] = Rules ?? [];
  if (!rule) throw new Error(`DescribeRules answered without the rule ${arn}`);
  return rule;
}

/** Changes the weights of a rule; a listener's default rule is changed by way of its listener, as ECS does. */
export async function moveRule(world: World, arn: string, route: Route, percent: number): Promise<void> {
  const rule = await readRule(world, arn);
  const actions = shiftedActions(rule, route, percent);
  if (rule.IsDefault)
    await world.call('elbv2', 'ModifyListener', { ListenerArn: listenerOf(arn), DefaultActions: actions });
  else await world.call('elbv2', 'ModifyRule', { RuleArn: arn, Actions: actions });
}

const listenerOf = (ruleArn: string): string =>
  ruleArn.replace(':listener-rule/', ':listener/').slice(0, ruleArn.lastIndexOf('/') - '-rule'.length);
