import type { TaskDefinition, TaskOverride } from '../../../shapes/ecs.d.ts';
import { cpuUnits, memoryMiB } from './sizes.ts';

/** What a task takes of a container instance. */
export interface TaskNeeds {
  readonly cpu: number;
  readonly memory: number;
  /** Static host ports; dynamic ones are never short. */
  readonly ports: readonly number[];
  /** Network interfaces beside the instance's own. */
  readonly interfaces: number;
  readonly attributes: readonly string[];
}

/**
 * A size of the task itself counts, else the sum over its containers; of two memory limits the soft one is what is
 * reserved.
 */
export function needsOf(definition: TaskDefinition, overrides: TaskOverride = {}): TaskNeeds {
  const containers = (definition.containerDefinitions ?? []).map((container) => ({
    ...container,
    ...overrides.containerOverrides?.find(({ name }) => name === container.name),
    portMappings: container.portMappings ?? [],
  }));
  const cpu = overrides.cpu ?? definition.cpu;
  const memory = overrides.memory ?? definition.memory;
  const isAwsvpc = definition.networkMode === 'awsvpc';
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  return {
    cpu: cpu !== undefined ? cpuUnits(cpu) : sum(containers.map((one) => one.cpu ?? 0)),
    memory:
      memory !== undefined ? memoryMiB(memory) : sum(containers.map((one) => one.memoryReservation ?? one.memory ?? 0)),
    ports: isAwsvpc
      ? []
      : containers.flatMap(({ portMappings }) => portMappings.flatMap(({ hostPort }) => hostPort || [])),
    interfaces: isAwsvpc ? 1 : 0,
    attributes: (definition.requiresAttributes ?? []).map(({ name }) => name),
  };
}
