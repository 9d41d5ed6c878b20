import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '../../../shapes/ecs.d.ts';
import { clientError } from '../refusals.ts';
import { checkDependencies } from './dependencies.ts';
import { cpuUnits, memoryMiB } from './sizes.ts';

/** Refuses what RegisterTaskDefinition refuses, in its words. */
export function checkDefinition(request: RegisterTaskDefinitionRequest): void {
  const { family, containerDefinitions: containers } = request;
  if (!/^[\w-]{1,255}$/.test(family)) throw clientError('Family contains invalid characters.');
  if (containers.length === 0) throw clientError('Container list cannot be empty.');
  for (const container of containers) checkContainer(container, request);
  const names = containers.map(({ name }) => name);
  if (new Set(names).size < names.length) throw clientError('Each container definition must have a unique name.');
  if (containers.every(({ essential }) => essential === false))
    throw clientError('Invalid task definition. At least one container must be marked as essential.');
  checkTaskSize(request);
  checkFargate(request);
  checkDependencies(containers);
}

function checkContainer(container: ContainerDefinition, request: RegisterTaskDefinitionRequest): void {
  const { name, image, memory, memoryReservation } = container;
  if (!name) throw clientError('Container.name should not be null or empty.');
  if (!/^[\w-]{1,255}$/.test(name)) throw clientError(`Invalid container name '${name}'.`);
  if (!image) throw clientError('Container.image should not be null or empty.');
  if (memory === undefined && memoryReservation === undefined && request.memory === undefined)
    throw clientError(
      `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
    );
  if (memory !== undefined && memory < 6)
    throw clientError(`Invalid setting for container '${name}'. 'memory' must be at least 6 MiB.`);
  if (memory !== undefined && memoryReservation !== undefined && memory < memoryReservation)
    throw clientError(
      `Invalid setting for container '${name}'. 'memory' must be greater than or equal to 'memoryReservation'.`,
    );
  checkPorts(container, request);
}

function checkPorts({ name, portMappings, links }: ContainerDefinition, request: RegisterTaskDefinitionRequest): void {
  if (request.networkMode === 'awsvpc' && links?.length)
    throw clientError('Links are not supported when networkMode=awsvpc.');
  for (const { containerPort, hostPort, containerPortRange } of portMappings ?? []) {
    if (containerPortRange !== undefined) continue;
    for (const port of [containerPort, hostPort ?? 0])
      if (port === undefined || port < 0 || port > 65_535)
        throw clientError(`Invalid port mapping for container '${name}'. Ports must be between 0 and 65535.`);
    if (request.networkMode === 'awsvpc' && hostPort !== undefined && hostPort !== containerPort)
      throw clientError('When networkMode=awsvpc, the host ports and container ports in port mappings must match.');
  }
}

function checkTaskSize({ cpu, memory, containerDefinitions }: RegisterTaskDefinitionRequest): void {
  if (cpu !== undefined && Number.isNaN(cpuUnits(cpu))) throw clientError(`Invalid 'cpu' setting for task: ${cpu}`);
  if (memory === undefined) return;
  const size = memoryMiB(memory);
  if (Number.isNaN(size)) throw clientError(`Invalid 'memory' setting for task: ${memory}`);
  const reserved = containerDefinitions.reduce((sum, one) => sum + (one.memoryReservation ?? one.memory ?? 0), 0);
  if (reserved > size)
    throw clientError(
      "Invalid 'memory' setting for task. The sum of the containers' memory exceeds the memory of the task.",
    );
}

function checkFargate({ requiresCompatibilities, cpu, memory, networkMode }: RegisterTaskDefinitionRequest): void {
  if (!requiresCompatibilities?.includes('FARGATE')) return;
  if (networkMode !== 'awsvpc') throw clientError("Fargate only supports network mode 'awsvpc'.");
  if (cpu === undefined) throw clientError("Fargate requires that 'cpu' be defined at the task level.");
  if (memory === undefined) throw clientError("Fargate requires that 'memory' be defined at the task level.");
}
