import type { Listener } from '../../model/cluster.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ListenerRule, ServiceLoadBalancer, TargetGroup } from '../../model/service.ts';
import { shiftsTraffic } from '../schema/deployment-configuration-file.ts';
import type { ServiceFile } from '../schema/service-file.ts';
import type { ConditionFile, ServiceLoadBalancerFile } from '../schema/service-load-balancer-file.ts';

/** The last priority: every rule that a person writes comes before it. */
const LAST_PRIORITY = 50_000;

export function buildLoadBalancers(file: ServiceFile, listeners: readonly Listener[]): readonly ServiceLoadBalancer[] {
  const serving = listeners.find(({ defaultAction }) => defaultAction.kind !== 'redirect-to-https') ?? listeners[0];
  const listenerPort = serving?.port ?? 80;
  const shifts = shiftsTraffic(file.deploymentConfiguration);
  return file.loadBalancers.map((entry, index) => ({
    containerName: entry.containerName,
    containerPort: entry.containerPort,
    targetGroup: buildTargetGroup(entry.targetGroup),
    attached: entry.attached,
    alternate: entry.alternateTargetGroup ?? shifts,
    rules: entry.rules?.map((rule) => buildRule(rule, listenerPort)) ?? (index === 0 ? [everything(listenerPort)] : []),
    testListenerRule: entry.testListenerRule && buildRule(entry.testListenerRule, listenerPort),
  }));
}

function buildTargetGroup(file: ServiceLoadBalancerFile['targetGroup']): TargetGroup {
  const grpc = file.protocolVersion === 'GRPC';
  return {
    name: file.name,
    protocol: file.protocol,
    port: file.port,
    protocolVersion: file.protocolVersion,
    healthCheck: {
      path: file.healthCheck.path ?? (grpc ? '/AWS.ALB/healthcheck' : '/'),
      matcher: file.healthCheck.matcher ?? (grpc ? '12' : '200'),
      intervalSeconds: file.healthCheck.intervalSeconds,
      timeoutSeconds: file.healthCheck.timeoutSeconds,
      healthyThresholdCount: file.healthCheck.healthyThresholdCount,
      unhealthyThresholdCount: file.healthCheck.unhealthyThresholdCount,
    },
    attributes: {
      'deregistration_delay.timeout_seconds': String(file.deregistrationDelaySeconds),
      ...file.attributes,
    },
  };
}

function buildRule(file: NonNullable<ServiceLoadBalancerFile['rules']>[number], listenerPort: number): ListenerRule {
  return {
    listenerPort: file.listener ?? listenerPort,
    priority: file.priority,
    conditions: file.conditions.map(buildCondition),
  };
}

function everything(listenerPort: number): ListenerRule {
  return {
    listenerPort,
    priority: LAST_PRIORITY,
    conditions: [buildCondition({ field: 'path-pattern', values: ['/*'] })],
  };
}

/** CloudFormation's RuleCondition. */
function buildCondition({ field, httpHeaderName, values, regexValues }: ConditionFile): JsonObject {
  const matching: JsonObject = regexValues ? { RegexValues: regexValues } : { Values: values ?? [] };
  switch (field) {
    case 'path-pattern':
      return { Field: field, PathPatternConfig: matching };
    case 'host-header':
      return { Field: field, HostHeaderConfig: matching };
    case 'http-header':
      return { Field: field, HttpHeaderConfig: { HttpHeaderName: httpHeaderName ?? '', ...matching } };
    case 'http-request-method':
      return { Field: field, HttpRequestMethodConfig: matching };
    case 'query-string':
      return { Field: field, QueryStringConfig: { Values: (values ?? []).map(keyAndValue) } };
    case 'source-ip':
      return { Field: field, SourceIpConfig: matching };
  }
}

function keyAndValue(text: string): JsonObject {
  const equals = text.indexOf('=');
  return equals < 0 ? { Value: text } : { Key: text.slice(0, equals), Value: text.slice(equals + 1) };
}
