import { isJsonObject, isList, type JsonObject } from '../../model/json.ts';

/**
 * The subnets in which tasks of the service get network interfaces of their own; `settings` are CreateService's
 * members.
 */
export function taskSubnets({ networkConfiguration }: JsonObject): readonly string[] {
  const own = isJsonObject(networkConfiguration) ? networkConfiguration['awsvpcConfiguration'] : undefined;
  return isJsonObject(own) && isList(own['subnets']) ? own['subnets'].map(String) : [];
}
