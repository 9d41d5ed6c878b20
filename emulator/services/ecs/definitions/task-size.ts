import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '../../../shapes/ecs.d.ts';
import { clientError } from '../refusals.ts';
import { cpuUnits, memoryMiB } from './sizes.ts';

/** The least that Docker 20.10 and later give a container. */
const LEAST_MIB = 6;

export function checkContainerMemory(
  { name, memory, memoryReservation }: ContainerDefinition,
  request: RegisterTaskDefinitionRequest,
): void {
  const refuse = (what: string) => clientError(`Invalid setting for container '${name}'. ${what}`);
  if (memory === undefined && memoryReservation === undefined && request.memory === undefined)
    throw refuse("At least one of 'memory' or 'memoryReservation' must be specified.");
  for (const [key, value] of Object.entries({ memory, memoryReservation }))
    if (value !== undefined && value < LEAST_MIB) throw refuse(`'${key}' must be at least ${LEAST_MIB} MiB.`);
  if (memory !== undefined && memoryReservation !== undefined && memory < memoryReservation)
    throw refuse("'memory' must be greater than or equal to 'memoryReservation'.");
}

/** The sizes of a task, and what its containers may have of them. */
export function checkTaskSize({ cpu, memory, containerDefinitions: containers }: RegisterTaskDefinitionRequest): void {
  if (cpu !== undefined) {
    const units = cpuUnits(cpu);
    if (Number.isNaN(units)) throw clientError(`Invalid 'cpu' setting for task: ${cpu}`);
    if (sum(containers.map((one) => one.cpu ?? 0)) > units)
      throw clientError("The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.");
  }
  if (memory === undefined) return;
  const size = memoryMiB(memory);
  if (Number.isNaN(size)) throw clientError(`Invalid 'memory' setting for task: ${memory}`);
  const larger = containers.find((one) => (one.memory ?? 0) > size);
  if (larger) throw clientError(`The 'memory' setting for container '${larger.name}' is greater than for the task.`);
  if (sum(containers.map((one) => one.memoryReservation ?? one.memory ?? 0)) > size)
    throw clientError(
      "Invalid 'memory' setting for task. The sum of the containers' memory exceeds the memory of the task.",
    );
}

export function checkFargate({
  requiresCompatibilities,
  cpu,
  memory,
  networkMode,
}: RegisterTaskDefinitionRequest): void {
  if (!requiresCompatibilities?.includes('FARGATE')) return;
  if (networkMode !== 'awsvpc') throw clientError("Fargate only supports network mode 'awsvpc'.");
  if (cpu === undefined) throw clientError("Fargate requires that 'cpu' be defined at the task level.");
  if (memory === undefined) throw clientError("Fargate requires that 'memory' be defined at the task level.");
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
