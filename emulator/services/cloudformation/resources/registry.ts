import type { ResourceType } from './resource-type.ts';
import { ssmParameter } from './ssm-parameter.ts';

const TYPES: ReadonlyMap<string, ResourceType> = new Map([ssmParameter].map((type) => [type.type, type]));

export function resourceTypeOf(type: string): ResourceType {
  const found = TYPES.get(type);
  if (!found) throw new Error(`no resource type ${type}`);
  return found;
}

export const REGISTERED_TYPES: readonly string[] = [...TYPES.keys()];
