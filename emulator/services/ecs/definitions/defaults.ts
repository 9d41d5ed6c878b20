import type {
  ContainerDefinition,
  HealthCheck,
  PortMapping,
  RegisterTaskDefinitionRequest,
  TaskDefinition,
} from '../../../shapes/ecs.d.ts';
import { cpuUnits, memoryMiB } from './sizes.ts';

/**
 * A task definition as DescribeTaskDefinition answers it, without what only the control plane knows: absent lists are
 * empty, `cpu` is 0, `essential` is true, ports have a protocol and a host port. An absent networkMode stays absent,
 * since bridge is Docker's default and not ECS's.
 */
export function fillDefinition(request: RegisterTaskDefinitionRequest) {
  const { tags: _, ...given } = request;
  return {
    ...given,
    containerDefinitions: request.containerDefinitions.map((container) => fillContainer(container, request)),
    volumes: request.volumes ?? [],
    placementConstraints: request.placementConstraints ?? [],
    ...(request.cpu === undefined ? {} : { cpu: String(cpuUnits(request.cpu)) }),
    ...(request.memory === undefined ? {} : { memory: String(memoryMiB(request.memory)) }),
  } satisfies TaskDefinition;
}

function fillContainer(
  container: ContainerDefinition,
  { networkMode }: RegisterTaskDefinitionRequest,
): ContainerDefinition {
  return {
    ...container,
    cpu: container.cpu ?? 0,
    essential: container.essential ?? true,
    portMappings: (container.portMappings ?? []).map((mapping) => fillPort(mapping, networkMode)),
    environment: container.environment ?? [],
    mountPoints: (container.mountPoints ?? []).map((mount) => ({ ...mount, readOnly: mount.readOnly ?? false })),
    volumesFrom: (container.volumesFrom ?? []).map((from) => ({ ...from, readOnly: from.readOnly ?? false })),
    systemControls: container.systemControls ?? [],
    ...(container.healthCheck ? { healthCheck: fillHealthCheck(container.healthCheck) } : {}),
  };
}

function fillPort(mapping: PortMapping, networkMode: TaskDefinition['networkMode']): PortMapping {
  const protocol = mapping.protocol ?? 'tcp';
  if (mapping.containerPortRange !== undefined) return { ...mapping, protocol };
  const shared = networkMode === 'awsvpc' || networkMode === 'host';
  return { ...mapping, hostPort: mapping.hostPort ?? (shared ? mapping.containerPort : 0), protocol };
}

const fillHealthCheck = (check: HealthCheck): HealthCheck => ({
  ...check,
  interval: check.interval ?? 30,
  timeout: check.timeout ?? 5,
  retries: check.retries ?? 3,
});
