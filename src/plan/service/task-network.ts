import { isList, type Json, type JsonObject, objectOf } from '../../model/json.ts';

/** The subnets in which tasks get network interfaces of their own; `settings` are CreateService's members. */
export const taskSubnets = (settings: JsonObject): readonly string[] => ids(settings, 'subnets');

/** The groups of these interfaces; none is the VPC's default group. */
export const taskSecurityGroups = (settings: JsonObject): readonly string[] => ids(settings, 'securityGroups');

function ids({ networkConfiguration }: JsonObject, member: 'subnets' | 'securityGroups'): readonly string[] {
  const given: Json | undefined = objectOf(objectOf(networkConfiguration)['awsvpcConfiguration'])[member];
  return isList(given) ? given.map(String) : [];
}
