import { isJsonObject, isList, type Json, type JsonObject } from '../../model/json.ts';
import type { TaskNeeds } from '../../model/task-needs.ts';
import { containersOf } from '../task-definition/task-definition-images.ts';

/**
 * What ECS reserves for a task: a size of the task itself, else the sum over its containers, of two memory limits the
 * soft one. `settings` are the service's. A size that cannot be read counts as nothing.
 */
export function taskNeeds(definition: JsonObject, settings: JsonObject): TaskNeeds {
  const containers = containersOf(definition);
  const sum = (amount: (container: JsonObject) => Json | undefined): number =>
    containers.reduce((total, container) => total + (Number(amount(container) ?? 0) || 0), 0);
  return {
    cpu: size(definition['cpu'], /vcpu/i) ?? sum(({ cpu }) => cpu),
    memoryMiB: size(definition['memory'], /gb/i) ?? sum(({ memory, memoryReservation }) => memoryReservation ?? memory),
    hostPorts: definition['networkMode'] === 'awsvpc' ? [] : containers.flatMap(hostPorts),
    memberOf: [...membersOf(definition), ...membersOf(settings)],
  };
}

/** `"512"`, or with its larger unit `"0.5 vCPU"` and `"0.5 GB"`. */
function size(value: Json | undefined, unit: RegExp): number | undefined {
  if (value === undefined || value === null) return undefined;
  const text = String(value);
  const amount = Number(text.replace(unit, ''));
  if (Number.isNaN(amount)) return 0;
  return unit.test(text) ? amount * 1024 : amount;
}

function hostPorts({ portMappings }: JsonObject): readonly number[] {
  if (!isList(portMappings)) return [];
  return portMappings.flatMap((mapping) =>
    isJsonObject(mapping) && mapping['protocol'] !== 'udp' ? Number(mapping['hostPort']) || [] : [],
  );
}

function membersOf({ placementConstraints }: JsonObject): readonly string[] {
  if (!isList(placementConstraints)) return [];
  return placementConstraints.flatMap((constraint) =>
    isJsonObject(constraint) && constraint['type'] === 'memberOf' ? String(constraint['expression'] ?? '') : [],
  );
}
