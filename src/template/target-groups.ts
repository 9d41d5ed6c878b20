import type { JsonObject } from '../model/json.ts';
import type { Service, ServiceLoadBalancer, TargetGroup } from '../model/service.ts';
import { positionOf } from '../model/source.ts';
import { alternateId } from '../model/stack-names.ts';
import { keyValues, type Resource, ref, resource } from './fragment.ts';

/** A target group of a service with its logical id, in the order of `loadBalancers`. */
export interface IdentifiedTargetGroup {
  readonly logicalId: string;
  /** The logical id of the second group, to which ECS shifts traffic; undefined where there is none. */
  readonly alternateId: string | undefined;
  readonly position: number;
  readonly loadBalancer: ServiceLoadBalancer;
}

/**
 * Logical ids come from the group's name, else from the container's: not from the position, so that an entry can be
 * taken out of `loadBalancers` without CloudFormation taking the one behind it for a changed one.
 */
export function identifyTargetGroups({ loadBalancers }: Service): readonly IdentifiedTargetGroup[] {
  const taken = new Map<string, number>();
  return loadBalancers.map((loadBalancer, index) => {
    const id = `TargetGroup${pascalCase(loadBalancer.targetGroup.name ?? loadBalancer.containerName)}`;
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    const logicalId = count === 1 ? id : `${id}No${count}`;
    return {
      logicalId,
      alternateId: loadBalancer.alternate ? alternateId(logicalId) : undefined,
      position: index + 1,
      loadBalancer,
    };
  });
}

function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** The target group; its alternate is the same, except that it has no name. */
export function targetGroup(
  service: Service,
  { loadBalancer, position }: IdentifiedTargetGroup,
  name: string | undefined,
): Resource {
  const group = loadBalancer.targetGroup;
  const { healthCheck } = group;
  return resource(
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    {
      Name: name,
      VpcId: ref('VpcId'),
      Protocol: group.protocol,
      ProtocolVersion: group.protocolVersion,
      // Only a default: ECS registers every target with its own port. Fixed, since another one replaces the group.
      Port: group.port ?? (group.protocol === 'HTTPS' ? 443 : 80),
      TargetType: service.taskDefinition.definition['networkMode'] === 'awsvpc' ? 'ip' : 'instance',
      HealthCheckEnabled: true,
      HealthCheckPath: healthCheck.path,
      HealthCheckPort: 'traffic-port',
      HealthCheckProtocol: group.protocol,
      HealthCheckIntervalSeconds: healthCheck.intervalSeconds,
      HealthCheckTimeoutSeconds: healthCheck.timeoutSeconds,
      HealthyThresholdCount: healthCheck.healthyThresholdCount,
      UnhealthyThresholdCount: healthCheck.unhealthyThresholdCount,
      Matcher: matcher(group),
      TargetGroupAttributes: keyValues(group.attributes),
    },
    { at: positionOf(service.source, ['loadBalancers', position - 1]) },
  );
}

function matcher({ protocolVersion, healthCheck }: TargetGroup): JsonObject {
  return protocolVersion === 'GRPC' ? { GrpcCode: healthCheck.matcher } : { HttpCode: healthCheck.matcher };
}
