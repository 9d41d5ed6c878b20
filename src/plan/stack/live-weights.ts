import { canonicalJson, isJsonObject, isList, type Json, type JsonObject, listOf, objectOf } from '../../model/json.ts';
import type { ListenerRule, Service } from '../../model/service.ts';
import type { ForwardView } from '../../model/service-views.ts';
import type { PropertyDetailView, StackResourceView } from '../../model/stack-views.ts';
import { type ForwardWeights, type LiveWeights, ruleId } from '../../template/listener-rules.ts';
import { identifyTargetGroups } from '../../template/target-groups.ts';

/** What a service's stack has, and what its rules forward to. */
export interface LiveRules {
  readonly resources: readonly StackResourceView[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly forwards: readonly ForwardView[];
}

/** ARNs of the listener rules that a stack has. */
export function ruleArns(resources: readonly StackResourceView[]): readonly string[] {
  return resources
    .filter(({ type, physicalId }) => type === 'AWS::ElasticLoadBalancingV2::ListenerRule' && physicalId !== '')
    .map(({ physicalId }) => physicalId);
}

/**
 * How live rules divide the traffic of each pair of target groups; a rule that is to be made divides it as the
 * production rule does.
 */
export function liveWeights(service: Service, { resources, outputs, forwards }: LiveRules): LiveWeights {
  const physical = new Map(resources.map(({ logicalId, physicalId }) => [logicalId, physicalId] as const));
  const production = Object.entries(outputs).flatMap(([key, arn]) => (/^ProductionRule\d+Arn$/.test(key) ? [arn] : []));
  const entries = identifyTargetGroups(service).flatMap(({ logicalId, alternateId, loadBalancer }) => {
    if (!alternateId) return [];
    const pair = [physical.get(logicalId), physical.get(alternateId)] as const;
    const shared = forwards.filter(({ ruleArn }) => production.includes(ruleArn)).map((each) => weightsOf(each, pair));
    const weights = (rule: ListenerRule): ForwardWeights | undefined => {
      const own = forwards.find(({ ruleArn }) => ruleArn === physical.get(ruleId(rule)));
      return [own && weightsOf(own, pair), ...shared].find((each) => each !== undefined);
    };
    const { rules, testListenerRule } = loadBalancer;
    return [...rules, ...(testListenerRule ? [testListenerRule] : [])].map(
      (rule) => [ruleId(rule), weights(rule)] as const,
    );
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, ForwardWeights] => entry[1] !== undefined));
}

/** undefined where the rule sends nothing to either of them. */
function weightsOf(
  { targetGroups }: ForwardView,
  [first, alternate]: readonly [string | undefined, string | undefined],
): ForwardWeights | undefined {
  const weightOf = (wanted: string | undefined): number => targetGroups.find(({ arn }) => arn === wanted)?.weight ?? 0;
  const weights = [weightOf(first), weightOf(alternate)] as const;
  return weights[0] + weights[1] > 0 ? weights : undefined;
}

/**
 * A template with the weights that are live in it; undefined where it has them. An update that fails goes back to the
 * template of before, and with it to the weights of before, so that those have to be right first.
 */
export function withLiveWeights(template: JsonObject, weights: LiveWeights): JsonObject | undefined {
  const resources = template['Resources'];
  if (!isJsonObject(resources)) return undefined;
  const updated = Object.fromEntries(
    Object.entries(resources).map(([id, resource]) => [id, weights[id] ? weighted(resource, weights[id]) : resource]),
  );
  return canonicalJson(updated) === canonicalJson(resources) ? undefined : { ...template, Resources: updated };
}

/** What a rule says, with other weights. */
export function weighted(value: Json, weights: ForwardWeights): Json {
  if (isList(value)) return value.map((each) => weighted(each, weights));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const isForward = key === 'TargetGroups' && isList(member) && member.length === 2;
      if (!isForward) return [key, weighted(member, weights)];
      return [key, member.map((each, index) => (isJsonObject(each) ? { ...each, Weight: weights[index] ?? 0 } : each))];
    }),
  );
}

/** Whether ECS shifts the traffic of a rule, by what a template says of it: it then forwards to two target groups. */
export function isShifted(definition: JsonObject | undefined): boolean {
  const properties = definition?.['Properties'];
  const actions = objectOf(properties)['Actions'];
  return listOf(actions).some((action) => {
    const forward = objectOf(action)['ForwardConfig'];
    const groups = objectOf(forward)['TargetGroups'];
    return isList(groups) && groups.length > 1;
  });
}

/** Whether a change of a rule is about weights alone. Where ECS shifts them, they are templated as they are live. */
export function isAboutWeights({ path, before, after }: PropertyDetailView): boolean {
  if (!path.startsWith('/Properties/Actions')) return false;
  if (path.endsWith('/Weight')) return true;
  const [one, other] = [withoutWeights(before), withoutWeights(after)];
  return one !== undefined && one === other;
}

function withoutWeights(text: string | undefined): string | undefined {
  if (!text?.includes('Weight')) return undefined;
  try {
    return JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === 'Weight' ? undefined : value));
  } catch {
    return undefined;
  }
}
