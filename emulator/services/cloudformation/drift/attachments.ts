import type { Stack, StackResource } from '../engine/stack.ts';
import { listOf, textsOf } from '../resources/properties.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isObject, sameValue } from '../template/json.ts';

const RULES = [
  ['SecurityGroupIngress', 'AWS::EC2::SecurityGroupIngress'],
  ['SecurityGroupEgress', 'AWS::EC2::SecurityGroupEgress'],
] as const;

/**
 * What the stack's other resources attach to this one is theirs, no drift of this one; what another stack attached is
 * (user guide, "Cross-stack attachments").
 */
export function withoutAttachments(stack: Stack, resource: StackResource, answer: JsonObject): JsonObject {
  const others = [...stack.resources.values()];
  switch (resource.type) {
    case 'AWS::EC2::SecurityGroup':
      return { ...answer, ...Object.fromEntries(RULES.map((kind) => ownRules(kind, others, resource, answer))) };
    case 'AWS::IAM::Role': {
      const names = others
        .filter(({ type, applied }) => type === 'AWS::IAM::Policy' && isIn(resource.physicalId, applied['Roles']))
        .map(({ applied }) => String(applied['PolicyName']));
      const own = listOf(answer['Policies']).filter(
        (policy) => !(isObject(policy) && names.includes(String(policy['PolicyName']))),
      );
      return { ...answer, Policies: own };
    }
    default:
      return answer;
  }
}

function ownRules(
  [property, type]: (typeof RULES)[number],
  others: readonly StackResource[],
  { physicalId }: StackResource,
  answer: JsonObject,
): readonly [string, readonly Json[]] {
  const attached = others.filter((other) => other.type === type && other.applied['GroupId'] === physicalId);
  const isAttached = (rule: Json): boolean => attached.some(({ applied }) => sameValue(rule, ruleOf(applied)));
  return [property, listOf(answer[property]).filter((rule) => !isAttached(rule))];
}

function ruleOf({ GroupId: _group, ...rule }: JsonObject): Json {
  return rule;
}

const isIn = (name: string, names: Json | undefined): boolean => textsOf(names).includes(name);
