import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '../../../shapes/ecs.d.ts';
import { clientError } from '../refusals.ts';

/** Port mappings of a container against the network mode of its task. */
export function checkPorts(
  { name, portMappings, links }: ContainerDefinition,
  { networkMode }: RegisterTaskDefinitionRequest,
): void {
  if (networkMode === 'awsvpc' && links?.length) throw clientError('Links are not supported when networkMode=awsvpc.');
  for (const { containerPort, hostPort, containerPortRange } of portMappings ?? []) {
    if (containerPortRange !== undefined) continue;
    for (const port of [containerPort, hostPort ?? 0])
      if (port === undefined || port < 0 || port > 65_535)
        throw clientError(`Invalid port mapping for container '${name}'. Ports must be between 0 and 65535.`);
    if (isShared(networkMode) && hostPort !== undefined && hostPort !== containerPort)
      throw clientError(
        `When networkMode=${networkMode}, the host ports and container ports in port mappings must match.`,
      );
  }
}

/** A port of the network that a task's containers share is one container's. */
export function checkPortsOfTask({ containerDefinitions, networkMode }: RegisterTaskDefinitionRequest): void {
  const taken = new Set<string>();
  for (const { containerPort, hostPort, protocol = 'tcp' } of containerDefinitions.flatMap(
    ({ portMappings }) => portMappings ?? [],
  )) {
    const port = hostPort ?? (isShared(networkMode) ? containerPort : undefined);
    if (!port) continue;
    const key = `${protocol.toUpperCase()} host port '${port}'`;
    if (taken.has(key)) throw clientError(`${key} is mapped multiple times in task.`);
    taken.add(key);
  }
}

const isShared = (mode: RegisterTaskDefinitionRequest['networkMode']): boolean => mode === 'awsvpc' || mode === 'host';
