import type { Json } from '../model/json.ts';
import type { ListenerRule, Service } from '../model/service.ts';
import { type DocumentPath, positionOf } from '../model/source.ts';
import { listenerParameter } from '../model/stack-names.ts';
import { type Resource, ref, resource } from './fragment.ts';
import type { IdentifiedTargetGroup } from './target-groups.ts';

/** What a rule sends to a target group and to its alternate, as Elastic Load Balancing counts it. */
export type ForwardWeights = readonly [first: number, alternate: number];

/**
 * Weights by the logical id of a rule, as they are live; a rule that is not there sends everything to the first group.
 */
export type LiveWeights = Readonly<Record<string, ForwardWeights>>;

const NEW_RULE: ForwardWeights = [100, 0];

/**
 * What Elastic Load Balancing takes where none is given. Stated, since drift is looked for in what a template states.
 */
const ONLY_WEIGHT = 1;

/**
 * A rule is known by its listener and priority: with another priority it is a new rule, made before the old one goes.
 */
export function ruleId({ listenerPort, priority }: ListenerRule): string {
  return `Listener${listenerPort}Rule${priority}`;
}

export function listenerRules(
  service: Service,
  group: IdentifiedTargetGroup,
  weights: LiveWeights,
): Record<string, Resource> {
  const { rules, testListenerRule } = group.loadBalancer;
  const path = ['loadBalancers', group.position - 1];
  const placed: readonly (readonly [ListenerRule, DocumentPath])[] = [
    ...rules.map((rule, index) => [rule, [...path, 'rules', index]] as const),
    ...(testListenerRule ? [[testListenerRule, [...path, 'testListenerRule']] as const] : []),
  ];
  return Object.fromEntries(
    placed.map(([rule, at]) => [
      ruleId(rule),
      resource(
        'AWS::ElasticLoadBalancingV2::ListenerRule',
        {
          ListenerArn: ref(listenerParameter(rule.listenerPort)),
          Priority: rule.priority,
          Conditions: rule.conditions,
          Actions: [forward(group, weights[ruleId(rule)] ?? NEW_RULE)],
        },
        { at: positionOf(service.source, at) },
      ),
    ]),
  );
}

/** Where ECS shifts traffic, a rule says what it says already, so that an update of the stack moves none. */
function forward({ logicalId, alternateId }: IdentifiedTargetGroup, [first, alternate]: ForwardWeights): Json {
  const groups = alternateId
    ? [weighted(logicalId, first), weighted(alternateId, alternate)]
    : [weighted(logicalId, ONLY_WEIGHT)];
  return { Type: 'forward', ForwardConfig: { TargetGroups: groups } };
}

function weighted(logicalId: string, Weight: number): Json {
  return { TargetGroupArn: ref(logicalId), Weight };
}
