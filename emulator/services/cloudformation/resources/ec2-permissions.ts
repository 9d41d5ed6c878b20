import type { JsonObject } from '../template/json.ts';
import { pick } from './properties.ts';

/** A security group rule of a template as EC2's IpPermission. */
export function ipPermission(rule: JsonObject): JsonObject {
  const { Description: description } = rule;
  const described = description === undefined ? {} : { Description: description };
  const group = pair(rule);
  const prefixList = rule['SourcePrefixListId'] ?? rule['DestinationPrefixListId'];
  return {
    ...pick(rule, ['IpProtocol', 'FromPort', 'ToPort']),
    ...(rule['CidrIp'] === undefined ? {} : { IpRanges: [{ CidrIp: rule['CidrIp'], ...described }] }),
    ...(rule['CidrIpv6'] === undefined ? {} : { Ipv6Ranges: [{ CidrIpv6: rule['CidrIpv6'], ...described }] }),
    ...(prefixList === undefined ? {} : { PrefixListIds: [{ PrefixListId: prefixList, ...described }] }),
    ...(group === undefined ? {} : { UserIdGroupPairs: [{ ...group, ...described }] }),
  };
}

function pair(rule: JsonObject): JsonObject | undefined {
  const id = rule['SourceSecurityGroupId'] ?? rule['DestinationSecurityGroupId'];
  const { SourceSecurityGroupName: name, SourceSecurityGroupOwnerId: owner } = rule;
  if (id === undefined && name === undefined) return undefined;
  return {
    ...(id === undefined ? {} : { GroupId: id }),
    ...(name === undefined ? {} : { GroupName: name }),
    ...(owner === undefined ? {} : { UserId: owner }),
  };
}
