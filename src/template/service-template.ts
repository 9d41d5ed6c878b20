import type { Cluster } from '../model/cluster.ts';
import type { Service } from '../model/service.ts';
import { positionOf } from '../model/source.ts';
import {
  CLUSTER_OUTPUTS,
  listenerOutput,
  listenerParameter,
  SERVICE_OUTPUTS,
  STACK_TAGS,
  serviceStackName,
  targetGroupOutput,
} from '../model/stack-names.ts';
import type { StackTemplate } from '../model/stack-template.ts';
import { assemble, type TemplateParameter } from './assemble.ts';
import { type Fragment, type Resource, ref, resource } from './fragment.ts';
import { type IdentifiedTargetGroup, identifyTargetGroups, targetGroup } from './target-groups.ts';

/**
 * The stack with what a service needs before it can exist; undefined where it needs nothing. `clusterOutputs` are those of
 * the cluster's stack, as far as there are any yet.
 */
export function serviceTemplate(
  cluster: Cluster,
  service: Service,
  clusterOutputs: Readonly<Record<string, string>>,
): StackTemplate | undefined {
  const groups = identifyTargetGroups(service);
  if (groups.length === 0 && !service.logGroup) return undefined;
  return assemble({
    name: serviceStackName(cluster.name, service.name),
    description: `What service ${service.name} of cluster ${cluster.name} stands on: target groups, listener rules, log group.`,
    parameters: groups.length > 0 ? parameters(service, clusterOutputs) : {},
    fragments: [...groups.map((group) => targetGroupFragment(service, group)), logGroup(service)],
    tags: { ...service.tags, [STACK_TAGS.cluster]: cluster.name, [STACK_TAGS.service]: service.name },
    digestOutput: SERVICE_OUTPUTS.templateDigest,
  });
}

function parameters(
  { loadBalancers }: Service,
  clusterOutputs: Readonly<Record<string, string>>,
): Record<string, TemplateParameter> {
  const ports = new Set(loadBalancers.flatMap(({ rules }) => rules.map(({ listenerPort }) => listenerPort)));
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

function targetGroupFragment(service: Service, group: IdentifiedTargetGroup): Fragment {
  return {
    resources: { [group.logicalId]: targetGroup(service, group), ...listenerRules(service, group) },
    outputs: { [targetGroupOutput(group.position)]: ref(group.logicalId) },
  };
}

/** A rule is known by its listener and priority: with another priority it is a new rule, made before the old one goes. */
function listenerRules(
  service: Service,
  { loadBalancer, logicalId, position }: IdentifiedTargetGroup,
): Record<string, Resource> {
  return Object.fromEntries(
    loadBalancer.rules.map(({ listenerPort, priority, conditions }, index) => [
      `Listener${listenerPort}Rule${priority}`,
      resource(
        'AWS::ElasticLoadBalancingV2::ListenerRule',
        {
          ListenerArn: ref(listenerParameter(listenerPort)),
          Priority: priority,
          Conditions: conditions,
          Actions: [{ Type: 'forward', TargetGroupArn: ref(logicalId) }],
        },
        { at: positionOf(service.source, ['loadBalancers', position - 1, 'rules', index]) },
      ),
    ]),
  );
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
