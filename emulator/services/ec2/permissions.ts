import { AwsError } from '../../core/errors.ts';
import type { IpPermission } from '../../shapes/ec2.d.ts';
import { formatCidr, parseCidr } from './cidr.ts';
import { invalidValue, missingParameter, unserved } from './errors.ts';
import type { Peer, SecurityGroupRule } from './state.ts';

/** A rule before it has an id. */
export type RuleContent = Pick<SecurityGroupRule, 'protocol' | 'fromPort' | 'toPort' | 'peer' | 'description'>;

const PROTOCOLS: Readonly<Record<string, string>> = { '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6', all: '-1' };

/**
 * Takes a request's permissions apart: one rule per protocol, ports and peer. Groups' names are resolved by the caller.
 */
export function rulesOf(
  permissions: readonly IpPermission[],
  groupIdOf: (pair: { GroupId?: string | undefined; GroupName?: string | undefined }) => string,
): RuleContent[] {
  return permissions.flatMap((permission) => {
    if (permission.IpProtocol === undefined) throw missingParameter('ipProtocol');
    const protocol = permission.IpProtocol.toLowerCase();
    const ports = portsOf(PROTOCOLS[protocol] ?? protocol, permission);
    if (permission.PrefixListIds?.length) throw unserved('prefix lists in security groups');
    const peers: { peer: Peer; description: string | undefined }[] = [
      ...(permission.IpRanges ?? []).map(({ CidrIp, Description }) => ({
        peer: { kind: 'ipv4', cidr: validCidr(CidrIp) } as const,
        description: Description,
      })),
      ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6, Description }) => ({
        peer: { kind: 'ipv6', cidr: CidrIpv6 ?? '' } as const,
        description: Description,
      })),
      ...(permission.UserIdGroupPairs ?? []).map((pair) => ({
        peer: { kind: 'group', groupId: groupIdOf(pair) } as const,
        description: pair.Description,
      })),
    ];
    if (peers.length === 0) throw missingParameter('ipPermissions.ipRanges');
    return peers.map((peer) => ({ ...ports, ...peer }));
  });
}

function validCidr(text: string | undefined): string {
  const cidr = parseCidr(text ?? '');
  if (!cidr) throw invalidValue(`CIDR block ${text} is malformed`);
  return formatCidr(cidr);
}

function portsOf(
  protocol: string,
  { FromPort, ToPort }: IpPermission,
): Pick<RuleContent, 'protocol' | 'fromPort' | 'toPort'> {
  if (protocol === 'tcp' || protocol === 'udp') {
    if (FromPort === undefined || ToPort === undefined)
      throw invalidValue("Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
    // EC2 takes -1 for every port of TCP and UDP.
    const [from, to] = FromPort === -1 ? [0, 65_535] : [FromPort, ToPort];
    if (from > to || from < 0 || to > 65_535)
      throw invalidValue(`Invalid ${protocol.toUpperCase()} port range. Valid values are 0-65535.`);
    return { protocol, fromPort: from, toPort: to };
  }
  if (protocol === 'icmp' || protocol === 'icmpv6') return { protocol, fromPort: FromPort ?? -1, toPort: ToPort ?? -1 };
  if (protocol !== '-1' && !/^\d{1,3}$/.test(protocol))
    throw invalidValue(`Invalid value '${protocol}' for IP protocol. Unknown protocol.`);
  return { protocol, fromPort: undefined, toPort: undefined };
}

export const peerText = (peer: Peer): string => (peer.kind === 'group' ? peer.groupId : peer.cidr);

export function sameRule(a: RuleContent, b: RuleContent): boolean {
  return (
    a.protocol === b.protocol &&
    a.fromPort === b.fromPort &&
    a.toPort === b.toPort &&
    a.peer.kind === b.peer.kind &&
    peerText(a.peer) === peerText(b.peer)
  );
}

export function duplicate({ protocol, fromPort, toPort, peer }: RuleContent): AwsError {
  const ports = fromPort === undefined ? '' : ` from port: ${fromPort}, to port: ${toPort},`;
  const name = protocol === '-1' ? 'ALL' : protocol.toUpperCase();
  return new AwsError(
    'InvalidPermission.Duplicate',
    `the specified rule "peer: ${peerText(peer)}, ${name},${ports} ALLOW" already exists`,
  );
}

/** Rules as Describe shows them: one permission per protocol and ports, with all its peers. */
export function permissionsOf(rules: Iterable<SecurityGroupRule>, account: string): IpPermission[] {
  const permissions = new Map<
    string,
    Required<Pick<IpPermission, 'IpRanges' | 'Ipv6Ranges' | 'UserIdGroupPairs'>> & IpPermission
  >();
  for (const { protocol, fromPort, toPort, peer, description } of rules) {
    const key = `${protocol}:${fromPort}:${toPort}`;
    const permission = permissions.get(key) ?? {
      IpProtocol: protocol,
      FromPort: fromPort,
      ToPort: toPort,
      IpRanges: [],
      Ipv6Ranges: [],
      PrefixListIds: [],
      UserIdGroupPairs: [],
    };
    permissions.set(key, permission);
    switch (peer.kind) {
      case 'ipv4':
        permission.IpRanges?.push({ CidrIp: peer.cidr, Description: description });
        break;
      case 'ipv6':
        permission.Ipv6Ranges?.push({ CidrIpv6: peer.cidr, Description: description });
        break;
      case 'group':
        permission.UserIdGroupPairs?.push({ GroupId: peer.groupId, UserId: account, Description: description });
        break;
    }
  }
  return [...permissions.values()];
}
