import { isKnown } from '../intrinsics/unknown.ts';
import type { JsonObject } from '../template/json.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';

/** The name that the user gave the resource, if any. */
export function customName(type: ResourceType, properties: JsonObject): string | undefined {
  const name = type.naming && properties[type.naming.property];
  return typeof name === 'string' ? name : undefined;
}

/** The resource's custom name, where something of that name exists already. */
export async function existingName(
  type: ResourceType,
  properties: JsonObject,
  context: ResourceContext,
): Promise<string | undefined> {
  const name = customName(type, properties);
  if (name === undefined || !type.exists || !isKnown(name)) return undefined;
  return (await type.exists(name, context)) ? name : undefined;
}
