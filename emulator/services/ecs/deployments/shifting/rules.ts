import type { World } from '../../../../core/world.ts';
import { expectAllowed } from '../../../../iam/role-permission.ts';
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

export const SESSION_NAME = 'ECSNetworkingWithELB';

/**
 * Changes the weights of a rule in the name of the infrastructure role; a listener's default rule is changed by way of
 * its listener, as ECS does. Throws AwsError.
 */
export async function moveRule(world: World, arn: string, route: Route, percent: number): Promise<void> {
  const rule = await readRule(world, arn);
  const actions = shiftedActions(rule, route, percent);
  const [operation, resource, input] = rule.IsDefault
    ? ['ModifyListener', listenerOf(arn), { ListenerArn: listenerOf(arn), DefaultActions: actions }]
    : ['ModifyRule', arn, { RuleArn: arn, Actions: actions }];
  await expectElbAllowed(world, route.roleArn, operation, resource);
  await world.call('elbv2', operation, input);
}

export const expectElbAllowed = (world: World, roleArn: string, operation: string, resource = '*'): Promise<void> =>
  expectAllowed(world, {
    roleArn,
    sessionName: SESSION_NAME,
    service: 'elbv2',
    action: `elasticloadbalancing:${operation}`,
    resource,
  });

const listenerOf = (ruleArn: string): string =>
  ruleArn.replace(':listener-rule/', ':listener/').slice(0, ruleArn.lastIndexOf('/') - '-rule'.length);
