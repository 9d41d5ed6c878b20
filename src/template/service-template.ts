import type { Cluster } from '../model/cluster.ts';
import type { Service } from '../model/service.ts';
import { needsStack } from '../model/service-stack.ts';
import { positionOf } from '../model/source.ts';
import {
  alternateTargetGroupOutput,
  CLUSTER_OUTPUTS,
  listenerOutput,
  listenerParameter,
  productionRuleOutput,
  SERVICE_OUTPUTS,
  STACK_TAGS,
  serviceStackName,
  targetGroupOutput,
  testRuleOutput,
} from '../model/stack-names.ts';
import type { StackTemplate } from '../model/stack-template.ts';
import { assemble, type TemplateParameter } from './assemble.ts';
import { type Fragment, ref, resource } from './fragment.ts';
import { type LiveWeights, listenerRules, ruleId } from './listener-rules.ts';
import { serviceRoles } from './service-roles.ts';
import { type IdentifiedTargetGroup, identifyTargetGroups, targetGroup } from './target-groups.ts';

/**
 * The stack with what a service needs before it can exist; undefined where it needs nothing. `clusterOutputs` are those
 * of the cluster's stack, as far as there are any yet. `weights` is what live rules say where ECS shifts traffic: they
 * are in the text, and no part of its digest, since they change without config.
 */
export function serviceTemplate(
  cluster: Cluster,
  service: Service,
  clusterOutputs: Readonly<Record<string, string>>,
  weights: LiveWeights = {},
): StackTemplate | undefined {
  const neutral = assembled(cluster, service, clusterOutputs, {});
  if (!neutral || Object.keys(weights).length === 0) return neutral;
  return assembled(cluster, service, clusterOutputs, weights, neutral.digest);
}

function assembled(
  cluster: Cluster,
  service: Service,
  clusterOutputs: Readonly<Record<string, string>>,
  weights: LiveWeights,
  digest?: string,
): StackTemplate | undefined {
  if (!needsStack(service)) return undefined;
  const groups = identifyTargetGroups(service);
  return assemble({
    name: serviceStackName(cluster.name, service.name),
    description: `Resources of service ${service.name} in cluster ${cluster.name}: target groups, listener rules, log group.`,
    parameters: groups.length > 0 ? parameters(service, clusterOutputs) : {},
    fragments: [
      ...groups.map((group) => targetGroupFragment(service, group, weights)),
      serviceRoles(service),
      logGroup(service),
    ],
    tags: { ...service.tags, [STACK_TAGS.cluster]: cluster.name, [STACK_TAGS.service]: service.name },
    digestOutput: SERVICE_OUTPUTS.templateDigest,
    digest,
  });
}

function parameters(
  { loadBalancers }: Service,
  clusterOutputs: Readonly<Record<string, string>>,
): Record<string, TemplateParameter> {
  const rules = loadBalancers.flatMap(({ rules, testListenerRule = [] }) => [...rules, testListenerRule].flat());
  const ports = new Set(rules.map(({ listenerPort }) => listenerPort));
  return {
    VpcId: { type: 'AWS::EC2::VPC::Id', value: clusterOutputs[CLUSTER_OUTPUTS.vpcId] },
    ...Object.fromEntries(
      [...ports].map((port) => [
        listenerParameter(port),
        { type: 'String', value: clusterOutputs[listenerOutput(port)] },
      ]),
    ),
  };
}

function targetGroupFragment(service: Service, group: IdentifiedTargetGroup, weights: LiveWeights): Fragment {
  const { logicalId, alternateId, position, loadBalancer } = group;
  const [rule] = loadBalancer.rules;
  const testRule = loadBalancer.testListenerRule;
  return {
    resources: {
      [logicalId]: targetGroup(service, group, loadBalancer.targetGroup.name),
      ...(alternateId && { [alternateId]: targetGroup(service, group, undefined) }),
      ...listenerRules(service, group, weights),
    },
    outputs: {
      [targetGroupOutput(position)]: ref(logicalId),
      ...(alternateId && { [alternateTargetGroupOutput(position)]: ref(alternateId) }),
      ...(alternateId && rule && { [productionRuleOutput(position)]: ref(ruleId(rule)) }),
      ...(alternateId && testRule && { [testRuleOutput(position)]: ref(ruleId(testRule)) }),
    },
  };
}

function logGroup({ logGroup: group, source }: Service): Fragment {
  if (!group) return { resources: {} };
  return {
    resources: {
      LogGroup: resource(
        'AWS::Logs::LogGroup',
        { LogGroupName: group.name, RetentionInDays: group.retentionInDays },
        { at: positionOf(source, ['logGroup']), retained: true },
      ),
    },
  };
}
