import { arnName } from '../../model/arn.ts';
import { type Json, objectOf, objectsOf } from '../../model/json.ts';
import { loadBalancersOf, targetGroupPairsOf } from '../../model/service-load-balancers.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { StackResourceView } from '../../model/stack-views.ts';
import type { LiveReference } from './stack-dangers.ts';

/**
 * What a live service names itself: target groups, the rules and roles that it shifts traffic with, capacity providers.
 */
export function serviceReferences({ name, description }: ServiceView): readonly LiveReference[] {
  const named = [
    ...targetGroupPairsOf(description).flat(),
    ...loadBalancersOf(description).flatMap(({ productionListenerRule, testListenerRule, roleArn }) => [
      productionListenerRule,
      testListenerRule,
      roleName(roleArn),
    ]),
    ...objectsOf(objectOf(description['deploymentConfiguration'])['lifecycleHooks']).map(({ roleArn }) =>
      roleName(roleArn),
    ),
    ...objectsOf(description['capacityProviderStrategy']).map(({ capacityProvider }) => capacityProvider),
  ];
  return named.filter((id): id is string => typeof id === 'string').map((id) => ({ service: name, physicalIds: [id] }));
}

/**
 * Of the rules that lead to each target group of a live service, one has to stay. `template` is the live one of the
 * stack.
 */
export function ruleReferences(
  { name, description }: ServiceView,
  template: string,
  resources: readonly StackResourceView[],
): readonly LiveReference[] {
  const physicalIds = new Map(resources.map(({ logicalId, physicalId }) => [logicalId, physicalId] as const));
  const parsed: Json = JSON.parse(template);
  const rules = Object.entries(objectOf(objectOf(parsed)['Resources'])).filter(
    ([, definition]) => objectOf(definition)['Type'] === 'AWS::ElasticLoadBalancingV2::ListenerRule',
  );
  const targetGroups = targetGroupPairsOf(description).flat();
  return targetGroups.map((arn) => ({
    service: name,
    physicalIds: rules
      .filter(([, rule]) => forwardsTo(rule).some((logicalId) => physicalIds.get(logicalId) === arn))
      .flatMap(([logicalId]) => physicalIds.get(logicalId) ?? []),
  }));
}

/** CloudFormation knows a role by its name: the last part of its ARN. */
function roleName(arn: Json | undefined): string | undefined {
  return typeof arn === 'string' ? arnName(arn) : undefined;
}

/** Logical ids of the target groups that a templated rule forwards to. */
function forwardsTo(rule: Json): readonly string[] {
  const actions = objectsOf(objectOf(objectOf(rule)['Properties'])['Actions']);
  return actions
    .flatMap((action) => [action, ...objectsOf(objectOf(action['ForwardConfig'])['TargetGroups'])])
    .map(({ TargetGroupArn }) => String(objectOf(TargetGroupArn)['Ref']));
}
